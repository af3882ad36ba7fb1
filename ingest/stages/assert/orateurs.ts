import type { Bloc } from '../../../src/domain/bloc.js';
import { sliceBloc } from '../../../src/domain/bloc.js';
import { foldWithMap } from '../../../src/french/fold.js';
import type { IntervenantLu } from '../../../src/french/names.js';
import type { Contexte } from './contexte.js';

/** A person that the running text makes speak or lead, in the sentence that says it. */
export interface Orateur {
  readonly lu: IntervenantLu;
  readonly valeur: Bloc;
  readonly role: 'intervenant' | 'animateur';
}

type Lire = (valeur: Bloc) => IntervenantLu[];

/** The end of a sentence; the dot of « M. » or of an initial ends none. */
const FIN = /(?<!(?:^|[^\p{L}])(?:M|MM|Dr|Pr|\p{Lu}))[.?!;](?=\s|$)/u;
/** After a name and its function, the sentence goes on to something else. */
const SUITE =
  /(?:,\s+|\s)(?:et\s+)?(?:qui|portera|permettra|sera|aura|pour|autour d|afin d|lors d|dans le cadre|sur l|sur un|en vue|puis|à partir)(?![\p{L}])/u;

/**
 * People of the running text after « animé par », « avec l'intervention de », or before « interviendra »:
 * a name alone, or after « selon », is not one of them.
 */
export function speakersIn(contexte: Contexte, bloc: Bloc, lire: Lire): Orateur[] {
  return sentences(bloc).flatMap((phrase) => [
    ...afterCue(contexte, phrase, lire),
    ...beforeVerb(contexte, phrase, lire),
  ]);
}

function afterCue({ vocabulaire }: Contexte, phrase: Bloc, lire: Lire): Orateur[] {
  const { texte, carte } = foldWithMap(phrase.texte);
  const cues = [
    ['animateur', vocabulaire.animateurTexte],
    ['intervenant', vocabulaire.intervenantTexte],
  ] as const;
  return cues.flatMap(([role, motif]) => {
    const trouve = motif.exec(texte);
    if (trouve === null) return [];
    const debut = carte[trouve.index + trouve[0].length] ?? phrase.texte.length;
    const suite = SUITE.exec(phrase.texte.slice(debut));
    const fin = suite === null ? phrase.texte.length : debut + suite.index;
    return people(sliceBloc(phrase, debut, fin), role, lire);
  });
}

function beforeVerb({ vocabulaire }: Contexte, phrase: Bloc, lire: Lire): Orateur[] {
  const { texte, carte } = foldWithMap(phrase.texte);
  const verbe = vocabulaire.orateurTexte.exec(texte);
  if (verbe === null || verbe.index === 0) return [];
  const avant = sliceBloc(phrase, 0, carte[verbe.index] ?? 0);
  const role = /anim|condui/.test(verbe[0]) ? 'animateur' : 'intervenant';
  return people(avant, role, lire);
}

function people(valeur: Bloc, role: Orateur['role'], lire: Lire): Orateur[] {
  return lire(valeur)
    .filter((lu) => lu.genre === 'personne')
    .map((lu) => ({ lu, valeur, role }));
}

function sentences(bloc: Bloc): Bloc[] {
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
