// Quelles entités le graphe tient-il ?
// Paramètres : aucun.
// Colonnes : id, libelle, faits ; pour comparer le graphe aux faits.
MATCH (n:Programme|Axe|Action|Publication|Service|Notice|Document|Commune|Intercommunalite|Quartier|Departement|Dispositif|Personne|Organisme|Theme|Public)
RETURN n.id AS id, n.libelle AS libelle, n.faits AS faits
ORDER BY id
