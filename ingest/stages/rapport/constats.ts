import type { Bloc } from '../../../src/domain/bloc.js';
import { sliceBloc } from '../../../src/domain/bloc.js';
import { findDates } from '../../../src/french/dates.js';
import { foldWithMap } from '../../../src/french/fold.js';
import { NOMBRE, readNumber } from '../../../src/french/nombres.js';
import type { EntreeLue } from './lecture.js';
import { cueOf, sentences, subjectOf } from './phrases.js';
import { cellOf } from './tableaux.js';
import type { StatutRealise, VocabulaireRapport } from './vocabulaire.js';

/** A value read, and the passage that gives it. */
export interface Dit<T> {
  readonly valeur: T;
  readonly bloc: Bloc;
}

/** What an entry says of its action. */
export interface Constats {
  readonly statut: Dit<StatutRealise> | null;
  readonly dates: Dit<readonly string[]> | null;
  /** The dates or the period, as printed. */
  readonly periode: Dit<string> | null;
  readonly seances: Dit<number> | null;
  readonly participants: Dit<number> | null;
  readonly moyenne: Dit<number> | null;
  readonly approx: boolean;
  readonly reporteeA: Dit<string> | null;
}

/** Reads what an entry says, by its cells first, then by its sentences. */
export function findingsOf(entree: EntreeLue, annee: number, v: VocabulaireRapport): Constats {
  const phrases = entree.corps.flatMap(sentences);
  const bilan = cellOf(entree.cellules, 'statut');
  const toutes = bilan === undefined ? phrases : [...sentences(bilan), ...phrases];
  const dites = { phrases: toutes, entree, annee, v };
  const participants = participantsOf(dites);
  const dates = datesOf(dites);
  const reporteeA = postponedTo(dites);
  const seances = sessionsOf(dites);
  const lu = statutOf(dites);
  const effectif = participants.total ?? participants.moyenne ?? seances;
  const statut =
    lu ?? (effectif === null ? null : { valeur: 'realisee' as const, bloc: effectif.bloc });
  const partiel = shortfall(entree, statut, seances);
  const manquee = statut?.valeur === 'annulee' || statut?.valeur === 'reportee';
  return {
    statut: partiel ?? statut,
    ...(manquee
      ? { dates: null, periode: null, seances: null }
      : { dates: dates.dates, periode: dates.periode, seances }),
    participants: manquee ? null : participants.total,
    moyenne: manquee ? null : participants.moyenne,
    approx: !manquee && participants.approx,
    reporteeA: statut?.valeur === 'reportee' ? reporteeA : null,
  };
}

interface Dites {
  readonly phrases: readonly Bloc[];
  readonly entree: EntreeLue;
  readonly annee: number;
  readonly v: VocabulaireRapport;
}

/**
 * What became of the action, its sentences taken in order: put off then held is held; held, then one of
 * its sessions called off, is held in part.
 */
function statutOf({ phrases, entree, v }: Dites): Dit<StatutRealise> | null {
  let statut: Dit<StatutRealise> | null =
    entree.statut === null ? null : { valeur: entree.statut.statut, bloc: entree.statut.bloc };
  for (const phrase of phrases) {
    const indice = cueOf(phrase.texte, v);
    if (indice === null) continue;
    const { debut, fin } = subjectOf(phrase.texte, indice);
    const { texte: sujet } = foldWithMap(phrase.texte.slice(debut, fin));
    const morceau = v.partieDAction.test(sujet) && indice.statut !== 'realisee';
    const moins = lessThanPlanned(phrase.texte, v);
    const valeur: StatutRealise =
      moins && indice.statut === 'realisee' ? 'partielle' : morceau ? 'partielle' : indice.statut;
    statut = {
      valeur: combine(statut?.valeur ?? null, valeur),
      bloc: kept(statut, valeur, entree) ?? phrase,
    };
  }
  return statut;
}

/** The passage that already said so, unless it is only the heading over the item. */
function kept(
  statut: Dit<StatutRealise> | null,
  valeur: StatutRealise,
  entree: EntreeLue,
): Bloc | null {
  if (statut === null || statut.bloc === entree.statut?.bloc) return null;
  return combine(statut.valeur, valeur) === statut.valeur ? statut.bloc : null;
}

function combine(avant: StatutRealise | null, apres: StatutRealise): StatutRealise {
  if (avant === null) return apres;
  if (avant === 'partielle')
    return apres === 'annulee' || apres === 'reportee' || apres === 'realisee'
      ? 'partielle'
      : apres;
  if (avant === 'realisee') return apres === 'realisee' ? 'realisee' : 'partielle';
  return apres === 'realisee' && avant === 'annulee' ? 'annulee' : apres;
}

/** « 4 séances sur 6 », « seules deux des quatre séances prévues ». */
function lessThanPlanned(texte: string, v: VocabulaireRapport): boolean {
  const { texte: plie } = foldWithMap(texte);
  const m = new RegExp(
    `(${NOMBRE}) (?:${v.seances} )?(?:sur(?: les)?|des|parmi les) (${NOMBRE})(?: (?:${v.seances}))?(?: (?:prevu|programme|initialement|annonce)|(?! ?(?:place|inscrit)))`,
  ).exec(plie);
  if (m === null || !new RegExp(v.seances).test(m[0])) return false;
  const [a, b] = [readNumber(m[1] ?? ''), readNumber(m[2] ?? '')];
  return a !== null && b !== null && a.valeur < b.valeur;
}

/** A row « prévu : 6 séances, réalisé : 4 » is an action held in part. */
function shortfall(
  entree: EntreeLue,
  statut: Dit<StatutRealise> | null,
  seances: Dit<number> | null,
): Dit<StatutRealise> | null {
  const prevu = cellOf(entree.cellules, 'prevu');
  const realise = cellOf(entree.cellules, 'statut') ?? cellOf(entree.cellules, 'seances');
  if (
    prevu === undefined ||
    realise === undefined ||
    statut?.valeur === 'annulee' ||
    statut?.valeur === 'reportee'
  )
    return null;
  const [p, r] = [countIn(prevu), seances?.valeur ?? countIn(realise)];
  if (p === null || r === null) return null;
  if (r === 0) return { valeur: 'annulee', bloc: realise };
  return { valeur: r < p ? 'partielle' : 'realisee', bloc: realise };
}

/** A cell that is a number of sessions: « 4 », « 4 séances ». */
function countIn(bloc: Bloc): number | null {
  const { texte } = foldWithMap(bloc.texte);
  const m = new RegExp(
    `^(${NOMBRE})(?: (?:seances?|rencontres?|reunions?|journees?|sessions?|ateliers?))?$`,
  ).exec(texte.trim());
  return m === null ? null : (readNumber(m[1] ?? '')?.valeur ?? null);
}

function participantsOf({ phrases, entree, v }: Dites): {
  total: Dit<number> | null;
  moyenne: Dit<number> | null;
  approx: boolean;
} {
  const cellule = cellOf(entree.cellules, 'participants');
  if (cellule !== undefined) {
    const { texte: plie, carte } = foldWithMap(cellule.texte);
    const m = new RegExp(NOMBRE).exec(plie);
    const lu = m === null ? null : readNumber(m[0]);
    if (m !== null && lu !== null) {
      const bloc = sliceBloc(cellule, carte[m.index] ?? 0, carte[m.index + m[0].length] ?? 0);
      const moyen = /moyenne|par seance/.test(plie);
      const approx = lu.approx || isApprox(plie.slice(0, m.index));
      return {
        total: moyen ? null : { valeur: lu.valeur, bloc },
        moyenne: moyen ? { valeur: lu.valeur, bloc } : null,
        approx,
      };
    }
  }
  let total: Dit<number> | null = null;
  let moyenne: Dit<number> | null = null;
  let approx = false;
  for (const phrase of phrases) {
    for (const c of countsOf(phrase, v)) {
      if (c.moyen) moyenne ??= c.dit;
      else if (total === null) {
        total = c.dit;
        approx = c.approx;
      } else if (c.total && c.dit.valeur > total.valeur) {
        total = c.dit;
        approx = c.approx;
      }
    }
  }
  return { total, moyenne, approx: total === null ? false : approx };
}

interface Compte {
  readonly dit: Dit<number>;
  readonly moyen: boolean;
  readonly approx: boolean;
  /** « au total »: it sums what was counted before. */
  readonly total: boolean;
}

/** The numbers of participants of a sentence, in order. */
function countsOf(phrase: Bloc, v: VocabulaireRapport): Compte[] {
  const { texte: plie, carte } = foldWithMap(phrase.texte);
  if (!v.presence.test(plie) && !/participant/.test(plie)) return [];
  const motif = new RegExp(
    `(${NOMBRE}) (?:d'|de |des |autres |nouve(?:aux|lles) )?(?:${v.participants.join('|')})(?![a-z])`,
    'g',
  );
  return [...plie.matchAll(motif)].flatMap((m) => {
    const lu = readNumber(m[1] ?? '');
    const avant = plie.slice(Math.max(0, m.index - 40), m.index);
    const apres = plie.slice(m.index + m[0].length, m.index + m[0].length + 30);
    if (lu === null || v.absents.test(apres.split(/[,;.]| (?:et|dont) /)[0] ?? '')) return [];
    if (
      /(?:place|capacite|limite|prevu|attendu|pour) (?:[a-z]+ )?$/.test(avant) &&
      !/seances? pour $/.test(avant)
    )
      return [];
    const bloc = sliceBloc(phrase, carte[m.index] ?? 0, carte[m.index + m[0].length] ?? 0);
    return [
      {
        dit: { valeur: lu.valeur, bloc },
        moyen:
          /moyenne/.test(avant) ||
          /^(?: [a-z]+){0,3} (?:en moyenne|par (?:seance|rencontre|reunion|session|atelier))/.test(
            apres,
          ),
        approx: lu.approx || isApprox(avant),
        total: /total|ensemble|cumul/.test(avant) || /^(?: [a-z]+){0,3} au total/.test(apres),
      },
    ];
  });
}

function isApprox(avant: string): boolean {
  return /(?:environ|pres d[e']|plus d[e']|quelque|autour d[e']|une?) ?$/.test(avant);
}

function sessionsOf({ phrases, entree, v }: Dites): Dit<number> | null {
  const cellule =
    cellOf(entree.cellules, 'seances') ??
    entree.champs.find((c) => c.champs.includes('seances'))?.valeur;
  const lue = cellule === undefined ? null : firstCount(cellule, NOMBRE);
  if (lue !== null) return lue;
  for (const phrase of phrases) {
    const { texte: plie } = foldWithMap(phrase.texte);
    if (/(?:prevue?s?|programmee?s?|annulee?s?|reportee?s?|auront lieu|suivantes?) *$/.test(plie))
      continue;
    const compte = firstCount(
      phrase,
      `(?<!sur |sur les |des )${NOMBRE}(?= (?:(?:autres |nouvelles |nouveaux |grandes )?)${v.seances}(?! (?:prevu|programme|annule|reporte|ont ete annule|a ete annule)))`,
    );
    if (compte !== null) return compte;
  }
  const surs = phrases.map((p) =>
    firstCount(p, `(?<=sur |sur les |en )${NOMBRE}(?= ${v.seances})`),
  );
  return surs.find((s) => s !== null) ?? null;
}

function firstCount(bloc: Bloc, motif: string): Dit<number> | null {
  const { texte: plie, carte } = foldWithMap(bloc.texte);
  const m = new RegExp(motif).exec(plie);
  const lu = m === null ? null : readNumber(m[0]);
  if (m === null || lu === null) return null;
  return { valeur: lu.valeur, bloc: sliceBloc(bloc, carte[m.index] ?? 0, bloc.texte.length) };
}

function datesOf({ phrases, entree, annee, v }: Dites): Pick<Constats, 'dates' | 'periode'> {
  const cellule =
    cellOf(entree.cellules, 'dates') ??
    entree.champs.find((c) => c.champs.includes('periode'))?.valeur;
  if (cellule !== undefined && cellule.texte.trim() !== '') {
    const lues = daysIn(cellule, annee);
    return { dates: lues, periode: { valeur: cellule.texte, bloc: cellule } };
  }
  for (const phrase of phrases) {
    const indice = cueOf(phrase.texte, v);
    if (indice !== null && indice.statut !== 'realisee' && indice.statut !== 'partielle') continue;
    const lues = daysIn(phrase, annee);
    if (lues !== null)
      return { dates: lues, periode: { valeur: lues.bloc.texte, bloc: lues.bloc } };
  }
  return { dates: null, periode: null };
}

function daysIn(bloc: Bloc, annee: number): Dit<readonly string[]> | null {
  const { texte: plie, carte } = foldWithMap(bloc.texte);
  const lues = findDates(plie, annee);
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

/** « reportée au premier trimestre 2013 »: the rest of the clause. */
function postponedTo({ phrases, entree, v }: Dites): Dit<string> | null {
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
