// Quelles actions touchent un quartier, et pourquoi chacune ?
// Paramètres : $quartier (identifiant), $anneeMin et $anneeMax (bornes comprises).
// Colonnes : celles de territoires/actions ; une ligne par chaîne.
// groupement : l'action touche une commune du quartier, ou une intercommunalité dont elle était membre.

// nommee : l'action touche le quartier lui-même.
MATCH (a:Action)-[t:TOUCHE]->(q:Quartier {id: $quartier})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax
RETURN a.id AS action, 'nommee' AS portee, '' AS via,
  ['TOUCHE'] AS relations, [a.id] AS de, [q.id] AS vers,
  [t.faits] AS faitsMaillons, t.faits AS faits

UNION ALL
// groupement : elle touche une commune du quartier.
MATCH (a:Action)-[t:TOUCHE]->(c:Commune)<-[s:SITUE_DANS]-(q:Quartier {id: $quartier})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax
RETURN a.id AS action, 'groupement' AS portee, c.id AS via,
  ['TOUCHE', 'SITUE_DANS'] AS relations, [a.id, q.id] AS de, [c.id, c.id] AS vers,
  [t.faits, s.faits] AS faitsMaillons, t.faits + s.faits AS faits

UNION ALL
// groupement : elle touche une intercommunalité dont une commune du quartier était membre cette année-là.
MATCH (a:Action)-[t:TOUCHE]->(g:Intercommunalite)<-[m:MEMBRE_DE]-(c:Commune)<-[s:SITUE_DANS]-(q:Quartier {id: $quartier})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax AND m.debut <= a.annee AND a.annee <= m.fin
RETURN a.id AS action, 'groupement' AS portee, g.id AS via,
  ['TOUCHE', 'MEMBRE_DE', 'SITUE_DANS'] AS relations, [a.id, c.id, q.id] AS de, [g.id, g.id, c.id] AS vers,
  [t.faits, m.faits, s.faits] AS faitsMaillons, t.faits + m.faits + s.faits AS faits

UNION ALL
// dispositif : elle a pour objet un dispositif déployé dans une commune du quartier cette année-là,
// et vise le département de la commune ou aucun territoire.
MATCH (a:Action)-[o:MOBILISE {role: 'objet'}]->(d:Dispositif)-[r:DEPLOYE_A]->(c:Commune)<-[s:SITUE_DANS]-(q:Quartier {id: $quartier})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax AND r.debut <= a.annee AND a.annee <= r.fin
  AND (o.exclusif = true
    OR NOT EXISTS { MATCH (a)-[:MOBILISE {role: 'objet', exclusif: true}]->(:Dispositif) })
  AND (NOT EXISTS { MATCH (a)-[:TOUCHE]->(:Commune|Quartier|Intercommunalite|Departement) }
    OR EXISTS { MATCH (a)-[:TOUCHE]->(:Departement)<-[:SITUE_DANS]-(c) })
  AND (NOT EXISTS { MATCH (a)-[:TOUCHE {origine: 'champ'}]->(:Commune|Quartier|Intercommunalite) }
    OR EXISTS { MATCH (a)-[:TOUCHE {origine: 'champ'}]->(:Departement) })
RETURN a.id AS action, 'dispositif' AS portee, d.id AS via,
  ['MOBILISE', 'DEPLOYE_A', 'SITUE_DANS'] AS relations, [a.id, d.id, q.id] AS de, [d.id, c.id, c.id] AS vers,
  [o.faits, r.faits, s.faits] AS faitsMaillons, o.faits + r.faits + s.faits AS faits

UNION ALL
// dispositif, déployé dans une intercommunalité dont une commune du quartier était membre cette année-là.
MATCH (a:Action)-[o:MOBILISE {role: 'objet'}]->(d:Dispositif)-[r:DEPLOYE_A]->(g:Intercommunalite)<-[m:MEMBRE_DE]-(c:Commune)<-[s:SITUE_DANS]-(q:Quartier {id: $quartier})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax AND r.debut <= a.annee AND a.annee <= r.fin
  AND m.debut <= a.annee AND a.annee <= m.fin
  AND (o.exclusif = true
    OR NOT EXISTS { MATCH (a)-[:MOBILISE {role: 'objet', exclusif: true}]->(:Dispositif) })
  AND (NOT EXISTS { MATCH (a)-[:TOUCHE]->(:Commune|Quartier|Intercommunalite|Departement) }
    OR EXISTS { MATCH (a)-[:TOUCHE]->(:Departement)<-[:SITUE_DANS]-(c) })
  AND (NOT EXISTS { MATCH (a)-[:TOUCHE {origine: 'champ'}]->(:Commune|Quartier|Intercommunalite) }
    OR EXISTS { MATCH (a)-[:TOUCHE {origine: 'champ'}]->(:Departement) })
RETURN a.id AS action, 'dispositif' AS portee, d.id AS via,
  ['MOBILISE', 'DEPLOYE_A', 'MEMBRE_DE', 'SITUE_DANS'] AS relations, [a.id, d.id, c.id, q.id] AS de, [d.id, g.id, g.id, c.id] AS vers,
  [o.faits, r.faits, m.faits, s.faits] AS faitsMaillons, o.faits + r.faits + m.faits + s.faits AS faits

UNION ALL
// departement : elle touche le département du quartier, sans être réservée aux équipes d'un dispositif.
MATCH (a:Action)-[t:TOUCHE]->(p:Departement)<-[u:SITUE_DANS]-(c:Commune)<-[s:SITUE_DANS]-(q:Quartier {id: $quartier})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax
  AND NOT EXISTS { MATCH (a)-[:MOBILISE {role: 'objet', exclusif: true}]->(:Dispositif) }
  AND (NOT EXISTS { MATCH (a)-[:TOUCHE {origine: 'champ'}]->(:Commune|Quartier|Intercommunalite) }
    OR EXISTS { MATCH (a)-[:TOUCHE {origine: 'champ'}]->(:Departement) })
RETURN a.id AS action, 'departement' AS portee, p.id AS via,
  ['TOUCHE', 'SITUE_DANS', 'SITUE_DANS'] AS relations, [a.id, c.id, q.id] AS de, [p.id, p.id, c.id] AS vers,
  [t.faits, u.faits, s.faits] AS faitsMaillons, t.faits + u.faits + s.faits AS faits

UNION ALL
// reservee : elle touche le département, mais son public n'est que les équipes d'un dispositif
// que les communes du quartier n'ont pas. À part, jamais comptée.
MATCH (a:Action)-[t:TOUCHE]->(p:Departement)<-[:SITUE_DANS]-(:Commune)<-[:SITUE_DANS]-(:Quartier {id: $quartier})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax
  AND NOT EXISTS {
    MATCH (a)-[:MOBILISE {role: 'objet', exclusif: true}]->(:Dispositif)-[r:DEPLOYE_A]->(:Commune)<-[:SITUE_DANS]-(:Quartier {id: $quartier})
    WHERE r.debut <= a.annee AND a.annee <= r.fin }
  AND NOT EXISTS {
    MATCH (a)-[:MOBILISE {role: 'objet', exclusif: true}]->(:Dispositif)-[r:DEPLOYE_A]->(:Intercommunalite)<-[m:MEMBRE_DE]-(:Commune)<-[:SITUE_DANS]-(:Quartier {id: $quartier})
    WHERE r.debut <= a.annee AND a.annee <= r.fin AND m.debut <= a.annee AND a.annee <= m.fin }
  AND (NOT EXISTS { MATCH (a)-[:TOUCHE {origine: 'champ'}]->(:Commune|Quartier|Intercommunalite) }
    OR EXISTS { MATCH (a)-[:TOUCHE {origine: 'champ'}]->(:Departement) })
WITH DISTINCT a, t, p
MATCH (a)-[o:MOBILISE {role: 'objet', exclusif: true}]->(d:Dispositif)
RETURN a.id AS action, 'reservee' AS portee, d.id AS via,
  ['TOUCHE', 'MOBILISE'] AS relations, [a.id, a.id] AS de, [p.id, d.id] AS vers,
  [t.faits, o.faits] AS faitsMaillons, t.faits + o.faits AS faits

UNION ALL
// citee : elle cite le quartier. À part, jamais comptée.
MATCH (a:Action)-[t:CITE]->(q:Quartier {id: $quartier})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax
RETURN a.id AS action, 'citee' AS portee, '' AS via,
  ['CITE'] AS relations, [a.id] AS de, [q.id] AS vers,
  [t.faits] AS faitsMaillons, t.faits AS faits
