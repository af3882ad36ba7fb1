import { enMots, estPetitMot } from '../decoupe.js';
import { type Indices, parMotif, type Regle } from '../regle.js';

/** « deGarges-lès-Gonesse », « lavilledeSarcelles »: the space before a name was lost. */
export const capitalesCollees: Regle = {
  nom: 'reparation-capitales-collees@1',
  quoi: 'des noms collés au mot qui précède',
  exemples: [
    ['la ville deGarges-lès-Gonesse', 'la ville de Garges-lès-Gonesse'],
    ['lavilledeSarcelles', 'la ville de Sarcelles'],
  ],
  trouver: (texte, indices) =>
    parMotif(
      texte,
      /(?<![\p{L}\p{M}\p{N}@./_-])(\p{Ll}{1,}|\p{Lu}\p{Ll}{5,})(\p{Lu}\p{Ll}+(?:[-’']\p{L}+)*)(?![\p{L}\p{M}\p{N}@_])/gu,
      (m) => separer(m[1] ?? '', m[2] ?? '', indices),
    ),
};

function separer(gauche: string, droite: string, { lexique }: Indices): string | null {
  if (!lexique.nomme(droite)) return null;
  if (estPetitMot(gauche)) return `${gauche} ${droite}`;
  const mots = enMots(gauche, lexique)?.split(' ') ?? [];
  // a name that joins two words (« eTwinning », « imagineCanada ») has no small word before its capital
  return mots.length > 1 && estPetitMot(mots.at(-1) ?? '') ? `${mots.join(' ')} ${droite}` : null;
}
