import { type Bloc, sliceBloc } from '../../../src/domain/bloc.js';

/** Opening and closing quotation marks that go by pairs. */
const PAIRES: readonly (readonly [string, string])[] = [
  ['«', '»'],
  ['“', '”'],
];

/** A title without the quotation mark at its end that none opens, or at its start that none closes. */
export function sansGuillemetOrphelin(titre: Bloc): Bloc {
  let { texte } = titre;
  let debut = 0;
  for (const [ouvrant, fermant] of PAIRES) {
    const ecart = compter(texte, ouvrant) - compter(texte, fermant);
    if (ecart < 0 && texte.endsWith(fermant)) texte = texte.slice(0, -1).trimEnd();
    if (ecart > 0 && texte.slice(debut).startsWith(ouvrant)) {
      debut += 1;
      while (/\s/.test(texte[debut] ?? '')) debut += 1;
    }
  }
  return debut === 0 && texte === titre.texte ? titre : sliceBloc(titre, debut, texte.length);
}

function compter(texte: string, signe: string): number {
  return texte.split(signe).length - 1;
}
