import { type Indices, parMotif, type Regle } from '../regle.js';

/** Signs that stand for an apostrophe between two letters; « l‘action » is only another way to print it. */
const SIGNES = "'’‘‛ʼ′´`＇";
const ELISION = '(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|aujourd)';
const MOTIF = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}${SIGNES}\\-])(${ELISION})(?:([′´\`＇]) ?|(['’]) | )(?=([\\p{L}]+))`,
  'giu',
);

/**
 * « l action », « l´action », « l’ action »: the apostrophe lost, another sign in its place, or a space
 * behind it. A letter alone before a word that begins by a vowel is an elision, except after a number
 * (« 3 t au », « 20 l en ») or a word that letters count (« point c et »).
 */
export const apostrophes: Regle = {
  nom: 'reparation-apostrophes@1',
  quoi: 'des apostrophes perdues',
  exemples: [
    ['pour l action d un élu', 'pour l’action d’un élu'],
    ['l´action', 'l’action'],
    ['qu ils', 'qu’ils'],
    ['aujourd hui', 'aujourd’hui'],
  ],
  trouver: (texte, indices) =>
    parMotif(texte, MOTIF, (m) => {
      const [, elide = '', signe, espace, suite = ''] = m;
      if (
        !/^[aeiouyhàâéèêëîïôœû]/i.test(suite) ||
        !(suite === 'hui' || indices.lexique.nomme(suite))
      )
        return null;
      if (signe === undefined && espace === undefined && !sure(texte, m, indices)) return null;
      return `${elide}${espace ?? '’'}`;
    }),
};

/** Where only a space stands: in lower case, after a word that is no number and that no letter follows. */
function sure(texte: string, m: RegExpExecArray, { lexique }: Indices): boolean {
  const avant = texte.slice(0, m.index);
  if (/[\p{N}°]\s?$/u.test(avant)) return false;
  if (
    /(?:point|lettre|lot|groupe|annexe|plan|option|partie|tranche|zone|bloc|salle|bâtiment|type|niveau|cas)s? $/i.test(
      avant,
    )
  ) {
    return false;
  }
  const [, elide = '', , , suite = ''] = m;
  if (elide.length === 1 && elide !== elide.toLowerCase()) {
    return /(?:^|[.!?:]\s+|\n)$/.test(avant) && lexique.connait(suite);
  }
  return (suite === 'hui') === (elide === 'aujourd') && (suite === 'hui' || lexique.nomme(suite));
}
