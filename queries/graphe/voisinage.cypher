// À quoi une entité est-elle reliée directement ?
// Paramètres : $id (identifiant de l'entité), $limite (nombre de relations gardées dans chaque sens).
// Colonnes : relation, de, libelleDe, vers, libelleVers, faits ; d'abord celles qui partent de l'entité.
// Toutes les étiquettes sont nommées pour que l'index de chacune serve. Aucune expression n'est
// rendue deux fois : le moteur embarqué ne le supporte pas avec UNION et LIMIT.
MATCH (n:Programme|Axe|Action|Publication|Service|Notice|Document|Commune|Intercommunalite|Quartier|Departement|Dispositif|Personne|Organisme|Theme|Public {id: $id})-[r]->(x)
RETURN type(r) AS relation, n.id AS de, n.libelle AS libelleDe, x.id AS vers, x.libelle AS libelleVers, r.faits AS faits
ORDER BY relation, vers
LIMIT $limite

UNION ALL
MATCH (n:Programme|Axe|Action|Publication|Service|Notice|Document|Commune|Intercommunalite|Quartier|Departement|Dispositif|Personne|Organisme|Theme|Public {id: $id})<-[r]-(x)
RETURN type(r) AS relation, x.id AS de, x.libelle AS libelleDe, n.id AS vers, n.libelle AS libelleVers, r.faits AS faits
ORDER BY relation, de
LIMIT $limite
