// Dans quels territoires deux dispositifs sont-ils déployés en même temps ?
// Paramètres : $a et $b (identifiants des dispositifs).
// Colonnes : territoire, nom, debutA, finA, debutB, finB, faitsA, faitsB ; l'un et l'autre dans la même
// commune ou la même intercommunalité, à des années qui se recouvrent.
MATCH (x:Dispositif {id: $a})-[u:DEPLOYE_A]->(t:Commune|Intercommunalite)<-[v:DEPLOYE_A]-(y:Dispositif {id: $b})
WHERE u.debut <= v.fin AND v.debut <= u.fin
RETURN t.id AS territoire, t.libelle AS nom, u.debut AS debutA, u.fin AS finA, v.debut AS debutB, v.fin AS finB,
  u.faits AS faitsA, v.faits AS faitsB
ORDER BY nom, territoire, debutA, debutB, finA, finB
