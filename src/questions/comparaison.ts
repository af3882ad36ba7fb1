import { CHANGEMENTS } from '../comparaison/programmes.js';
import { listerActions } from './actions.js';
import { lireFaits, maillon } from './chaines.js';
import type { Contexte } from './contexte.js';
import { couverture } from './couverture.js';
import type { ReponseComparaison } from './fiches/types.js';
import { compter, enumerer } from './francais.js';
import { nombre, reference } from './references.js';
import type { ActionComparee, Maillon, Nature, Reference } from './types.js';
import { NATURES } from './types.js';

/** A programme to compare: its id and its year. */
interface Edition {
  readonly id: string;
  readonly annee: number;
}

/** What became of the actions of a programme in a later one. */
export interface Ecart {
  readonly ancien: Edition;
  readonly nouveau: Edition;
  /** New ones first, then what changed, what did not, what is no longer there. */
  readonly actions: readonly ActionComparee[];
  /** False when nothing that was read says that one programme follows the other. */
  readonly suivi: boolean;
  /** Alerts of the reading: « … fait peut-être suite à … ». */
  readonly aConfirmer: readonly string[];
}

/** `axe,public` and the like are one kind: changed. */
export function natureDe({ nature }: Pick<ActionComparee, 'nature'>): Nature {
  const autre = NATURES.find((n) => n === nature);
  return autre ?? 'modifiee';
}

/** The programmes of a year. */
export function programmesDe(contexte: Contexte, annee: number): Edition[] {
  return contexte
    .tous('Programme')
    .filter((p) => nombre(p, 'annee') === annee)
    .map(({ id }) => ({ id, annee }));
}

/** The programme that this one follows, as its reading tells; null when none was read. */
export function programmePrecedent(contexte: Contexte, id: string): string | null {
  return contexte.faits.relations({ de: id, type: 'SUITE_DE' })[0]?.vers ?? null;
}

/** The pairs of programmes of two years of which one follows the other; else the only ones of each year. */
export function paires(
  contexte: Contexte,
  anciens: readonly Edition[],
  nouveaux: readonly Edition[],
): (readonly [Edition, Edition])[] {
  const suivies = nouveaux.flatMap((b) =>
    anciens.filter((a) => ancetres(contexte, b.id).has(a.id)).map((a) => [a, b] as const),
  );
  const [a, b] = [anciens[0], nouveaux[0]];
  if (suivies.length > 0 || a === undefined || b === undefined) return suivies;
  return anciens.length === 1 && nouveaux.length === 1 ? [[a, b]] : [];
}

/** Each action of the two programmes with what became of it, through the programmes between them if any. */
export function comparer(contexte: Contexte, ancien: Edition, nouveau: Edition): Ecart {
  const avant = new Set(actionsDuProgramme(contexte, ancien.id));
  const apres = actionsDuProgramme(contexte, nouveau.id);
  const suites = new Map(apres.map((id) => [id, remonter(contexte, id, avant)]));
  const reprises = new Set([...suites.values()].flatMap((s) => s?.at(-1)?.vers.id ?? []));
  const actions = [
    ...listerActions(contexte, apres).map((action): ActionComparee => {
      const suite = suites.get(action.id);
      const commune = avant.has(action.id);
      if (suite === undefined || suite === null)
        return { ...action, nature: commune ? 'identique' : 'nouvelle' };
      const avantElle = suite.at(-1)?.vers;
      return {
        ...action,
        nature: natureDesSuites(suite),
        maillons: suite,
        ...(avantElle === undefined ? {} : { avant: avantElle }),
      };
    }),
    ...listerActions(
      contexte,
      [...avant].filter((id) => !reprises.has(id) && !suites.has(id)),
    ).map((action): ActionComparee => ({ ...action, nature: 'disparue' })),
  ];
  const rang = (a: ActionComparee): number => NATURES.indexOf(natureDe(a));
  return {
    ancien,
    nouveau,
    actions: actions.sort((a, b) => rang(a) - rang(b)),
    suivi: ancetres(contexte, nouveau.id).has(ancien.id),
    aConfirmer: aConfirmer(contexte, nouveau.id),
  };
}

/** Programmes that this one follows, the nearest first. */
function ancetres(contexte: Contexte, id: string): ReadonlySet<string> {
  const vus = new Set<string>();
  for (
    let p = programmePrecedent(contexte, id);
    p !== null && !vus.has(p);
    p = programmePrecedent(contexte, p)
  )
    vus.add(p);
  return vus;
}

function actionsDuProgramme(contexte: Contexte, id: string): string[] {
  const contenu = (de: string): string[] =>
    contexte.faits.relations({ de, type: 'COMPREND' }).map((r) => r.vers);
  return contenu(id)
    .flatMap((element) => [element, ...contenu(element)])
    .filter((element) => element.startsWith('action:'));
}

/** The hops from an action to the earlier one it goes on from, among those; null when there is none. */
function remonter(
  contexte: Contexte,
  action: string,
  avant: ReadonlySet<string>,
): Maillon[] | null {
  const hops: Maillon[] = [];
  const vues = new Set<string>();
  for (let id = action; !avant.has(id); ) {
    const suite = contexte.faits.relations({ de: id, type: 'SUITE_DE' })[0];
    if (suite === undefined || vues.has(id)) return null;
    vues.add(id);
    const faits = [...lireFaits(contexte, suite.faits).values()];
    hops.push(maillon(contexte, { ...suite, faits }));
    id = suite.vers;
  }
  return hops.length === 0 ? null : hops;
}

/** What changed along the years, in the order of the model; `identique` when nothing did. */
function natureDesSuites(suite: readonly Maillon[]): string {
  const vus = new Set(suite.flatMap((m) => String(m.proprietes.nature ?? '').split(',')));
  const changements = CHANGEMENTS.filter((c) => vus.has(c));
  return changements.length === 0 ? 'identique' : changements.join(',');
}

function aConfirmer(contexte: Contexte, programme: string): string[] {
  const faits = lireFaits(contexte, contexte.entites([programme]).get(programme)?.faits ?? []);
  const documents = new Set(
    [...faits.values()].flatMap((f) =>
      f.preuves.flatMap((p) => ('document' in p ? [p.document] : [])),
    ),
  );
  return [...documents].flatMap((d) =>
    contexte.faits
      .alertes(d)
      .filter((a) => a.code === 'suite-a-confirmer')
      .map((a) => a.message),
  );
}

/** `criteres` as they are said of actions. « De 2012 à 2013 : 39 actions, puis 41. 5 nouvelles, 36 poursuivies (30 telles quelles, 6 modifiées), 3 disparues. » */
export function direEcart(
  { ancien, nouveau, actions, suivi, aConfirmer }: Ecart,
  criteres = '',
): string {
  const n = compterNatures(actions);
  const poursuivies = n.modifiee + n.identique;
  const detail = enumerer([
    ...(n.identique > 0
      ? [`${n.identique} telle${n.identique > 1 ? 's' : ''} quelle${n.identique > 1 ? 's' : ''}`]
      : []),
    ...(n.modifiee > 0 ? [compter(n.modifiee, 'modifiée')] : []),
  ]);
  const phrases = [
    `De ${ancien.annee} à ${nouveau.annee}${criteres} : ${compter(poursuivies + n.disparue, 'action')}, puis ${poursuivies + n.nouvelle}.`,
    `${compter(n.nouvelle, 'nouvelle')}, ${compter(poursuivies, 'poursuivie')}${detail === '' ? '' : ` (${detail})`}, ${compter(n.disparue, 'disparue')}.`,
    ...(suivi ? [] : ['Rien de lu ne dit que l’un de ces programmes fait suite à l’autre.']),
    ...(aConfirmer.length > 0
      ? [`${compter(aConfirmer.length, 'rapprochement')} à confirmer par une personne.`]
      : []),
  ];
  return phrases.join(' ');
}

export function compterNatures(
  actions: readonly ActionComparee[],
): Readonly<Record<Nature, number>> {
  const comptes = { nouvelle: 0, modifiee: 0, identique: 0, disparue: 0 };
  for (const action of actions) comptes[natureDe(action)] += 1;
  return comptes;
}

/** The two programmes side by side, the older one first whatever the order asked. */
export function comparaisonProgrammes(
  contexte: Contexte,
  a: string,
  b: string,
): ReponseComparaison {
  const edition = (id: string): Edition => ({
    id,
    annee: nombre(contexte.entites([id]).get(id), 'annee') ?? 0,
  });
  const [ancien, nouveau] = [edition(a), edition(b)].sort((x, y) => x.annee - y.annee);
  if (ancien === undefined || nouveau === undefined) throw new Error('deux programmes attendus');
  const ecart = comparer(contexte, ancien, nouveau);
  const programme = ({ id, annee }: Edition): Reference & { annee: number } => ({
    ...reference(contexte, id),
    annee,
  });
  return {
    ancien: programme(ancien),
    nouveau: programme(nouveau),
    phrase: direEcart(ecart),
    total: ecart.actions.length,
    parNature: compterNatures(ecart.actions),
    resultats: ecart.actions,
    aConfirmer: ecart.aConfirmer,
    couverture: couverture(contexte, { debut: ancien.annee, fin: nouveau.annee }),
  };
}
