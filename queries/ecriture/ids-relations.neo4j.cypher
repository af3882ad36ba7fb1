// Quelles relations {type} sont dans le graphe ?
// Trous : type. Colonnes : id.
MATCH ()-[r:{type}]->()
RETURN r.id AS id
