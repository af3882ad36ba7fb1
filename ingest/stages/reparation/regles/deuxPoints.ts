import { parMotif, type Regle } from '../regle.js';

/** A few words with a capital at the head of a line, then an exclamation mark and what follows it. */
const MOTIF = /^([ \t]*(\p{Lu}\p{Ll}+(?: \p{Ll}+){0,3}) ?)!(?= ([\p{L}\p{N}]))/gmu;
/** What is really exclaimed. */
const EXCLAMATIONS =
  /^(?:attention|bienvenue|bonne?|bravo|dernière minute|enfin|inscrivez|merci|nouveau|nouveauté|participez|rappel|rejoignez|venez)(?!\p{L})/iu;

/**
 * « Date ! 1er semestre »: the colon of a label recognised as an exclamation mark. A sentence that follows
 * an exclamation starts with a capital; before one, the label must have its colon elsewhere in the page.
 */
export const deuxPoints: Regle = {
  nom: 'reparation-deux-points@1',
  quoi: 'un deux-points mal reconnu',
  exemples: [
    ['Date ! 1er semestre 2031', 'Date : 1er semestre 2031'],
    ['Lieu : Cergy\nLieu ! Sarcelles', 'Lieu : Cergy\nLieu : Sarcelles'],
  ],
  surImage: true,
  trouver: (texte) =>
    parMotif(texte, MOTIF, ([, avant = '', label = '', suite = '']) => {
      if (EXCLAMATIONS.test(label)) return null;
      const ailleurs = texte.includes(`${label} :`);
      return ailleurs || /[\p{Ll}\p{N}]/u.test(suite) ? `${avant}:` : null;
    }),
};
