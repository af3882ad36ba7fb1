// Crée ou remplace des relations {type} de {de} vers {vers}.
// Trous : type, de, vers. Paramètres : $lignes (de, vers, id, proprietes).
// Colonnes : ecrites ; moins que de lignes quand une entité manque à un bout.
UNWIND $lignes AS ligne
MATCH (a:{de} {id: ligne.de})
MATCH (b:{vers} {id: ligne.vers})
MERGE (a)-[r:{type} {id: ligne.id}]->(b)
SET r = ligne.proprietes
RETURN count(r) AS ecrites
