import type { Bloc } from '../../../src/domain/bloc.js';
import { sliceBloc } from '../../../src/domain/bloc.js';
import { fold, foldWithMap } from '../../../src/french/fold.js';
import { MOIS } from '../../../src/french/months.js';
import type { StatutRealise, VocabulaireRapport } from './vocabulaire.js';

/** Ends a sentence: not « M. », « p. », « 1. » nor an initial. */
const FIN = /(?<!\b(?:M|MM|Mme|Mmes|Dr|Pr|p|n|cf|etc|art|no|[A-Z]))[.?!](?=\s|$)|;(?=\s)/gu;
/** Where a sentence goes on about another action. */
const SUITE =
  /,?\s(?:tandis que|alors que|mais|quant (?:à|au|aux))\s(?=(?:l[ae]s?\s|l[’']))|,\set\s(?=(?:l[ae]s?\s|l[’'])[^,]{3,80}\s(?:a|ont|n[’']a|s[’']est)\s)/giu;

/** The sentences of a block, as parts of it. */
export function sentences(bloc: Bloc): Bloc[] {
  const bornes: number[] = [0];
  for (const m of bloc.texte.matchAll(FIN)) {
    if (m[0] === ';' && dansParenthese(bloc.texte, m.index)) continue;
    bornes.push(m.index + 1);
  }
  for (const m of bloc.texte.matchAll(SUITE)) bornes.push(m.index + m[0].length);
  bornes.push(bloc.texte.length);
  const triees = [...new Set(bornes)].sort((a, b) => a - b);
  return triees.slice(1).flatMap((fin, i) => {
    const debut = triees[i] ?? 0;
    const blancs = /^\s*/.exec(bloc.texte.slice(debut, fin))?.[0].length ?? 0;
    return debut + blancs < fin ? [sliceBloc(bloc, debut + blancs, fin)] : [];
  });
}

function dansParenthese(texte: string, position: number): boolean {
  const avant = texte.slice(0, position);
  return avant.split('(').length > avant.split(')').length;
}

/** A cue of a statut in a sentence: offsets of its text. */
export interface Indice {
  readonly statut: StatutRealise;
  readonly debut: number;
  readonly fin: number;
}

/** The strongest cue of a sentence: what was called off before what took place; the first of its statut. */
export function cueOf(texte: string, v: VocabulaireRapport): Indice | null {
  const { texte: plie, carte } = foldWithMap(texte);
  for (const [statut, motif] of v.statuts) {
    for (const m of plie.matchAll(motif)) {
      const avant = plie.slice(Math.max(0, m.index - 60), m.index);
      // « aucune des séances n'a pu se tenir » is negated once
      const nie = m[0].startsWith("n'") || m[0].startsWith('ne ');
      if (m[0] === '' || (!nie && endsWithNegation(avant, v))) continue;
      return {
        statut,
        debut: carte[m.index] ?? 0,
        fin: carte[m.index + m[0].length] ?? texte.length,
      };
    }
  }
  return null;
}

function endsWithNegation(avant: string, v: VocabulaireRapport): boolean {
  return v.negation.test(avant);
}

const A_VENIR =
  /(?<![a-z])(?:se |s')?(?:[a-z]{2,}(?:era|eront|ira|iront)|aura|auront|sera|seront)(?![a-z])/;

/** « Le club des élus se réunira de nouveau »: what a sentence that only tells of later is about. */
export function subjectToCome(texte: string): Sujet | null {
  const { texte: plie, carte } = foldWithMap(texte);
  const verbe = A_VENIR.exec(plie);
  if (verbe === null || verbe.index === 0) return null;
  const debut = carte[verbe.index] ?? 0;
  return subjectOf(texte, { statut: 'realisee', debut, fin: debut });
}

/** What a sentence is about: its words before the cue, without introduction nor relative clause. */
export interface Sujet {
  readonly debut: number;
  readonly fin: number;
}

const DETERMINANT =
  /^(?:l[ae]s?\s|l'|un[e]?\s|seule?s?\s|il\s|ils\s|elles?\s|celle|celui|des\s|ces?\s|cette\s|cet\s|deux\s|trois\s|quatre\s|\d+\s|«|action|seances?\s)/;
const INCISE =
  /,\s(?:faute d|en raison d|a cause d|pour (?:cause|raison)|compte tenu|(?:par )?suite a|malgre|a la demande)(?:e|es|u|')?(?=\s|[a-z])|,?\s(?:qui|que|dont|non prevue?s?|(?:prevue?s?|programmee?s?)(?![a-z]| (?:du |de la |de l'|des |d'))|(?:conduit|presente|suivi|introduit|ouvert|assure|anime|pilote|encadre)e?s? par|initialement|organisee?s? (?:le|en|a)|envisagee?s?|annoncee?s?|inscrite?s?|(?:lance|cree|demarre|constitue|anime)e?s? (?:en|le|a|depuis|au|par|avec|fin|debut)|n'|ne)(?=\s|[a-z])|\sn'$|\sne$/;

/** The subject of a sentence, before its cue; an empty one when the sentence starts with it. */
export function subjectOf(texte: string, indice: Indice): Sujet {
  const { texte: plie, carte } = foldWithMap(texte);
  const limite = carte.indexOf(indice.debut);
  const avant = plie.slice(0, limite < 0 ? plie.length : limite);
  const depart = start(avant);
  const reste = avant.slice(depart);
  const incise = INCISE.exec(sansGuillemets(reste));
  const fin = depart + (incise?.index ?? reste.length);
  const propre = plie.slice(depart, fin).replace(/[\s,:;(–-]+$/, '');
  return { debut: carte[depart] ?? 0, fin: carte[depart + propre.length] ?? 0 };
}

const QUAND = new RegExp(
  `^(?:des |depuis )?(?:le |les |du |au )(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?\\d{1,2}(?:er)?(?:(?:, | et | puis | au )(?:le |les )?\\d{1,2}(?:er)?)*(?: (?:${MOIS})(?: (?:19|20)\\d\\d)?)?(?: (?:et|puis) (?:le |les )?\\d{1,2} (?:${MOIS}))?,? `,
);

/** « En 2012, comme prévu, le groupe… »: the subject starts at the first clause that a determiner opens. */
function start(avant: string): number {
  let depart =
    /^\s*(?:(?:cette annee|en (?:19|20)\d\d|au total|enfin|par ailleurs),? )?/.exec(avant)?.[0]
      .length ?? 0;
  // « Le 13 octobre, sous les platanes, les éducateurs… »
  const quand = QUAND.exec(avant.slice(depart));
  if (quand !== null) {
    const suite = avant.slice(depart + quand[0].length);
    const clause = DETERMINANT.test(suite)
      ? 0
      : (/,\s(?=(?:l[ae]s?\s|l'|une?\s|nos\s|des\s))/.exec(suite)?.index ?? -2) + 2;
    if (suite.slice(clause).trim() !== '') return depart + quand[0].length + clause;
  }
  while (!DETERMINANT.test(avant.slice(depart))) {
    const virgule = /,\s+/.exec(avant.slice(depart));
    if (virgule === null) break;
    const suite = depart + virgule.index + virgule[0].length;
    if (!DETERMINANT.test(avant.slice(suite))) {
      depart = suite;
      continue;
    }
    return suite;
  }
  return DETERMINANT.test(avant.slice(depart)) ? depart : avant.length - avant.trimStart().length;
}

/** Quoted titles keep their length but none of their words. */
function sansGuillemets(texte: string): string {
  return texte.replace(/«[^»]*»|"[^"]*"/g, (q) => '#'.repeat(q.length));
}

const VIDES = new Set(
  'le la les l un une des de du d a au aux en et ou sur pour par dans avec ce cet cette ces son sa ses leur leurs notre nos il elle ils elles qui que se s y n ne tous toutes tout toute apres apre matin midi soir direction destination faveur deux trois quatre cinq six sept huit neuf dix fois plusieurs quelques'.split(
    ' ',
  ),
);

/** « du 21 mai 2013 », « de novembre et de décembre »: when, not what. */
const DATE = new RegExp(
  `(?:(?:du|de|des|d'|et|en|le|les|au) ?)*(?:\\d{1,2}(?:er)? ?)?(?<![a-z])(?:${MOIS})(?![a-z])(?: (?:19|20)\\d\\d)?|(?:en |de )?(?<!\\d)(?:19|20)\\d\\d(?!\\d)`,
  'g',
);

/** Words of a name that tell it from another: no article, no form of action, no figure. */
export function contentWords(texte: string, formats: RegExp, v: VocabulaireRapport): string[] {
  const plie = fold(texte)
    .replace(/^[\s«"]+/, '')
    .replace(DATE, ' ');
  const sansFormat = plie.replace(
    /^(?:l[ae]s? |l'|une? |des |ces? |cette |cet |(?:seule?s? |deux|trois|quatre|cinq|six|\d+) )*/,
    '',
  );
  const forme = formats.exec(sansFormat)?.[0].length ?? 0;
  return sansFormat
    .slice(forme)
    .split(/[^a-z0-9]+/)
    .map((m) => m.replace(/s$/, ''))
    .filter((m) => m.length > 1 && !VIDES.has(m) && !v.generiques.has(m));
}
