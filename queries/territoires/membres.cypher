// Quelles communes étaient membres d'une intercommunalité entre deux années ?
// Paramètres : $intercommunalite (identifiant), $anneeMin et $anneeMax (bornes comprises).
// Colonnes : commune, nom, debut, fin, faits ; par nom.
MATCH (c:Commune)-[m:MEMBRE_DE]->(g:Intercommunalite {id: $intercommunalite})
WHERE m.debut <= $anneeMax AND $anneeMin <= m.fin
RETURN c.id AS commune, c.libelle AS nom, m.debut AS debut, m.fin AS fin, m.faits AS faits
ORDER BY nom, commune, debut
