import { parMotif, type Regle } from '../regle.js';

/** « ter semestre », « ler mai »: the figure of « 1er » recognised as a letter. */
export const premier: Regle = {
  nom: 'reparation-premier@1',
  quoi: 'un « 1er » mal reconnu',
  exemples: [
    ['Période : ter semestre 2031', 'Période : 1er semestre 2031'],
    ['le ler octobre', 'le 1er octobre'],
  ],
  trouver: (texte) =>
    parMotif(
      texte,
      /(?<![\p{L}\p{N}]|\p{N} )[tlI]er(?= (?:semestre|trimestre|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?!\p{L}))/gu,
      () => '1er',
    ),
};
