// Quels sont les axes d'un programme et les actions, publications et services de chacun ?
// Paramètres : $programme (identifiant).
// Colonnes : axe, titreAxe, ordinal, element, titre, numero (0 s'il n'y en a pas), faitsAxe, faitsElement ;
// un axe sans élément a une ligne, avec element ''.
MATCH (p:Programme {id: $programme})-[u:COMPREND]->(x:Axe)
OPTIONAL MATCH (x)-[v:COMPREND]->(e:Action|Publication|Service)
RETURN x.id AS axe, x.libelle AS titreAxe, coalesce(x.ordinal, 0) AS ordinal,
  coalesce(e.id, '') AS element, coalesce(e.libelle, '') AS titre, coalesce(e.numero, 0) AS numero,
  u.faits AS faitsAxe, coalesce(v.faits, []) AS faitsElement
ORDER BY ordinal, axe, numero, titre, element
