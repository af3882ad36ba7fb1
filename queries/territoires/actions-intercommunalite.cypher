// Quelles actions touchent une intercommunalité, et pourquoi chacune ?
// Paramètres : $intercommunalite (identifiant), $anneeMin et $anneeMax (bornes comprises).
// Colonnes : celles de territoires/actions ; une ligne par chaîne.
// nommee : l'action nomme l'intercommunalité elle-même, ou une commune qui en était membre cette année-là.

// nommee : l'action touche l'intercommunalité elle-même.
MATCH (a:Action)-[t:TOUCHE]->(g:Intercommunalite {id: $intercommunalite})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax
RETURN a.id AS action, 'nommee' AS portee, '' AS via,
  ['TOUCHE'] AS relations, [a.id] AS de, [g.id] AS vers,
  [t.faits] AS faitsMaillons, t.faits AS faits

UNION ALL
// quartier : elle touche un quartier d'une commune membre.
MATCH (a:Action)-[t:TOUCHE]->(q:Quartier)-[s:SITUE_DANS]->(c:Commune)-[m:MEMBRE_DE]->(g:Intercommunalite {id: $intercommunalite})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax AND m.debut <= a.annee AND a.annee <= m.fin
RETURN a.id AS action, 'quartier' AS portee, q.id AS via,
  ['TOUCHE', 'SITUE_DANS', 'MEMBRE_DE'] AS relations, [a.id, q.id, c.id] AS de, [q.id, c.id, g.id] AS vers,
  [t.faits, s.faits, m.faits] AS faitsMaillons, t.faits + s.faits + m.faits AS faits

UNION ALL
// nommee : elle touche une commune membre.
MATCH (a:Action)-[t:TOUCHE]->(c:Commune)-[m:MEMBRE_DE]->(g:Intercommunalite {id: $intercommunalite})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax AND m.debut <= a.annee AND a.annee <= m.fin
RETURN a.id AS action, 'nommee' AS portee, c.id AS via,
  ['TOUCHE', 'MEMBRE_DE'] AS relations, [a.id, c.id] AS de, [c.id, g.id] AS vers,
  [t.faits, m.faits] AS faitsMaillons, t.faits + m.faits AS faits

UNION ALL
// dispositif : elle a pour objet un dispositif déployé dans l'intercommunalité, et vise le
// département d'une commune membre ou aucun territoire.
MATCH (a:Action)-[o:MOBILISE {role: 'objet'}]->(d:Dispositif)-[r:DEPLOYE_A]->(g:Intercommunalite {id: $intercommunalite})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax AND r.debut <= a.annee AND a.annee <= r.fin
  AND (o.exclusif = true
    OR NOT EXISTS { MATCH (a)-[:MOBILISE {role: 'objet', exclusif: true}]->(:Dispositif) })
  AND (NOT EXISTS { MATCH (a)-[:TOUCHE]->(:Commune|Quartier|Intercommunalite|Departement) }
    OR EXISTS {
      MATCH (a)-[:TOUCHE]->(:Departement)<-[:SITUE_DANS]-(:Commune)-[m:MEMBRE_DE]->(:Intercommunalite {id: $intercommunalite})
      WHERE m.debut <= a.annee AND a.annee <= m.fin })
  AND (NOT EXISTS { MATCH (a)-[:TOUCHE {origine: 'champ'}]->(:Commune|Quartier|Intercommunalite) }
    OR EXISTS { MATCH (a)-[:TOUCHE {origine: 'champ'}]->(:Departement) })
RETURN a.id AS action, 'dispositif' AS portee, d.id AS via,
  ['MOBILISE', 'DEPLOYE_A'] AS relations, [a.id, d.id] AS de, [d.id, g.id] AS vers,
  [o.faits, r.faits] AS faitsMaillons, o.faits + r.faits AS faits

UNION ALL
// dispositif, déployé dans une commune membre cette année-là.
MATCH (a:Action)-[o:MOBILISE {role: 'objet'}]->(d:Dispositif)-[r:DEPLOYE_A]->(c:Commune)-[m:MEMBRE_DE]->(g:Intercommunalite {id: $intercommunalite})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax AND r.debut <= a.annee AND a.annee <= r.fin
  AND m.debut <= a.annee AND a.annee <= m.fin
  AND (o.exclusif = true
    OR NOT EXISTS { MATCH (a)-[:MOBILISE {role: 'objet', exclusif: true}]->(:Dispositif) })
  AND (NOT EXISTS { MATCH (a)-[:TOUCHE]->(:Commune|Quartier|Intercommunalite|Departement) }
    OR EXISTS { MATCH (a)-[:TOUCHE]->(:Departement)<-[:SITUE_DANS]-(c) })
  AND (NOT EXISTS { MATCH (a)-[:TOUCHE {origine: 'champ'}]->(:Commune|Quartier|Intercommunalite) }
    OR EXISTS { MATCH (a)-[:TOUCHE {origine: 'champ'}]->(:Departement) })
RETURN a.id AS action, 'dispositif' AS portee, d.id AS via,
  ['MOBILISE', 'DEPLOYE_A', 'MEMBRE_DE'] AS relations, [a.id, d.id, c.id] AS de, [d.id, c.id, g.id] AS vers,
  [o.faits, r.faits, m.faits] AS faitsMaillons, o.faits + r.faits + m.faits AS faits

UNION ALL
// departement : elle touche le département d'une commune membre, sans être réservée aux équipes d'un dispositif.
MATCH (a:Action)-[t:TOUCHE]->(p:Departement)<-[:SITUE_DANS]-(:Commune)-[m:MEMBRE_DE]->(:Intercommunalite {id: $intercommunalite})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax AND m.debut <= a.annee AND a.annee <= m.fin
  AND NOT EXISTS { MATCH (a)-[:MOBILISE {role: 'objet', exclusif: true}]->(:Dispositif) }
  AND (NOT EXISTS { MATCH (a)-[:TOUCHE {origine: 'champ'}]->(:Commune|Quartier|Intercommunalite) }
    OR EXISTS { MATCH (a)-[:TOUCHE {origine: 'champ'}]->(:Departement) })
RETURN DISTINCT a.id AS action, 'departement' AS portee, p.id AS via,
  ['TOUCHE'] AS relations, [a.id] AS de, [p.id] AS vers,
  [t.faits] AS faitsMaillons, t.faits AS faits

UNION ALL
// reservee : elle touche le département, mais son public n'est que les équipes d'un dispositif que
// ni l'intercommunalité ni ses membres n'ont. À part, jamais comptée.
MATCH (a:Action)-[t:TOUCHE]->(p:Departement)<-[:SITUE_DANS]-(:Commune)-[n:MEMBRE_DE]->(:Intercommunalite {id: $intercommunalite})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax AND n.debut <= a.annee AND a.annee <= n.fin
  AND NOT EXISTS {
    MATCH (a)-[:MOBILISE {role: 'objet', exclusif: true}]->(:Dispositif)-[r:DEPLOYE_A]->(:Intercommunalite {id: $intercommunalite})
    WHERE r.debut <= a.annee AND a.annee <= r.fin }
  AND NOT EXISTS {
    MATCH (a)-[:MOBILISE {role: 'objet', exclusif: true}]->(:Dispositif)-[r:DEPLOYE_A]->(:Commune)-[m:MEMBRE_DE]->(:Intercommunalite {id: $intercommunalite})
    WHERE r.debut <= a.annee AND a.annee <= r.fin AND m.debut <= a.annee AND a.annee <= m.fin }
  AND (NOT EXISTS { MATCH (a)-[:TOUCHE {origine: 'champ'}]->(:Commune|Quartier|Intercommunalite) }
    OR EXISTS { MATCH (a)-[:TOUCHE {origine: 'champ'}]->(:Departement) })
WITH DISTINCT a, t, p
MATCH (a)-[o:MOBILISE {role: 'objet', exclusif: true}]->(d:Dispositif)
RETURN a.id AS action, 'reservee' AS portee, d.id AS via,
  ['TOUCHE', 'MOBILISE'] AS relations, [a.id, a.id] AS de, [p.id, d.id] AS vers,
  [t.faits, o.faits] AS faitsMaillons, t.faits + o.faits AS faits

UNION ALL
// citee : elle cite l'intercommunalité. À part, jamais comptée.
MATCH (a:Action)-[t:CITE]->(g:Intercommunalite {id: $intercommunalite})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax
RETURN a.id AS action, 'citee' AS portee, '' AS via,
  ['CITE'] AS relations, [a.id] AS de, [g.id] AS vers,
  [t.faits] AS faitsMaillons, t.faits AS faits
