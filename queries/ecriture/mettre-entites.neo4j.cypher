// Crée ou remplace des entités {label} ; leurs relations restent.
// Trous : label. Paramètres : $lignes (id, proprietes).
UNWIND $lignes AS ligne
MERGE (n:{label} {id: ligne.id})
SET n = ligne.proprietes
