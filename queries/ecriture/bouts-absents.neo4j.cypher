// Quelle entité manque au bout d'une relation ?
// Trous : de, vers. Paramètres : $lignes (de, vers). Colonnes : id ; une ligne au plus.
UNWIND $lignes AS ligne
OPTIONAL MATCH (a:{de} {id: ligne.de})
OPTIONAL MATCH (b:{vers} {id: ligne.vers})
WITH ligne, a, b
WHERE a IS NULL OR b IS NULL
RETURN CASE WHEN a IS NULL THEN ligne.de ELSE ligne.vers END AS id
LIMIT 1
