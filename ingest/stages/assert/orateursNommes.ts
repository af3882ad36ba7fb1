import { type Bloc, sliceBloc } from '../../../src/domain/bloc.js';
import type { IntervenantLu } from '../../../src/french/names.js';

type Lire = (valeur: Bloc) => IntervenantLu[];

/** People of a sentence, and the passage that names them. */
export interface Nommes {
  readonly valeur: Bloc;
  readonly lus: readonly IntervenantLu[];
}

/** « Guide : », « Formatrice : » before a name; the rank of a soldier or a policeman, which is no part of it. */
const AVANT =
  /^\s*(?:\p{Lu}\p{Ll}{2,20}(?:\s\p{Ll}+){0,2}\s?:\s+)?(?:(?:Colonel|Commandant|Capitaine|Lieutenant|Commissaire|Major|Brigadier|Adjudant)e?\s+)?/u;
const NOM =
  /^(?:(?:Mme|M\.|Dr|Pr|Me)\s)?\p{Lu}[\p{L}’'-]+(?:\s(?:de\s|du\s|d[’']|[Ll][ea]\s|[Ee]l\s)?\p{Lu}[\p{L}’'-]+){0,3},\s\p{L}/u;
const VERBE =
  /\s(?:est|sont|a|ont|ser(?:a|ont)|\p{Ll}{2,}r(?:a|ont|aient)|vient|viennent)(?!\p{L})/u;

/** A sentence that is only people, each with a function: « Michel Kail, sociologue ; Zineb Haddad, psychologue au PRE. » */
export function announced(phrase: Bloc, lire: Lire): Nommes | null {
  const debut = AVANT.exec(phrase.texte)?.[0].length ?? 0;
  const suite = phrase.texte.slice(debut);
  // « France Services, points-relais, écrivains publics : comment orienter ? » names nobody
  if (!NOM.test(suite) || VERBE.test(suite) || /\s:\s/.test(suite)) return null;
  return withFunction(sliceBloc(phrase, debut, phrase.texte.length), lire);
}

/** A function between commas, then what somebody will do. */
const FERA =
  /,\s+(?:(?:y|en|nous|vous|leur|lui|les?|la|s[’']y)\s|l[’'])*(?:\p{Ll}{2,}r(?:a|ont)|(?:a|ont) accepté)(?!\p{L})/gu;
const PROPOSITION = /(?:;\s|\s:\s|,\s(?:que\s|qu[’']))/gu;

/** « Un universitaire, Alain Viguier, économiste à Aix, jouera le rôle de candide », several with their functions too. */
export function subjects(phrase: Bloc, lire: Lire): Nommes[] {
  return [...phrase.texte.matchAll(FERA)].flatMap(({ index }) => {
    const avant = phrase.texte.slice(0, index);
    const coupe = [...avant.matchAll(PROPOSITION)].at(-1);
    const debut = coupe === undefined ? 0 : coupe.index + coupe[0].length;
    return withFunction(sliceBloc(phrase, debut, index), lire) ?? [];
  });
}

/** A name alone proves nothing: whoever has no function is left out. */
function withFunction(valeur: Bloc, lire: Lire): Nommes | null {
  const lus = lire(valeur).filter((lu) => lu.genre === 'personne' && lu.fonction !== undefined);
  return lus.length === 0 ? null : { valeur, lus };
}
