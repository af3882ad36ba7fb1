import { fold } from '../../../src/french/fold.js';
import type { Vocabulaire } from '../../sources/vocabulaire.js';
import { etiquetteEnTete } from './etiquettes.js';
import type { RangTableau, Tableau } from './tableaux.js';

const TITRE_MAX = 160;

/**
 * A table whose labels run down the first column and whose titles run along the first row has an action
 * in each column: it is turned, so that each action is a row. Any other table is left as it is.
 */
export function redresser(tableau: Tableau, v: Vocabulaire): Tableau {
  if (!aUneActionParColonne(tableau, v)) return tableau;
  const [tete] = tableau;
  return (tete?.cases ?? []).map((_, colonne): RangTableau => {
    const cases = tableau.map((r) => r.cases[colonne] ?? { passages: [], texte: '' });
    const lignes = [...new Set(cases.flatMap((c) => c.passages.map((p) => p.ligne)))];
    return { cases, lignes };
  });
}

function aUneActionParColonne(tableau: Tableau, v: Vocabulaire): boolean {
  const [tete, ...suite] = tableau;
  const [coin, ...titres] = tete?.cases ?? [];
  if (coin === undefined || titres.length < 2 || suite.length < 2) return false;
  if (coin.texte !== '' && !v.colonneTitre.test(fold(coin.texte).replace(/\s+/g, ' ').trim()))
    return false;
  const estEtiquette = (texte: string) => {
    const lue = etiquetteEnTete(texte, v);
    return lue !== null && lue.valeur >= texte.length;
  };
  const nommes = titres.every(
    ({ texte }) => /\p{L}{3}/u.test(texte) && texte.length <= TITRE_MAX && !estEtiquette(texte),
  );
  const etiquettes = suite.filter((r) => estEtiquette(r.cases[0]?.texte ?? '')).length;
  return nommes && etiquettes >= 2 && etiquettes * 2 >= suite.length;
}
