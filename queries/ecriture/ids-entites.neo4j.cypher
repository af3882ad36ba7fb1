// Quelles entités {label} sont dans le graphe ?
// Trous : label. Colonnes : id.
MATCH (n:{label})
RETURN n.id AS id
