import type { TypeRelation } from '../domain/schema.js';
import { fold } from '../french/fold.js';
import { prendPartPartout } from './actions.js';
import type { Contexte } from './contexte.js';
import { enumerer } from './francais.js';
import { couperMots, estMotVide } from './mots.js';
import { nomCourt, texte } from './references.js';
import type { Equation, Reference } from './types.js';

/** The actions that a question keeps, territory and years aside. */
export interface Restriction {
  /** null: all of them. */
  readonly actions: ReadonlySet<string> | null;
  /** « au dispositif PRE », « au thème santé », each part of the equation that restricts. */
  readonly criteres: readonly string[];
}

/** More words than this are no list of criteria but a text to search for. */
const MOTS_MAX = 6;
const ACTIONS_MAX = 10_000;

/**
 * Actions that meet every criterion of an equation: dispositifs, thèmes, publics, format,
 * intervenant, and each remaining word, looked for by the search engine among actions.
 */
export async function restreindre(contexte: Contexte, equation: Equation): Promise<Restriction> {
  const ensembles: { readonly critere: string; readonly ids: ReadonlySet<string> }[] = [];
  const parRelation = (refs: readonly Reference[] | undefined, type: TypeRelation, mot: string) => {
    for (const { id } of refs ?? []) {
      const ids = contexte.faits.relations({ vers: id, type }).map((r) => r.de);
      ensembles.push({ critere: `${mot} ${nomCourt(contexte, id)}`, ids: new Set(ids) });
    }
  };
  parRelation(equation.dispositifs, 'MOBILISE', 'dispositif');
  parRelation(equation.themes, 'TRAITE_DE', 'thème');
  parRelation(equation.publics, 'S_ADRESSE_A', 'public');
  // « ce que le Pôle propose à Meaux » : the producer's name keeps every action.
  if (equation.intervenant !== undefined && !prendPartPartout(contexte, equation.intervenant.id)) {
    const { id, libelle } = equation.intervenant;
    const ids = contexte.faits.relations({ de: id, type: 'INTERVIENT_DANS' }).map((r) => r.vers);
    ensembles.push({ critere: `intervenant ${libelle}`, ids: new Set(ids) });
  }
  if (equation.format !== undefined) {
    const ids = actionsDuFormat(contexte, equation.format);
    ensembles.push({ critere: `format ${equation.format}`, ids });
  }
  for (const mot of motsDe(equation)) {
    ensembles.push({ critere: `« ${mot} »`, ids: await actionsDuMot(contexte, mot) });
  }
  return {
    actions: ensembles.length === 0 ? null : intersection(ensembles.map((e) => e.ids)),
    criteres: ensembles.map((e) => e.critere),
  };
}

/** « (dispositif PRE et « santé ») », empty when nothing restricts. */
export function criteresEnMots({ criteres }: Restriction): string {
  return criteres.length === 0 ? '' : ` (${enumerer(criteres)})`;
}

function motsDe({ mots }: Equation): string[] {
  if (mots === undefined) return [];
  const utiles = couperMots(fold(mots)).map((m) => m.texte);
  const uniques = [...new Set(utiles.filter((m) => !estMotVide(m)))];
  return uniques.length > MOTS_MAX ? [uniques.join(' ')] : uniques;
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

function actionsDuFormat(contexte: Contexte, format: string): ReadonlySet<string> {
  const cherche = fold(format);
  const toutes = contexte.une('formats des actions', () =>
    contexte.tous('Action').map((a) => ({ id: a.id, format: fold(texte(a, 'format') ?? '') })),
  );
  return new Set(toutes.filter((a) => a.format === cherche).map((a) => a.id));
}

function intersection(ensembles: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const [premier, ...autres] = ensembles;
  return new Set([...(premier ?? [])].filter((id) => autres.every((e) => e.has(id))));
}
