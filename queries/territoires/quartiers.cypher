// Quels sont les quartiers connus d'une commune ?
// Paramètres : $commune (identifiant).
// Colonnes : quartier, nom, faits ; par nom.
MATCH (q:Quartier)-[s:SITUE_DANS]->(c:Commune {id: $commune})
RETURN q.id AS quartier, q.libelle AS nom, s.faits AS faits
ORDER BY nom, quartier
