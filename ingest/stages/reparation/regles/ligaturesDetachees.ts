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
  ],
  trouver: (texte, { lexique }) =>
    parMotif(
      texte,
      /(?<![\p{L}\p{M}])(?:(\p{L}+)( ?))?(ffi|ffl|ff|fi|fl)( ?)(\p{Ll}+)(?![\p{L}\p{M}])/gu,
      ([, gauche = '', a = '', ligature = '', b = '', droite = '']) => {
        if (a + b === '') return null;
        const parties = [gauche + a, ligature + b, droite].join('').toLowerCase().split(' ');
        if (parties.every((p) => lexique.connait(p))) return null;
        const joint = gauche + ligature + droite;
        return lexique.connait(joint.toLowerCase()) ? joint : null;
      },
    ),
};
