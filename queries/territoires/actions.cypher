// Quelles actions touchent une commune, et pourquoi chacune ?
// Paramètres : $commune (identifiant), $anneeMin et $anneeMax (bornes comprises).
// Colonnes : action, portee, via, relations, de, vers, faitsMaillons, faits ; une ligne par chaîne.
// Une action revient autant de fois qu'elle a de chaînes ; on garde sa portée la plus forte :
// nommee, quartier, groupement, dispositif, departement. Les portées reservee et citee sont à part.
// Le territoire que le champ d'une action nomme la limite : dispositif et departement ne l'élargissent pas.

// nommee : l'action touche la commune elle-même.
MATCH (a:Action)-[t:TOUCHE]->(c:Commune {id: $commune})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax
RETURN a.id AS action, 'nommee' AS portee, '' AS via,
  ['TOUCHE'] AS relations, [a.id] AS de, [c.id] AS vers,
  [t.faits] AS faitsMaillons, t.faits AS faits

UNION ALL
// quartier : elle touche un quartier de la commune.
MATCH (a:Action)-[t:TOUCHE]->(q:Quartier)-[s:SITUE_DANS]->(c:Commune {id: $commune})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax
RETURN a.id AS action, 'quartier' AS portee, q.id AS via,
  ['TOUCHE', 'SITUE_DANS'] AS relations, [a.id, q.id] AS de, [q.id, c.id] AS vers,
  [t.faits, s.faits] AS faitsMaillons, t.faits + s.faits AS faits

UNION ALL
// groupement : elle touche une intercommunalité dont la commune était membre cette année-là.
MATCH (a:Action)-[t:TOUCHE]->(g:Intercommunalite)<-[m:MEMBRE_DE]-(c:Commune {id: $commune})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax AND m.debut <= a.annee AND a.annee <= m.fin
RETURN a.id AS action, 'groupement' AS portee, g.id AS via,
  ['TOUCHE', 'MEMBRE_DE'] AS relations, [a.id, c.id] AS de, [g.id, g.id] AS vers,
  [t.faits, m.faits] AS faitsMaillons, t.faits + m.faits AS faits

UNION ALL
// dispositif : elle a pour objet un dispositif déployé dans la commune cette année-là, et vise
// le département de la commune ou aucun territoire.
MATCH (a:Action)-[o:MOBILISE {role: 'objet'}]->(d:Dispositif)-[r:DEPLOYE_A]->(c:Commune {id: $commune})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax AND r.debut <= a.annee AND a.annee <= r.fin
  AND (o.exclusif = true
    OR NOT EXISTS { MATCH (a)-[:MOBILISE {role: 'objet', exclusif: true}]->(:Dispositif) })
  AND (NOT EXISTS { MATCH (a)-[:TOUCHE]->(:Commune|Quartier|Intercommunalite|Departement) }
    OR EXISTS { MATCH (a)-[:TOUCHE]->(:Departement)<-[:SITUE_DANS]-(:Commune {id: $commune}) })
  AND (NOT EXISTS { MATCH (a)-[:TOUCHE {origine: 'champ'}]->(:Commune|Quartier|Intercommunalite) }
    OR EXISTS { MATCH (a)-[:TOUCHE {origine: 'champ'}]->(:Departement) })
RETURN a.id AS action, 'dispositif' AS portee, d.id AS via,
  ['MOBILISE', 'DEPLOYE_A'] AS relations, [a.id, d.id] AS de, [d.id, c.id] AS vers,
  [o.faits, r.faits] AS faitsMaillons, o.faits + r.faits AS faits

UNION ALL
// dispositif, déployé dans une intercommunalité dont la commune était membre cette année-là.
MATCH (a:Action)-[o:MOBILISE {role: 'objet'}]->(d:Dispositif)-[r:DEPLOYE_A]->(g:Intercommunalite)<-[m:MEMBRE_DE]-(c:Commune {id: $commune})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax AND r.debut <= a.annee AND a.annee <= r.fin
  AND m.debut <= a.annee AND a.annee <= m.fin
  AND (o.exclusif = true
    OR NOT EXISTS { MATCH (a)-[:MOBILISE {role: 'objet', exclusif: true}]->(:Dispositif) })
  AND (NOT EXISTS { MATCH (a)-[:TOUCHE]->(:Commune|Quartier|Intercommunalite|Departement) }
    OR EXISTS { MATCH (a)-[:TOUCHE]->(:Departement)<-[:SITUE_DANS]-(:Commune {id: $commune}) })
  AND (NOT EXISTS { MATCH (a)-[:TOUCHE {origine: 'champ'}]->(:Commune|Quartier|Intercommunalite) }
    OR EXISTS { MATCH (a)-[:TOUCHE {origine: 'champ'}]->(:Departement) })
RETURN a.id AS action, 'dispositif' AS portee, d.id AS via,
  ['MOBILISE', 'DEPLOYE_A', 'MEMBRE_DE'] AS relations, [a.id, d.id, c.id] AS de, [d.id, g.id, g.id] AS vers,
  [o.faits, r.faits, m.faits] AS faitsMaillons, o.faits + r.faits + m.faits AS faits

UNION ALL
// departement : elle touche le département de la commune, sans être réservée aux équipes d'un dispositif.
MATCH (a:Action)-[t:TOUCHE]->(p:Departement)<-[s:SITUE_DANS]-(c:Commune {id: $commune})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax
  AND NOT EXISTS { MATCH (a)-[:MOBILISE {role: 'objet', exclusif: true}]->(:Dispositif) }
  AND (NOT EXISTS { MATCH (a)-[:TOUCHE {origine: 'champ'}]->(:Commune|Quartier|Intercommunalite) }
    OR EXISTS { MATCH (a)-[:TOUCHE {origine: 'champ'}]->(:Departement) })
RETURN a.id AS action, 'departement' AS portee, p.id AS via,
  ['TOUCHE', 'SITUE_DANS'] AS relations, [a.id, c.id] AS de, [p.id, p.id] AS vers,
  [t.faits, s.faits] AS faitsMaillons, t.faits + s.faits AS faits

UNION ALL
// reservee : elle touche le département, mais son public n'est que les équipes d'un dispositif
// que la commune n'a pas. À part, jamais comptée.
// Le WITH fait chercher les dispositifs des seules actions du département.
MATCH (a:Action)-[t:TOUCHE]->(p:Departement)<-[s:SITUE_DANS]-(c:Commune {id: $commune})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax
  AND NOT EXISTS {
    MATCH (a)-[:MOBILISE {role: 'objet', exclusif: true}]->(:Dispositif)-[r:DEPLOYE_A]->(:Commune {id: $commune})
    WHERE r.debut <= a.annee AND a.annee <= r.fin }
  AND NOT EXISTS {
    MATCH (a)-[:MOBILISE {role: 'objet', exclusif: true}]->(:Dispositif)-[r:DEPLOYE_A]->(:Intercommunalite)<-[m:MEMBRE_DE]-(:Commune {id: $commune})
    WHERE r.debut <= a.annee AND a.annee <= r.fin AND m.debut <= a.annee AND a.annee <= m.fin }
  AND (NOT EXISTS { MATCH (a)-[:TOUCHE {origine: 'champ'}]->(:Commune|Quartier|Intercommunalite) }
    OR EXISTS { MATCH (a)-[:TOUCHE {origine: 'champ'}]->(:Departement) })
WITH a, t, p, s, c
MATCH (a)-[o:MOBILISE {role: 'objet', exclusif: true}]->(d:Dispositif)
RETURN a.id AS action, 'reservee' AS portee, d.id AS via,
  ['TOUCHE', 'SITUE_DANS', 'MOBILISE'] AS relations, [a.id, c.id, a.id] AS de, [p.id, p.id, d.id] AS vers,
  [t.faits, s.faits, o.faits] AS faitsMaillons, t.faits + s.faits + o.faits AS faits

UNION ALL
// citee : elle cite la commune, ou l'un de ses quartiers. À part, jamais comptée.
MATCH (a:Action)-[t:CITE]->(c:Commune {id: $commune})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax
RETURN a.id AS action, 'citee' AS portee, '' AS via,
  ['CITE'] AS relations, [a.id] AS de, [c.id] AS vers,
  [t.faits] AS faitsMaillons, t.faits AS faits

UNION ALL
MATCH (a:Action)-[t:CITE]->(q:Quartier)-[s:SITUE_DANS]->(c:Commune {id: $commune})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax
RETURN a.id AS action, 'citee' AS portee, q.id AS via,
  ['CITE', 'SITUE_DANS'] AS relations, [a.id, q.id] AS de, [q.id, c.id] AS vers,
  [t.faits, s.faits] AS faitsMaillons, t.faits + s.faits AS faits
