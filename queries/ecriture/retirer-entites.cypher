// Retire des entités {label} et toutes leurs relations.
// Trous : label. Paramètres : $ids.
MATCH (n:{label})
WHERE n.id IN $ids
DETACH DELETE n
