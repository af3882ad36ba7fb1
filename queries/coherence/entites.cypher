// Quelles entités le graphe tient-il ?
// Paramètres : aucun.
// Colonnes : id, libelle, faits ; pour comparer le graphe aux faits.
MATCH (n)
RETURN n.id AS id, n.libelle AS libelle, n.faits AS faits
ORDER BY id
