// À quels autres dispositifs un dispositif est-il lié, et par combien d'actions et de territoires ?
// Paramètres : $dispositif (identifiant).
// Colonnes : dispositif, nom, nature (actions ou territoires), nombre.
MATCH (x:Dispositif {id: $dispositif})<-[:MOBILISE]-(a:Action)-[:MOBILISE]->(y:Dispositif)
WHERE y.id <> $dispositif
RETURN y.id AS dispositif, y.libelle AS nom, 'actions' AS nature, count(DISTINCT a.id) AS nombre

UNION ALL
MATCH (x:Dispositif {id: $dispositif})-[u:DEPLOYE_A]->(t:Commune|Intercommunalite)<-[v:DEPLOYE_A]-(y:Dispositif)
WHERE y.id <> $dispositif AND u.debut <= v.fin AND v.debut <= u.fin
RETURN y.id AS dispositif, y.libelle AS nom, 'territoires' AS nature, count(DISTINCT t.id) AS nombre
