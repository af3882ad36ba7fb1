// Dans quelles actions une personne ou un organisme intervient-il, dans quel rôle et quelle fonction à l'époque ?
// Paramètres : $intervenant (identifiant), $anneeMin et $anneeMax (bornes comprises).
// Colonnes : action, titre, annee, role, fonction ('' si elle n'est pas dite), faits.
MATCH (n:Personne|Organisme {id: $intervenant})-[r:INTERVIENT_DANS]->(a:Action)
WHERE a.annee >= $anneeMin AND a.annee <= $anneeMax
RETURN a.id AS action, a.libelle AS titre, a.annee AS annee, coalesce(r.role, '') AS role,
  coalesce(r.fonction, '') AS fonction, r.faits AS faits
ORDER BY annee, titre, action, role, fonction
