import type { Bloc } from '../../../src/domain/bloc.js';
import { sliceBloc } from '../../../src/domain/bloc.js';
import { foldWithMap } from '../../../src/french/fold.js';
import type { IntervenantLu } from '../../../src/french/names.js';
import { isDeniedOrSupposed, isPast } from '../../../src/french/tenses.js';
import type { Contexte } from './contexte.js';
import { sentences } from './phrases.js';

/** A person that the running text makes speak or lead, in the sentence that says it. */
export interface Orateur {
  readonly lu: IntervenantLu;
  readonly valeur: Bloc;
  readonly role: 'intervenant' | 'animateur';
}

/** Before somebody else's name, after the verb. */
const AVEC = /\savec\s+(?=(?:M\.|Mme|l[ea]\s)?\s?\p{Lu})/u;

type Lire = (valeur: Bloc) => IntervenantLu[];

/** After a name and its function, the sentence goes on to something else. */
const SUITE =
  /(?:,\s+|\s)(?:et\s+)?(?:qui|\p{Ll}{2,}r(?:a|ont)|portera|permettra|sera|seront|est|sont|aura|en (?=\d)|le (?=premier|jeudi|lundi|mardi|mercredi|vendredi|\d)|les (?=\d)|pour|autour d|afin d|lors d|dans le cadre|sur l|sur un|en vue|puis|à partir)(?![\p{L}])/u;

/**
 * People of the running text after « animé par », « avec l'intervention de », or before « interviendra »:
 * a name alone, or after « selon », is not one of them.
 */
export function speakersIn(contexte: Contexte, bloc: Bloc, lire: Lire): Orateur[] {
  return sentences(bloc)
    .filter((phrase) => !isPast(phrase.texte) && !isDeniedOrSupposed(phrase.texte))
    .flatMap((phrase) => [
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
    if (trouve === null || vocabulaire.oeuvreTexte.test(texte.slice(0, trouve.index))) return [];
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
  // « Bernadette Laurent animera les deux journées avec Hélène de Saint-Preux »
  const suite = carte[verbe.index + verbe[0].length] ?? phrase.texte.length;
  const avec = AVEC.exec(phrase.texte.slice(suite));
  const compagnons =
    avec === null
      ? []
      : people(
          sliceBloc(phrase, suite + avec.index + avec[0].length, phrase.texte.length),
          role,
          lire,
        );
  return [...people(avant, role, lire), ...compagnons];
}

function people(valeur: Bloc, role: Orateur['role'], lire: Lire): Orateur[] {
  return lire(valeur)
    .filter((lu) => lu.genre === 'personne')
    .map((lu) => ({ lu, valeur, role }));
}
