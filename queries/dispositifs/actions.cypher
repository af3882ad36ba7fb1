// Quelles actions mobilisent un dispositif, et comment ?
// Paramètres : $dispositif (identifiant), $anneeMin et $anneeMax (bornes comprises).
// Colonnes : action, titre, annee, role (objet ou mention), exclusif, faits ; par année puis titre.
MATCH (a:Action)-[o:MOBILISE]->(d:Dispositif {id: $dispositif})
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax
RETURN a.id AS action, a.libelle AS titre, a.annee AS annee, coalesce(o.role, 'mention') AS role,
  coalesce(o.exclusif, false) AS exclusif, o.faits AS faits
ORDER BY annee, titre, action
