import { enMots } from '../decoupe.js';
import { parMotif, type Regle } from '../regle.js';

/** A word written from top to bottom, one letter a line: what makes a word is read on one line. */
export const verticaux: Regle = {
  nom: 'reparation-texte-vertical@1',
  quoi: 'du texte écrit verticalement',
  exemples: [['Titre\nP\nU\nB\nL\nI\nC\nsuite', 'Titre\nPUBLIC\nsuite']],
  trouver: (texte, { lexique }) =>
    parMotif(texte, /(?<=^|\n)[ \t]*\p{L}[ \t]*(?:\n[ \t]*\p{L}[ \t]*){3,}(?=\n|$)/gu, (m) => {
      const lettres = m[0].replace(/\s+/g, '');
      for (const essai of [lettres, [...lettres].reverse().join('')]) {
        if (lexique.nomme(essai)) return essai;
        const mots = enMots(essai, lexique);
        if (mots !== null) return mots;
      }
      return null;
    }),
};
