// Crée ou remplace dans la table {label} les entités d'un fichier de chargement ; leurs relations restent.
// Trous : label, lecture (clause LOAD), affectations (n.colonne = expression).
{lecture}
MERGE (n:{label} {id: id})
SET {affectations}
