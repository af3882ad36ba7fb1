import { parMotif, type Regle } from '../regle.js';

/** « Axe 1 : HabiterAxe 1 : Habiter »: a line drawn twice to look bold. */
export const superposes: Regle = {
  nom: 'reparation-texte-superpose@1',
  quoi: 'des lignes écrites deux fois',
  exemples: [['Contrat de villeContrat de ville', 'Contrat de ville']],
  // two times the same words with a space between them may be meant; a capital inside a word is not
  trouver: (texte) =>
    parMotif(texte, /^[ \t]*(\p{Lu}[^\n]{6,118}[\p{Ll}\p{N}])\1[ \t]*$/gmu, (m) => m[1] ?? null),
};
