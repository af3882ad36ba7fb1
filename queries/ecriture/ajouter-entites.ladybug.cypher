// Ajoute à la table {label} les entités d'un fichier de chargement (graphe vide).
// Trous : label, lecture (clause LOAD), colonnes (expressions, dans l'ordre de la table).
COPY {label} FROM ({lecture} RETURN {colonnes})
