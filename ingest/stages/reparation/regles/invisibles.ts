import { parMotif, type Regle } from '../regle.js';

/**
 * Characters that show nothing and cut words: soft hyphens, zero-width spaces and joiners, byte order marks.
 * A soft hyphen at the end of a line is left to the joining of lines.
 */
export const invisibles: Regle = {
  nom: 'reparation-caracteres-invisibles@1',
  quoi: 'des caractères invisibles au milieu des mots',
  exemples: [
    ['déve\u00adloppe\u00adment', 'développement'],
    ['ac\u200btion', 'action'],
  ],
  trouver: (texte) =>
    parMotif(
      texte,
      /(\S)(?:\u00ad+(?=[^\s\u00ad])|[\u200b-\u200d\u2060\ufeff]+)|[\u200b-\u200d\u2060\ufeff]+(\S)/gu,
      (m) => m[1] ?? m[2] ?? '',
    ),
};
