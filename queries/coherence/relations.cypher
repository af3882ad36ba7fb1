// Quelles relations le graphe tient-il ?
// Paramètres : aucun.
// Colonnes : id, relation, de, vers, faits ; pour comparer le graphe aux faits.
MATCH (n)-[r]->(x)
RETURN r.id AS id, type(r) AS relation, n.id AS de, x.id AS vers, r.faits AS faits
ORDER BY id
