// Quels index sont là ? Une contrainte d'unicité a le sien, qui porte son nom.
// Colonnes : nom.
SHOW INDEXES
YIELD name, state
WHERE state = 'ONLINE'
RETURN name AS nom
