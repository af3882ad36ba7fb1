// Qui intervient entre deux années, et dans combien d'actions ?
// Paramètres : $anneeMin et $anneeMax (bornes comprises).
// Colonnes : intervenant, nom, actions (nombre) ; par nom.
MATCH (n:Personne|Organisme)-[r:INTERVIENT_DANS]->(a:Action)
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax
RETURN n.id AS intervenant, n.libelle AS nom, count(DISTINCT a.id) AS actions
ORDER BY nom, intervenant
