// De quelles intercommunalités une commune a-t-elle été membre, et en quelles années ?
// Paramètres : $commune (identifiant).
// Colonnes : intercommunalite, nom, debut, fin, faits ; de la plus ancienne à la plus récente.
MATCH (c:Commune {id: $commune})-[m:MEMBRE_DE]->(g:Intercommunalite)
RETURN g.id AS intercommunalite, g.libelle AS nom, m.debut AS debut, m.fin AS fin, m.faits AS faits
ORDER BY debut, intercommunalite
