import { enMots, estPetitMot } from '../decoupe.js';
import { type Indices, type Mot, motsDe, type Regle } from '../regle.js';
import type { Retouche } from '../travail.js';

/** A word that long, unknown and made of known ones may be several. */
const LONGUEUR_MIN = 8;
/** Alone on its page it must be this many: « surcoordination » is one word, whatever the lexicon says. */
const MOTS_MIN = 4;
/** « groupedetravail »: two long words around a small one. */
const EXPRESSION = /^\p{L}{5,} (?:de|du|des|et|la|en) \p{L}{5,}$/iu;
/** Words run together on one page beyond which two are enough. */
const SUSPECTS_MIN = 3;

/** « lesacteursdelavillesont »: spaces that the file showed by moving the pen, and that were lost. */
export const espacesPerdus: Regle = {
  nom: 'reparation-espaces-perdus@1',
  quoi: 'des espaces perdus',
  exemples: [
    ['où lesacteursdelavillesont réunis', 'où les acteurs de la ville sont réunis'],
    ['un groupedetravail', 'un groupe de travail'],
    [
      'lesacteurs delaville etleshabitants dechaque quartier',
      'les acteurs de la ville et les habitants de chaque quartier',
    ],
  ],
  trouver(texte, indices) {
    const suspects = motsDe(texte).filter((m) => estSuspect(m, indices));
    if (suspects.length === 0) return [];
    const coupes = suspects.flatMap((mot): (Retouche & { mots: number })[] => {
      const lu = enMots(mot.texte, indices.lexique);
      const mots = lu?.split(' ') ?? [];
      if (lu === null || mots.length < 2) return [];
      if (!mots.some((m) => estPetitMot(m.toLowerCase()))) return [];
      return [{ ...mot, texte: lu, mots: mots.length }];
    });
    const nombreux = coupes.length >= SUSPECTS_MIN;
    return coupes.filter((c) => nombreux || c.mots >= MOTS_MIN || EXPRESSION.test(c.texte));
  },
};

function estSuspect({ texte }: Mot, { lexique, document }: Indices): boolean {
  if (texte.length < LONGUEUR_MIN || !/^\p{L}?(?:\p{Ll}+|\p{Lu}+)$/u.test(texte)) return false;
  const bas = texte.toLowerCase();
  return (document.get(bas) ?? 0) < SUSPECTS_MIN && !lexique.nommeSansAccents(bas);
}
