// Quelles relations le graphe tient-il ?
// Paramètres : aucun.
// Colonnes : id, relation, de, vers, faits ; pour comparer le graphe aux faits.
MATCH (n:Programme|Axe|Action|Publication|Service|Notice|Document|Commune|Intercommunalite|Quartier|Departement|Dispositif|Personne|Organisme|Theme|Public)-[r]->(x:Programme|Axe|Action|Publication|Service|Notice|Document|Commune|Intercommunalite|Quartier|Departement|Dispositif|Personne|Organisme|Theme|Public)
RETURN r.id AS id, type(r) AS relation, n.id AS de, x.id AS vers, r.faits AS faits
ORDER BY id
