// Quelles actions mobilisent à la fois deux dispositifs ?
// Paramètres : $a et $b (identifiants des dispositifs).
// Colonnes : action, titre, annee, roleA, roleB, faitsA, faitsB.
MATCH (x:Dispositif {id: $a})<-[u:MOBILISE]-(action:Action)-[v:MOBILISE]->(y:Dispositif {id: $b})
RETURN action.id AS action, action.libelle AS titre, coalesce(action.annee, 0) AS annee,
  coalesce(u.role, 'mention') AS roleA, coalesce(v.role, 'mention') AS roleB,
  u.faits AS faitsA, v.faits AS faitsB
