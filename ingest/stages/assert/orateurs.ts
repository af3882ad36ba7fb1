import type { Bloc } from '../../../src/domain/bloc.js';
import { sliceBloc } from '../../../src/domain/bloc.js';
import { foldWithMap } from '../../../src/french/fold.js';
import type { IntervenantLu } from '../../../src/french/names.js';
import { isDeniedOrSupposed, isPast } from '../../../src/french/tenses.js';
import type { Contexte } from './contexte.js';
import { announced, subjects } from './orateursNommes.js';
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
  /(?:,\s+|\s)(?:et\s+)?(?:qui|\p{Ll}{2,}r(?:a|ont)|portera|permettra|sera|seront|est|sont|aura|en (?=\d)|le (?=premier|jeudi|lundi|mardi|mercredi|vendredi|\d)|les (?=\d)|pour|autour d|afin d|lors d|dans le cadre|sur l|sur un|en vue|puis(?!\s(?:M\.|Mme|l[ae]\s|\p{Lu}))|à partir|avec l)(?![\p{L}])/u;

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
      ...withSomebody(phrase, lire),
      ...asSubject(phrase, lire),
      ...named(phrase, lire),
    ]);
}

function named(phrase: Bloc, lire: Lire): Orateur[] {
  return [announced(phrase, lire) ?? [], subjects(phrase, lire)]
    .flat()
    .flatMap(({ valeur, lus }) => lus.map((lu) => ({ lu, valeur, role: 'intervenant' as const })));
}

function afterCue({ vocabulaire }: Contexte, phrase: Bloc, lire: Lire): Orateur[] {
  const { texte, carte } = foldWithMap(phrase.texte);
  const cues = [
    ['animateur', vocabulaire.animateurTexte],
    ['intervenant', vocabulaire.intervenantTexte],
  ] as const;
  const trouves = cues.flatMap(([role, motif]) =>
    [...texte.matchAll(new RegExp(motif.source, 'g'))].map((trouve) => ({ role, trouve })),
  );
  return trouves.flatMap(({ role, trouve }) => {
    // who leads a study is not who speaks; who presents it is
    if (role === 'animateur' && vocabulaire.oeuvreTexte.test(texte.slice(0, trouve.index)))
      return [];
    const debut = carte[trouve.index + trouve[0].length] ?? phrase.texte.length;
    const suite = SUITE.exec(phrase.texte.slice(debut));
    const fin = suite === null ? phrase.texte.length : debut + suite.index;
    return people(sliceBloc(phrase, debut, fin), role, lire);
  });
}

/** « une demi-journée de travail avec le pédopsychiatre Antoine Sabatier ». */
const AVEC_QUELQU_UN =
  /(?:\savec|^\s*Avec)\s+(?=(?:des\s\p{Ll}+\set\s)?(?:(?:l[ae]\s|une?\s|l[’'])\p{Ll}{5,}(?:\s\p{Ll}+)?\s\p{Lu}\p{Ll}|\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s(?:[Ll][ae]\s|de\s|d[’'])?\p{Lu}))/u;

function withSomebody(phrase: Bloc, lire: Lire): Orateur[] {
  const trouve = AVEC_QUELQU_UN.exec(phrase.texte) ?? AUTOUR.exec(phrase.texte);
  if (trouve === null) return [];
  const debut = trouve.index + trouve[0].length;
  const suite = SUITE.exec(phrase.texte.slice(debut));
  const fin = suite === null ? phrase.texte.length : debut + suite.index;
  return people(sliceBloc(phrase, debut, fin), 'intervenant', lire);
}

/** « Mireille Cazals, consultante, tiendra le fil » ; « Le commissaire Alain Roques y prendra la parole ». */
const SUJET =
  /^(?:\p{Lu}[\p{L}’'-]+(?: (?:de |du |d[’']|[Ll][ea] |[Ee]l )?\p{Lu}[\p{L}’'-]+){1,3}, [^,.;:]{3,80},|(?:L[ea] |L[’'])\p{Ll}{4,}(?: \p{Ll}+){0,3}(?: \p{Lu}[\p{L}’'-]+){2,3}) (?:(?:y|en|nous|vous|leur|lui|les?|la|s[’']y) |l[’'])*\p{Ll}{2,}ra(?!\p{L})/u;

/** Whoever is named with a function as the subject of a sentence in the future takes part. */
function asSubject(phrase: Bloc, lire: Lire): Orateur[] {
  const debut = /\S/.exec(phrase.texte)?.index ?? 0;
  const trouve = SUJET.exec(phrase.texte.slice(debut).replace(/\s/g, ' '));
  if (trouve === null) return [];
  const sujet = trouve[0].replace(
    /[, ]+(?:(?:y|en|nous|vous|leur|lui|les?|la|s[’']y) |l[’'])*\p{Ll}{2,}ra$/u,
    '',
  );
  return people(sliceBloc(phrase, debut, debut + sujet.length), 'intervenant', lire);
}

/** « autour de Karim Benali, psychologue »: with a function only, a name alone is a subject. */
const AUTOUR = /\sautour d(?:e\s|[’'])(?=\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,2}, \p{Ll}{4})/u;

function beforeVerb({ vocabulaire }: Contexte, phrase: Bloc, lire: Lire): Orateur[] {
  const { texte, carte } = foldWithMap(phrase.texte);
  const verbes = [...texte.matchAll(vocabulaire.orateurTexte)].filter((v) => v.index > 0);
  return verbes.flatMap((verbe, i) => {
    const precedent = verbes[i - 1];
    const depuis = precedent === undefined ? 0 : precedent.index + precedent[0].length;
    return aroundVerb(
      phrase,
      verbe[0],
      { depuis: carte[depuis] ?? 0, ...bounds(verbe, carte, phrase) },
      lire,
    );
  });
}

interface Verbe {
  /** Where the clause of the verb may start, after the verb before. */
  readonly depuis: number;
  readonly debut: number;
  readonly suite: number;
}

function bounds(verbe: RegExpExecArray, carte: readonly number[], phrase: Bloc) {
  return {
    debut: carte[verbe.index] ?? 0,
    suite: carte[verbe.index + verbe[0].length] ?? phrase.texte.length,
  };
}

function aroundVerb(
  phrase: Bloc,
  verbe: string,
  { depuis, debut, suite }: Verbe,
  lire: Lire,
): Orateur[] {
  const avant = sliceBloc(
    phrase,
    Math.max(depuis, clauseStart(phrase.texte.slice(0, debut))),
    debut,
  );
  const role = /anim|condui/.test(verbe) ? 'animateur' : 'intervenant';
  // « Bernadette Laurent animera les deux journées avec Hélène de Saint-Preux »
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

/** « une situation, que Dominique Glasman, sociologue, commentera »: the names start after « que ». */
function clauseStart(avant: string): number {
  const coupe = [...avant.matchAll(/(?:,\s(?:que\s|qu[’'])|\s:\s|;\s)/g)].at(-1);
  return coupe === undefined ? 0 : coupe.index + coupe[0].length;
}

function people(valeur: Bloc, role: Orateur['role'], lire: Lire): Orateur[] {
  return lire(valeur)
    .filter((lu) => lu.genre === 'personne')
    .map((lu) => ({ lu, valeur, role }));
}
