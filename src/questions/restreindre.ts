import { labelDe, type TypeRelation } from '../domain/schema.js';
import { fold } from '../french/fold.js';
import { prendPartPartout } from './actions.js';
import { actionsDesAxes } from './axes.js';
import { bornes } from './bornes.js';
import { type Contexte, estIdConnu } from './contexte.js';
import { actionsDuFormat } from './formats.js';
import { enumerer } from './francais.js';
import { couperMots, estMotVide } from './mots.js';
import { lieu } from './phrases.js';
import { nomCourt } from './references.js';
import { lireTouchees } from './territoire.js';
import type { Equation, Portee, Reference } from './types.js';

/** The actions that a question keeps, territory and years aside. */
export interface Restriction {
  /** null: all of them. */
  readonly actions: ReadonlySet<string> | null;
  /** Actions set aside: « mais pas Pontoise ». */
  readonly exclues: ReadonlySet<string>;
  /** Portées set aside: « hors actions départementales ». */
  readonly porteesExclues: ReadonlySet<Portee>;
  /** « dispositif PRE », « thème Santé », each part of the equation that restricts. */
  readonly criteres: readonly string[];
  /** « sauf Pontoise », each part that excludes. */
  readonly exclusions: readonly string[];
  /** Words left aside, as typed: no action has them beside the rest, and they are no subject. */
  readonly ignores: readonly string[];
}

interface Ensemble {
  readonly critere: string;
  readonly ids: ReadonlySet<string>;
}

interface Mot {
  readonly plie: string;
  readonly tape: string;
}

/** More words than this are no list of criteria but a text to search for. */
const MOTS_MAX = 6;
const ACTIONS_MAX = 10_000;

/**
 * Actions that meet every criterion of an equation: dispositifs, thèmes, publics, axes, format,
 * intervenant, and each remaining word, looked for by the search engine among actions. A word that
 * leaves none is left aside and said, unless it is among `sujets`. `dans`: the actions of the
 * territory and years asked, when the caller knows them, so that a word is judged among them.
 */
export async function restreindre(
  contexte: Contexte,
  equation: Equation,
  sujets: ReadonlySet<string> = new Set(),
  dans: ReadonlySet<string> | null = null,
): Promise<Restriction> {
  const ensembles = criteresDe(contexte, equation);
  const mots = motsDe(equation);
  const exclus = await Promise.all(
    (equation.exclus ?? []).map((r) => exclusion(contexte, r, equation)),
  );
  let gardees = intersection([...(dans === null ? [] : [dans]), ...ensembles.map((e) => e.ids)]);
  const seul = ensembles.length === 0 && dans === null && mots.every((m) => !sujets.has(m.plie));
  const ignores: string[] = [];
  for (const mot of mots) {
    const ids = await actionsDuMot(contexte, mot.plie);
    const reste = gardees === null ? ids : new Set([...gardees].filter((id) => ids.has(id)));
    // Beside nothing else, the words are all that is asked: « actions nucléaire ».
    if (reste.size === 0 && !sujets.has(mot.plie) && !seul && (gardees?.size ?? 1) > 0) {
      ignores.push(mot.tape);
      continue;
    }
    gardees = reste;
    ensembles.push({ critere: `« ${mot.tape} »`, ids });
  }
  return {
    actions: intersection(ensembles.map((e) => e.ids)),
    exclues: new Set(exclus.flatMap((e) => [...e.ids])),
    porteesExclues: new Set(portees(equation.exclus)),
    criteres: ensembles.map((e) => e.critere),
    exclusions: exclus.map((e) => e.critere),
    ignores,
  };
}

/** True of an action that a restriction keeps. */
export function garde({ actions, exclues }: Restriction, id: string): boolean {
  return (actions === null || actions.has(id)) && !exclues.has(id);
}

function criteresDe(contexte: Contexte, equation: Equation): Ensemble[] {
  const liees = (refs: readonly Reference[] | undefined, type: TypeRelation, mot: string) =>
    (refs ?? []).map(({ id }) => ({
      critere: `${mot} ${nomCourt(contexte, id)}`,
      ids: versLaquelle(contexte, id, type),
    }));
  const { intervenant, format, axes } = equation;
  return [
    ...liees(equation.dispositifs, 'MOBILISE', 'dispositif'),
    ...liees(equation.themes, 'TRAITE_DE', 'thème'),
    ...liees(equation.publics, 'S_ADRESSE_A', 'public'),
    // « ce que le Pôle propose à Meaux » : the producer's name keeps every action.
    ...(intervenant === undefined || prendPartPartout(contexte, intervenant.id)
      ? []
      : [
          {
            critere: `intervenant ${intervenant.libelle}`,
            ids: actionsDe(contexte, intervenant.id),
          },
        ]),
    ...(format === undefined
      ? []
      : [{ critere: `format ${format}`, ids: actionsDuFormat(contexte, format) }]),
    ...(axes === undefined
      ? []
      : [
          {
            critere: `axe ${enumerer([...new Set(axes.map((a) => `« ${a.libelle} »`))])}`,
            ids: actionsDesAxes(contexte, axes),
          },
        ]),
  ];
}

function versLaquelle(contexte: Contexte, id: string, type: TypeRelation): Set<string> {
  return new Set(contexte.faits.relations({ vers: id, type }).map((r) => r.de));
}

function actionsDe(contexte: Contexte, intervenant: string): Set<string> {
  const relations = contexte.faits.relations({ de: intervenant, type: 'INTERVIENT_DANS' });
  return new Set(relations.map((r) => r.vers));
}

const RELATIONS: Partial<Readonly<Record<string, TypeRelation>>> = {
  Dispositif: 'MOBILISE',
  Theme: 'TRAITE_DE',
  Public: 'S_ADRESSE_A',
};

/** The actions that something excluded sets aside. */
async function exclusion(
  contexte: Contexte,
  ref: Reference,
  equation: Equation,
): Promise<Ensemble> {
  if (ref.type === 'Portee')
    return { critere: `sauf celles qui touchent ${ref.libelle}`, ids: new Set() };
  if (!estIdConnu(ref.id))
    return { critere: `sauf ${ref.libelle}`, ids: actionsDuFormat(contexte, ref.id) };
  const relation = RELATIONS[labelDe(ref.id)];
  const critere = `sauf ${relation === undefined ? ref.libelle : nomCourt(contexte, ref.id)}`;
  if (relation !== undefined) return { critere, ids: versLaquelle(contexte, ref.id, relation) };
  if (labelDe(ref.id) === 'Personne' || labelDe(ref.id) === 'Organisme') {
    // Someone left out of a list of people leaves the others of the same action in it.
    const ids = equation.intention === 'intervenants' ? [] : actionsDe(contexte, ref.id);
    return { critere, ids: new Set(ids) };
  }
  const { resultats } = await lireTouchees(contexte, ref.id, bornes(equation.annee));
  return {
    critere: `sauf celles qui touchent ${lieu(contexte, ref.id)}`,
    ids: new Set(resultats.map((a) => a.id)),
  };
}

function portees(exclus: readonly Reference[] | undefined): Portee[] {
  return (exclus ?? []).filter((r) => r.type === 'Portee').map((r) => r.id as Portee);
}

/** « (dispositif PRE et « santé », sauf Pontoise) », empty when nothing restricts. */
export function criteresEnMots({ criteres, exclusions }: Restriction): string {
  const parts = [
    ...(criteres.length === 0 ? [] : [enumerer(criteres)]),
    ...(exclusions.length === 0 ? [] : [enumerer(exclusions)]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function motsDe({ mots }: Equation): Mot[] {
  if (mots === undefined) return [];
  const utiles = mots.split(' ').flatMap((tape) =>
    couperMots(fold(tape))
      .map((m) => ({ plie: m.texte, tape }))
      .filter((m) => !estMotVide(m.plie)),
  );
  const uniques = [...new Map(utiles.map((m) => [m.plie, m])).values()];
  return uniques.length > MOTS_MAX
    ? [{ plie: uniques.map((m) => m.plie).join(' '), tape: mots }]
    : uniques;
}

async function actionsDuMot({ recherche }: Contexte, mots: string): Promise<ReadonlySet<string>> {
  const { resultats } = await recherche.chercher({
    // The space ends the word: it is no beginning of another.
    mots: `${mots} `,
    limite: ACTIONS_MAX,
    decalage: 0,
    filtres: { type: ['Action'] },
  });
  return new Set(resultats.map((r) => r.id));
}

/** null when there is nothing to intersect. */
function intersection(ensembles: readonly ReadonlySet<string>[]): ReadonlySet<string> | null {
  const [premier, ...autres] = ensembles;
  if (premier === undefined) return null;
  return new Set([...premier].filter((id) => autres.every((e) => e.has(id))));
}
