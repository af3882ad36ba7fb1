import type { Bloc } from '../../../src/domain/bloc.js';
import { foldWithMap } from '../../../src/french/fold.js';
import { NOMBRE, readNumber } from '../../../src/french/nombres.js';
import { datesOf, postponedTo } from './calendrier.js';
import type { Dit, Dites } from './dites.js';
import { participantsOf } from './effectifs.js';
import type { EntreeLue } from './lecture.js';
import { cueOf, sentences, subjectOf } from './phrases.js';
import { isOfAnotherActor } from './portee.js';
import { sessionsOf } from './seancesTenues.js';
import { cellOf } from './tableaux.js';
import type { StatutRealise, VocabulaireRapport } from './vocabulaire.js';

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

/** What an entry says, with what the following months say of the same action. */
export function findingsOf(entree: EntreeLue, annee: number, v: VocabulaireRapport): Constats {
  const premiers = ownFindings(entree, annee, v);
  return (entree.suites ?? []).reduce((a, s) => together(a, ownFindings(s, annee, v)), premiers);
}

/** Two months of one action: its sessions add up. */
function together(a: Constats, b: Constats): Constats {
  const [x, y] = [a.statut, b.statut];
  const statut =
    x === null || y === null ? (x ?? y) : { ...y, valeur: combine(x.valeur, y.valeur) };
  const somme = (m: Dit<number> | null, n: Dit<number> | null): Dit<number> | null =>
    m === null || n === null
      ? (m ?? n)
      : { valeur: m.valeur + n.valeur, bloc: m.bloc, suite: [...(m.suite ?? []), n.bloc] };
  const jours = [...new Set([...(a.dates?.valeur ?? []), ...(b.dates?.valeur ?? [])])].sort();
  const dates =
    a.dates === null || b.dates === null
      ? (a.dates ?? b.dates)
      : { valeur: jours, bloc: a.dates.bloc, suite: [...(a.dates.suite ?? []), b.dates.bloc] };
  return {
    statut,
    dates,
    periode: a.periode ?? b.periode,
    seances: somme(a.seances, b.seances),
    participants: somme(a.participants, b.participants),
    moyenne: a.moyenne ?? b.moyenne,
    approx: a.approx || b.approx,
    reporteeA: statut?.valeur === 'reportee' ? (b.reporteeA ?? a.reporteeA) : null,
  };
}

/** Reads what an entry says, by its cells first, then by its sentences. */
function ownFindings(entree: EntreeLue, annee: number, v: VocabulaireRapport): Constats {
  const phrases = entree.corps.flatMap(sentences);
  const dits = (['statut', 'observations'] as const).flatMap(
    (c) => cellOf(entree.cellules, c) ?? [],
  );
  const toutes = [...dits.flatMap(sentences), ...phrases];
  const dites = { phrases: toutes, entree, annee, v };
  const participants = participantsOf(dites);

  const reporteeA = postponedTo(dites);
  const seances = sessionsOf(dites);
  const lu = statutOf(dites);
  const effectif = participants.total ?? participants.moyenne ?? seances;
  const statut =
    lu ?? (effectif === null ? null : { valeur: heldAs(toutes, v), bloc: effectif.bloc });
  const partiel = shortfall(entree, statut, seances);
  const dates = datesOf(dites, (partiel ?? statut)?.valeur === 'realisee');
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

/** « La session n'a pas été ouverte »: the one session is the action, when nothing says of others. */
const SEANCE_SEULE = /^(?:la|cette) (?:session|seance|reunion)$/;

/**
 * What became of the action, its sentences taken in order: put off then held is held; held, then one of
 * its sessions called off, is held in part.
 */
function statutOf({ phrases, entree, v }: Dites): Dit<StatutRealise> | null {
  let statut: Dit<StatutRealise> | null =
    entree.statut === null ? null : { valeur: entree.statut.statut, bloc: entree.statut.bloc };
  for (const phrase of phrases) {
    const reprise = statut?.valeur === 'annulee' && v.reprise.test(foldWithMap(phrase.texte).texte);
    if (reprise) statut = { valeur: 'reportee', bloc: phrase };
    const indice = reprise || isOfAnotherActor(phrase, v) ? null : cueOf(phrase.texte, v);
    if (indice === null) continue;
    const { debut, fin } = subjectOf(phrase.texte, indice);
    const { texte: sujet } = foldWithMap(phrase.texte.slice(debut, fin));
    const morceau =
      v.partieDAction.test(sujet) &&
      !(statut === null && SEANCE_SEULE.test(sujet.trim())) &&
      indice.statut !== 'realisee' &&
      !/ puis /.test(phrase.texte.slice(indice.debut, indice.fin));
    const moins = lessThanPlanned(phrase.texte, v);
    const dit =
      indice.statut === 'annulee' && putOff(phrase.texte, indice, v) ? 'reportee' : indice.statut;
    const valeur: StatutRealise =
      moins && dit === 'realisee' ? 'partielle' : morceau ? 'partielle' : dit;
    statut = {
      valeur: combine(statut?.valeur ?? null, valeur),
      bloc: kept(statut, valeur, entree) ?? phrase,
    };
  }
  return statut;
}

/** « n'a pas pu se tenir et a été reportée à 2019 »: where it is put off to comes after, in the same breath. */
function putOff(texte: string, indice: { readonly fin: number }, v: VocabulaireRapport): boolean {
  const { texte: suite } = foldWithMap(texte.slice(indice.fin));
  return (
    !/apres (?:avoir ete|un (?:premier )?report)/.test(suite) &&
    v.reports.some((r) => r.test(suite))
  );
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

/** No verb says that it was held: who came, or how often, does. */
function heldAs(phrases: readonly Bloc[], v: VocabulaireRapport): StatutRealise {
  return phrases.some((p) => lessThanPlanned(p.texte, v)) ? 'partielle' : 'realisee';
}

/** « 4 séances sur 6 », « seules deux des quatre séances prévues ». */
function lessThanPlanned(texte: string, v: VocabulaireRapport): boolean {
  const { texte: plie } = foldWithMap(texte);
  if (fewerThan(plie, v)) return true;
  const prevues = `(?:${v.seances}|prevu|programme|initialement|annonce|inscrit)`;
  const m =
    new RegExp(
      `(${NOMBRE}) (?:seule?s? )?(?:${v.seances} )?(?:(?:sur(?: les)?|parmi les|de (?:ses|leurs)) (${NOMBRE})(?: ${prevues}| ?[,.;)]| ont| se sont|$)|des (${NOMBRE}) ${prevues})`,
    ).exec(plie) ?? reversed(plie, v);
  if (m === null || !new RegExp(v.seances).test(plie)) return false;
  const [a, b] = [readNumber(m[1] ?? ''), readNumber(m[2] ?? m[3] ?? '')];
  return a !== null && b !== null && a.valeur < b.valeur;
}

/** « deux collèges au lieu de quatre », « 4 séances prévues, 3 tenues ». */
function fewerThan(plie: string, v: VocabulaireRapport): boolean {
  const instead = new RegExp(
    `(${NOMBRE}) [^,.;]{3,40}? (?:au lieu d(?:e|es)|contre) (${NOMBRE})(?: prevu| annonce| programme|[ ,.;)]|$)`,
  ).exec(plie);
  const held = new RegExp(
    `(${NOMBRE}) ${v.seances} (?:prevues?|programmees?|annoncees?|imaginees?|envisagees?)[^.;]{0,20}, (?:seule?s? )?(${NOMBRE}) (?:seulement )?(?:tenu|realise|organise|mene|ont|a |se sont|s'est)`,
  ).exec(plie);
  // « trois conférences du cycle sur les cinq annoncées »
  const among = new RegExp(
    `(${NOMBRE}) [a-z-]+s(?: [^.;,]{0,80}?)? sur (?:les |ses )?(${NOMBRE}) (?:prevu|annonce|programme|inscrit|imagine|envisage)`,
  ).exec(plie);
  const [a, b] =
    among !== null
      ? [among[1], among[2]]
      : instead !== null && /au lieu/.test(instead[0])
        ? [instead[1], instead[2]]
        : [held?.[2], held?.[1]];
  const [n, m] = [readNumber(a ?? ''), readNumber(b ?? '')];
  return n !== null && m !== null && n.valeur < m.valeur;
}

/** « sur les six ateliers programmés, quatre ont été tenus ». */
function reversed(plie: string, v: VocabulaireRapport): (string | undefined)[] | null {
  const m = new RegExp(
    `(?<![a-z])(?:sur|parmi) (?:les )?(${NOMBRE}) ${v.seances}[^,.;]*, (?:seule?s? )?(${NOMBRE}) (?:seulement )?(?:ont|a|se sont|s'est)`,
  ).exec(plie);
  return m === null ? null : [m[0], m[2], m[1]];
}

/** A row « prévu : 6 séances, réalisé : 4 » is an action held in part. */
function shortfall(
  entree: EntreeLue,
  statut: Dit<StatutRealise> | null,
  seances: Dit<number> | null,
): Dit<StatutRealise> | null {
  const prevu = cellOf(entree.cellules, 'prevu');
  const realise = (['statut', 'seances', 'observations'] as const)
    .map((c) => cellOf(entree.cellules, c))
    .find((c) => c !== undefined);
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
