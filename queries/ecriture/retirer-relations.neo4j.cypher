// Retire des relations {type}.
// Trous : type. Paramètres : $ids.
UNWIND $ids AS id
MATCH ()-[r:{type} {id: id}]->()
DELETE r
