// Quels dispositifs une commune a-t-elle entre deux années, elle-même ou par son intercommunalité ?
// Paramètres : $commune (identifiant), $anneeMin et $anneeMax (bornes comprises).
// Colonnes : dispositif, nom, via (intercommunalité, ou ''), debut, fin (du déploiement), faits.
MATCH (d:Dispositif)-[r:DEPLOYE_A]->(c:Commune {id: $commune})
WHERE r.debut <= $anneeMax AND $anneeMin <= r.fin
RETURN d.id AS dispositif, d.libelle AS nom, '' AS via, r.debut AS debut, r.fin AS fin, r.faits AS faits

UNION ALL
MATCH (d:Dispositif)-[r:DEPLOYE_A]->(g:Intercommunalite)<-[m:MEMBRE_DE]-(c:Commune {id: $commune})
WHERE r.debut <= $anneeMax AND $anneeMin <= r.fin AND m.debut <= $anneeMax AND $anneeMin <= m.fin
  AND m.debut <= r.fin AND r.debut <= m.fin
RETURN d.id AS dispositif, d.libelle AS nom, g.id AS via, r.debut AS debut, r.fin AS fin, r.faits + m.faits AS faits
