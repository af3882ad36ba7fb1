// Que relie une action : son axe, ses dispositifs, ses territoires, ses intervenants, ses publics, ses thèmes… ?
// Paramètres : $action (identifiant).
// Colonnes : relation, sens (sortant ou entrant), autre, libelle, role, fonction, faits.
MATCH (a:Action {id: $action})-[r:TOUCHE|CITE|S_ADRESSE_A|TRAITE_DE|SUITE_DE]->(x)
RETURN type(r) AS relation, 'sortant' AS sens, x.id AS autre, x.libelle AS libelle, '' AS role, '' AS fonction, r.faits AS faits

UNION ALL
MATCH (a:Action {id: $action})-[r:MOBILISE]->(x:Dispositif)
RETURN 'MOBILISE' AS relation, 'sortant' AS sens, x.id AS autre, x.libelle AS libelle, coalesce(r.role, '') AS role, '' AS fonction, r.faits AS faits

UNION ALL
MATCH (a:Action {id: $action})<-[r:INTERVIENT_DANS]-(x:Personne|Organisme)
RETURN 'INTERVIENT_DANS' AS relation, 'entrant' AS sens, x.id AS autre, x.libelle AS libelle, coalesce(r.role, '') AS role, coalesce(r.fonction, '') AS fonction, r.faits AS faits

UNION ALL
MATCH (a:Action {id: $action})<-[r:COMPREND|ISSUE_DE|SUITE_DE|DOCUMENTE]-(x)
RETURN type(r) AS relation, 'entrant' AS sens, x.id AS autre, x.libelle AS libelle, '' AS role, '' AS fonction, r.faits AS faits
