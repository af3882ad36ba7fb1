// Ajoute les relations {type} de {de} vers {vers} d'un fichier de chargement.
// Trous : type, de, vers, lecture (clause LOAD), colonnes (expressions : les deux bouts, puis celles de la table).
COPY {type} FROM ({lecture} RETURN {colonnes}) (from = '{de}', to = '{vers}')
