import type { Bloc } from '../../../src/domain/bloc.js';
import { sliceBloc } from '../../../src/domain/bloc.js';
import { foldWithMap } from '../../../src/french/fold.js';
import { isDeniedOrSupposed, isPast } from '../../../src/french/tenses.js';
import type { Contexte } from './contexte.js';

/** The end of a sentence; the dot of « M. » or of an initial ends none. */
const FIN = /(?<!(?:^|[^\p{L}])(?:M|MM|Dr|Pr|art|env|\p{Lu}))[.?!;](?=\s|$)/u;
/** « … » between quotation marks, of some length: somebody else's words. */
const CITATION = /«[^»]{30,}»|“[^”]{30,}”/g;

/** The sentences of a block, without their final mark. */
export function sentences(bloc: Bloc): Bloc[] {
  const phrases: Bloc[] = [];
  let debut = 0;
  while (debut < bloc.texte.length) {
    const fin = FIN.exec(bloc.texte.slice(debut));
    const arret = fin === null ? bloc.texte.length : debut + fin.index;
    const blancs = /^\s*/.exec(bloc.texte.slice(debut))?.[0].length ?? 0;
    if (arret > debut + blancs) phrases.push(sliceBloc(bloc, debut + blancs, arret));
    debut = arret + 1;
  }
  return phrases;
}

/** A sentence that tells how its action goes, folded with the way back. */
export interface PhraseUtile {
  readonly bloc: Bloc;
  /** Folded, its white space made plain, quotations blanked. */
  readonly plie: string;
  /** Offset in the block of an offset in `plie`. */
  readonly place: (position: number) => number;
}

/**
 * The sentences that say something of the action itself: its sessions or its people are their subject, and
 * they are neither of the past, nor denied, nor an example, nor about something else (a law, a report).
 */
export function usableSentences({ vocabulaire }: Contexte, blocs: readonly Bloc[]): PhraseUtile[] {
  return blocs.flatMap(sentences).flatMap((bloc) => {
    const lisible = bloc.texte.replace(CITATION, (tout) => ' '.repeat(tout.length));
    const { texte, carte } = foldWithMap(lisible);
    const plie = texte.replace(/\s/g, ' ');
    if (isPast(lisible) || isDeniedOrSupposed(lisible)) return [];
    if (vocabulaire.horsAction.test(plie)) return [];
    if (!vocabulaire.sujetAction.test(plie)) return [];
    return [{ bloc, plie, place: (position: number) => carte[position] ?? bloc.texte.length }];
  });
}
