// Quelles entités {label} viennent d'une projection ? Un nœud que quelqu'un d'autre a mis là n'a pas de faits.
// Trous : label. Colonnes : id.
MATCH (n:{label})
WHERE n.faits IS NOT NULL
RETURN n.id AS id
