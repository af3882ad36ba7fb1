import type { Lexique } from '../lexique.js';
import { parMotif, type Regle } from '../regle.js';

/**
 * « bénéfi ciaires », « di ff érent »: the ligature stood apart in the file. Two words are joined when
 * they make one and are not two by themselves (« le profi l »; « un chef fi nal » has no such word).
 */
export const ligaturesDetachees: Regle = {
  nom: 'reparation-ligatures-detachees@1',
  quoi: 'des mots coupés après une ligature',
  exemples: [
    ['les bénéfi ciaires', 'les bénéficiaires'],
    ['un di ff érent effi cace', 'un différent efficace'],
    ['la fi lière et ses ef forts', 'la filière et ses efforts'],
  ],
  trouver: (texte, { lexique }) =>
    parMotif(
      texte,
      /(?<![\p{L}\p{M}])(?:(\p{L}+)( ?))?(ffi|ffl|ff|fi|fl|f f)( ?)(\p{Ll}+)(?![\p{L}\p{M}])/gu,
      ([tout, gauche = '', a = '', ligature = '', b = '', droite = '']) => {
        const suite = ligature.replace(' ', '') + droite;
        // « la fi lière »: the word before is none of its parts
        const essais = a === '' ? [gauche + suite] : [`${gauche} ${suite}`, gauche + suite];
        if (a + b === '' && !ligature.includes(' ')) return null;
        if (tousConnus(tout, lexique)) return null;
        return essais.find((essai) => essai !== tout && tousConnus(essai, lexique)) ?? null;
      },
    ),
};

function tousConnus(mots: string, lexique: Lexique): boolean {
  return mots
    .toLowerCase()
    .split(' ')
    .every((mot) => lexique.connait(mot));
}
