// Qui intervient dans des actions de l'un et de l'autre de deux dispositifs ?
// Paramètres : $a et $b (identifiants des dispositifs).
// Colonnes : intervenant, nom, actionA, roleA, faitsA, actionB, roleB, faitsB (faits : intervention puis dispositif) ;
// une ligne par paire d'actions, la même action comprise.
MATCH (x:Dispositif {id: $a})<-[u:MOBILISE]-(p:Action)<-[i:INTERVIENT_DANS]-(n:Personne|Organisme)
MATCH (n)-[j:INTERVIENT_DANS]->(q:Action)-[v:MOBILISE]->(y:Dispositif {id: $b})
RETURN n.id AS intervenant, n.libelle AS nom, p.id AS actionA, coalesce(i.role, '') AS roleA, i.faits + u.faits AS faitsA,
  q.id AS actionB, coalesce(j.role, '') AS roleB, j.faits + v.faits AS faitsB
