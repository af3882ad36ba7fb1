// Retire les relations {type} de {de} vers {vers} d'un fichier de chargement (bouts et identifiant).
// Trous : type, de, vers, lecture (clause LOAD).
{lecture}
MATCH (a:{de} {id: source})-[r:{type}]->(b:{vers} {id: cible})
WHERE r.id = id
DELETE r
