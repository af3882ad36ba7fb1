// Où en est le graphe ? L'étiquette MaillageProjection n'a qu'un nœud.
// Colonnes : sequence (la dernière appliquée), modele (empreinte des étiquettes et propriétés écrites).
MATCH (p:MaillageProjection {id: 'graphe'})
RETURN p.sequence AS sequence, p.modele AS modele
