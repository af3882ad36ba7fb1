// Note où en est le graphe, dans la transaction de ses dernières écritures.
// Paramètres : $sequence, $modele.
MERGE (p:MaillageProjection {id: 'graphe'})
SET p.sequence = $sequence, p.modele = $modele
