import type { Bloc } from '../../../src/domain/bloc.js';
import { sliceBloc } from '../../../src/domain/bloc.js';
import type { DateLue } from '../../../src/french/dates.js';
import { foldWithMap } from '../../../src/french/fold.js';
import { MOIS } from '../../../src/french/months.js';
import type { Dit, Dites } from './dites.js';
import { daysOf } from './mois.js';
import { cueOf } from './phrases.js';
import { isOfAnotherActor, isToCome } from './portee.js';
import { cellOf } from './tableaux.js';
import type { VocabulaireRapport } from './vocabulaire.js';

/** When an action took place: its days, and the first passage that says so. */
export interface Calendrier {
  readonly dates: Dit<readonly string[]> | null;
  readonly periode: Dit<string> | null;
}

/** A day that was only planned, or the bound of a period. */
const PREVUE =
  /(?:prevue?s?|fixee?s?|programmee?s?|annoncee?s?|envisagee?s?|initialement|inscrite?s?)(?: initialement)?(?: a la date| aux dates)?(?: (?:pour|du|des|au|aux|le|les|a|en))*(?: la date du| les?)? ?$|(?:jusqu'au|avant le|depuis le|d'ici (?:au|le)|a partir du|des le|entre le) ?$/;
const PERIODE = /(?:^|[^a-z])(?:du|entre le) \d{1,2}(?:er)?(?: [a-z]+)?(?: \d{4})? (?:au|et le) ?$/;
/** The start of a period: « du 3 juin au 5 juillet ». */
const VERS = /^ au \d{1,2}/;

/** The days of the sentences that say what took place; those of another year only when there is no other. */
export function datesOf({ phrases, entree, annee, v }: Dites, tenue: boolean): Calendrier {
  const cellule =
    cellOf(entree.cellules, 'dates') ??
    entree.champs.find((c) => c.champs.includes('periode'))?.valeur;
  if (cellule !== undefined && cellule.texte.trim() !== '')
    return {
      dates: merged([daysIn(cellule, annee, entree.mois)], annee),
      periode: { valeur: cellule.texte, bloc: cellule },
    };
  const lues = phrases
    .map((phrase) => heldPart(phrase, v))
    .filter((phrase) => {
      const indice = cueOf(phrase.texte, v);
      // put off and held all the same: the day that it was put off to
      if (indice?.statut === 'reportee' && tenue) return true;
      if (indice !== null && indice.statut !== 'realisee' && indice.statut !== 'partielle')
        return false;
      const { texte: plie } = foldWithMap(phrase.texte);
      return !isOfAnotherActor(phrase, v) && !(indice === null && isToCome(plie));
    });
  const trouvees = lues.map((phrase) => {
    const reporte = cueOf(phrase.texte, v)?.statut === 'reportee' ? newDay(phrase, v) : phrase;
    return daysIn(reporte, annee, entree.mois);
  });
  const premiere = trouvees.find((t) => t !== null) ?? null;
  const passage = premiere?.bloc ?? lues.flatMap((p) => spanIn(p) ?? [])[0];
  return {
    dates: merged(trouvees, annee),
    periode: passage === undefined ? null : { valeur: passage.texte, bloc: passage },
  };
}

const DUREE = new RegExp(
  `(?<![a-z])(?:du|entre le) \\d{1,2}(?:er)?(?: (?:${MOIS}))? (?:au|et le) \\d{1,2}(?:er)? (?:${MOIS})(?: (?:19|20)\\d\\d)?|(?<![a-z])(?:de|d'|entre) ?(?:${MOIS}) (?:a|et) (?:${MOIS})(?: (?:19|20)\\d\\d)?`,
);

/** « du 3 au 17 avril »: an action that lasted has bounds, and none of its days. */
function spanIn(phrase: Bloc): Bloc | null {
  const { texte: plie, carte } = foldWithMap(phrase.texte);
  const m = DUREE.exec(plie);
  if (m === null || PREVUE.test(plie.slice(Math.max(0, m.index - 60), m.index))) return null;
  return sliceBloc(phrase, carte[m.index] ?? 0, carte[m.index + m[0].length] ?? 0);
}

/** « Le premier module a eu lieu le 3 juin, le second n'a pas été ouvert »: what comes before the refusal. */
function heldPart(phrase: Bloc, v: VocabulaireRapport): Bloc {
  const indice = cueOf(phrase.texte, v);
  if (indice?.statut !== 'annulee') return phrase;
  const virgule = phrase.texte.slice(0, indice.debut).search(/,[^,]*$/);
  const avant = sliceBloc(phrase, 0, Math.max(0, virgule));
  return cueOf(avant.texte, v)?.statut === 'realisee' ? avant : phrase;
}

/** What follows « décalée au », « reprogrammée le ». */
function newDay(phrase: Bloc, v: VocabulaireRapport): Bloc {
  const { texte: plie, carte } = foldWithMap(phrase.texte);
  const fins = v.reports.flatMap((motif) => {
    const m = motif.exec(plie);
    return m === null ? [] : [m.index + m[0].length];
  });
  // « Décalé du printemps à l'automne, ce cycle s'est tenu les 3 et 10 octobre »
  const tenue = v.statuts.find(([s]) => s === 'realisee')?.[1];
  const suite = tenue === undefined ? -1 : plie.search(new RegExp(tenue.source));
  const debut = fins.length === 0 ? suite : Math.max(...fins);
  return sliceBloc(
    phrase,
    debut < 0 ? 0 : (carte[debut] ?? 0),
    debut < 0 ? 0 : phrase.texte.length,
  );
}

function merged(
  trouvees: readonly (Dit<readonly string[]> | null)[],
  annee: number,
): Dit<readonly string[]> | null {
  const lues = trouvees.flatMap((t) => (t === null ? [] : [t]));
  const de = (d: string) => d.startsWith(`${annee}-`);
  const siennes = lues.some((t) => t.valeur.some(de))
    ? lues.map((t) => ({ ...t, valeur: t.valeur.filter(de) })).filter((t) => t.valeur.length > 0)
    : lues;
  const [premiere, ...autres] = siennes;
  if (premiere === undefined) return null;
  return {
    valeur: [...new Set(siennes.flatMap((t) => t.valeur))].sort(),
    bloc: premiere.bloc,
    ...(autres.length === 0 ? {} : { suite: autres.map((t) => t.bloc) }),
  };
}

function daysIn(
  bloc: Bloc,
  annee: number,
  mois: number | undefined,
): Dit<readonly string[]> | null {
  const { texte: plie, carte } = foldWithMap(bloc.texte);
  const lues = held(plie, daysOf(plie, annee, mois));
  const [premiere] = lues;
  const derniere = lues.at(-1);
  if (premiere === undefined || derniere === undefined) return null;
  const dates = [...new Set(lues.map((d) => d.date))].sort();
  // the full stop of the sentence is none of an abbreviated month
  const fin =
    derniere.fin -
    (/(?:mars|mai|juin|aout|[a-z]{5,})\.$/.test(plie.slice(0, derniere.fin)) ? 1 : 0);
  return {
    valeur: dates,
    bloc: sliceBloc(bloc, carte[premiere.debut] ?? 0, carte[fin] ?? 0),
  };
}

/** Those of the list that a planned day opens are planned too. */
function held(plie: string, lues: readonly DateLue[]): DateLue[] {
  let precedente: { fin: number; tenue: boolean } | null = null;
  return lues.filter((d) => {
    const liee: boolean =
      precedente !== null &&
      /^(?:,| et| puis| ou)* ?(?:les? )?$/.test(plie.slice(precedente.fin, d.debut));
    const avant = plie.slice(Math.max(0, d.debut - 60), d.debut);
    const tenue: boolean =
      liee && precedente !== null
        ? precedente.tenue
        : !PREVUE.test(avant) && !PERIODE.test(avant) && !VERS.test(plie.slice(d.fin));
    precedente = { fin: d.fin, tenue };
    return tenue;
  });
}

/** « reportée au premier trimestre 2013 »: the rest of the clause. */
export function postponedTo({ phrases, entree, v }: Dites): Dit<string> | null {
  const cellule = cellOf(entree.cellules, 'report');
  if (cellule !== undefined && cellule.texte.trim() !== '')
    return { valeur: cellule.texte, bloc: cellule };
  for (const phrase of phrases) {
    const { texte: plie, carte } = foldWithMap(phrase.texte);
    const m = v.reports.map((motif) => motif.exec(plie)).find((trouve) => trouve !== null);
    if (m === undefined || m === null) continue;
    const debut = m.index + m[0].length;
    const clause =
      /^[^,;.()]*?(?=[,;.()]| (?:faute|en raison|a cause|pour (?:des|cause|permettre)|suite|afin|car|compte tenu|a la demande)(?![a-z])|$)/.exec(
        plie.slice(debut),
      )?.[0] ?? '';
    if (clause.trim() === '') continue;
    const bloc = sliceBloc(
      phrase,
      carte[debut] ?? 0,
      carte[debut + clause.trimEnd().length] ?? phrase.texte.length,
    );
    return { valeur: bloc.texte.trim(), bloc };
  }
  return null;
}
