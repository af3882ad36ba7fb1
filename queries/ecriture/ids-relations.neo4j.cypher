// Quelles relations {type} viennent d'une projection ? Une relation que quelqu'un d'autre a mise là n'a pas de faits.
// Trous : type. Colonnes : id.
MATCH ()-[r:{type}]->()
WHERE r.faits IS NOT NULL
RETURN r.id AS id
