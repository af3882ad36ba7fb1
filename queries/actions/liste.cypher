// Quelles actions sont prévues entre deux années ?
// Paramètres : $anneeMin et $anneeMax (bornes comprises).
// Colonnes : action, titre, annee, numero (0 s'il n'y en a pas), format, axe (identifiant, '' s'il n'y en a pas), faits.
MATCH (a:Action)
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax
OPTIONAL MATCH (x:Axe)-[:COMPREND]->(a)
RETURN a.id AS action, a.libelle AS titre, a.annee AS annee, coalesce(a.numero, 0) AS numero,
  coalesce(a.format, '') AS format, coalesce(x.id, '') AS axe, a.faits AS faits
ORDER BY annee, axe, numero, titre, action
