// Où un dispositif est-il déployé entre deux années ?
// Paramètres : $dispositif (identifiant), $anneeMin et $anneeMax (bornes comprises).
// Colonnes : territoire (commune ou intercommunalité), nom, debut, fin, faits.
MATCH (d:Dispositif {id: $dispositif})-[r:DEPLOYE_A]->(t:Commune|Intercommunalite)
WHERE r.debut <= $anneeMax AND $anneeMin <= r.fin
RETURN t.id AS territoire, t.libelle AS nom, r.debut AS debut, r.fin AS fin, r.faits AS faits
ORDER BY nom, territoire, debut, fin
