// Quelles actions touchent un département, et pourquoi chacune ?
// Paramètres : $departement (identifiant), $anneeMin et $anneeMax (bornes comprises).
// Colonnes : celles de territoires/actions ; une ligne par chaîne.
// nommee : l'action nomme le département lui-même, ou une de ses communes.
// groupement : elle touche une intercommunalité qui y avait un membre.

// nommee : l'action touche le département lui-même.
MATCH (a:Action)-[t:TOUCHE]->(p:Departement {id: $departement})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax
RETURN a.id AS action, 'nommee' AS portee, '' AS via,
  ['TOUCHE'] AS relations, [a.id] AS de, [p.id] AS vers,
  [t.faits] AS faitsMaillons, t.faits AS faits

UNION ALL
// quartier : elle touche un quartier d'une commune du département.
MATCH (a:Action)-[t:TOUCHE]->(q:Quartier)-[s:SITUE_DANS]->(c:Commune)-[u:SITUE_DANS]->(p:Departement {id: $departement})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax
RETURN a.id AS action, 'quartier' AS portee, q.id AS via,
  ['TOUCHE', 'SITUE_DANS', 'SITUE_DANS'] AS relations, [a.id, q.id, c.id] AS de, [q.id, c.id, p.id] AS vers,
  [t.faits, s.faits, u.faits] AS faitsMaillons, t.faits + s.faits + u.faits AS faits

UNION ALL
// nommee : elle touche une commune du département.
MATCH (a:Action)-[t:TOUCHE]->(c:Commune)-[s:SITUE_DANS]->(p:Departement {id: $departement})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax
RETURN a.id AS action, 'nommee' AS portee, c.id AS via,
  ['TOUCHE', 'SITUE_DANS'] AS relations, [a.id, c.id] AS de, [c.id, p.id] AS vers,
  [t.faits, s.faits] AS faitsMaillons, t.faits + s.faits AS faits

UNION ALL
// groupement : elle touche une intercommunalité dont une commune du département était membre.
MATCH (a:Action)-[t:TOUCHE]->(g:Intercommunalite)<-[m:MEMBRE_DE]-(:Commune)-[:SITUE_DANS]->(:Departement {id: $departement})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax AND m.debut <= a.annee AND a.annee <= m.fin
RETURN DISTINCT a.id AS action, 'groupement' AS portee, g.id AS via,
  ['TOUCHE'] AS relations, [a.id] AS de, [g.id] AS vers,
  [t.faits] AS faitsMaillons, t.faits AS faits

UNION ALL
// dispositif : sans viser aucun territoire, elle a pour objet un dispositif déployé dans une
// commune du département cette année-là.
MATCH (a:Action)-[o:MOBILISE {role: 'objet'}]->(d:Dispositif)-[r:DEPLOYE_A]->(:Commune)-[:SITUE_DANS]->(:Departement {id: $departement})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax AND r.debut <= a.annee AND a.annee <= r.fin
  AND NOT EXISTS { MATCH (a)-[:TOUCHE]->(:Commune|Quartier|Intercommunalite|Departement) }
  AND (o.exclusif = true
    OR NOT EXISTS { MATCH (a)-[:MOBILISE {role: 'objet', exclusif: true}]->(:Dispositif) })
RETURN DISTINCT a.id AS action, 'dispositif' AS portee, d.id AS via,
  ['MOBILISE'] AS relations, [a.id] AS de, [d.id] AS vers,
  [o.faits] AS faitsMaillons, o.faits AS faits

UNION ALL
// dispositif, déployé dans une intercommunalité dont une commune du département était membre.
MATCH (a:Action)-[o:MOBILISE {role: 'objet'}]->(d:Dispositif)-[r:DEPLOYE_A]->(:Intercommunalite)<-[m:MEMBRE_DE]-(:Commune)-[:SITUE_DANS]->(:Departement {id: $departement})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax AND r.debut <= a.annee AND a.annee <= r.fin
  AND m.debut <= a.annee AND a.annee <= m.fin
  AND NOT EXISTS { MATCH (a)-[:TOUCHE]->(:Commune|Quartier|Intercommunalite|Departement) }
  AND (o.exclusif = true
    OR NOT EXISTS { MATCH (a)-[:MOBILISE {role: 'objet', exclusif: true}]->(:Dispositif) })
RETURN DISTINCT a.id AS action, 'dispositif' AS portee, d.id AS via,
  ['MOBILISE'] AS relations, [a.id] AS de, [d.id] AS vers,
  [o.faits] AS faitsMaillons, o.faits AS faits

UNION ALL
// citee : elle cite le département. À part, jamais comptée.
MATCH (a:Action)-[t:CITE]->(p:Departement {id: $departement})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax
RETURN a.id AS action, 'citee' AS portee, '' AS via,
  ['CITE'] AS relations, [a.id] AS de, [p.id] AS vers,
  [t.faits] AS faitsMaillons, t.faits AS faits
