import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { packageRoot } from '../../src/domain/racine.js';

const noms = z.record(z.string(), z.string());

const fichierRecherches = z.strictObject({
  abreges: z.strictObject({
    actions: z.strictObject({ prefixe: z.string() }),
    axes: noms,
    publications: noms,
  }),
  recherches: z.array(
    z.strictObject({
      q: z.string(),
      reserve: z.boolean().default(false),
      juges: z.record(z.string(), z.number().int().min(1).max(3)),
    }),
  ),
});

const fichierQuestions = z.strictObject({
  questions: z.array(
    z.strictObject({
      q: z.string(),
      reserve: z.boolean().default(false),
      intention: z.string().optional(),
      attendus: z.array(z.string()).optional(),
      total: z.number().int().optional(),
      sansReponse: z.string().optional(),
    }),
  ),
});

/** A search and what is relevant to it: grade by id, empty when nothing is. */
export interface RechercheJugee {
  readonly q: string;
  readonly reserve: boolean;
  readonly juges: ReadonlyMap<string, number>;
}

/** A question and what its answer must be. */
export interface QuestionJugee {
  readonly q: string;
  readonly reserve: boolean;
  readonly intention?: string | undefined;
  /** One of them is among the first three results. */
  readonly attendus?: readonly string[] | undefined;
  readonly total?: number | undefined;
  /** Why there is no answer. */
  readonly sansReponse?: string | undefined;
}

/** The judged set of `tests/golden/questions`. Throws when a file is not of its form. */
export function lireJugements(): {
  readonly recherches: readonly RechercheJugee[];
  readonly questions: readonly QuestionJugee[];
} {
  const lire = (nom: string): unknown =>
    parse(readFileSync(join(packageRoot(), 'tests', 'golden', 'questions', nom), 'utf8'));
  const { abreges, recherches } = fichierRecherches.parse(lire('recherches.yml'));
  const { questions } = fichierQuestions.parse(lire('questions.yml'));
  const id = (ref: string): string => identifiant(ref, abreges);
  return {
    recherches: recherches.map(({ juges, ...r }) => ({
      ...r,
      juges: new Map(Object.entries(juges).map(([ref, note]) => [id(ref), note])),
    })),
    questions: questions.map(({ attendus, ...question }) => ({
      ...question,
      attendus: attendus?.map(id),
    })),
  };
}

/** « med-1 », « axe:med », « pub:culture », or an id as it is. */
function identifiant(ref: string, abreges: z.infer<typeof fichierRecherches>['abreges']): string {
  const { prefixe } = abreges.actions;
  const tronc = prefixe.slice(prefixe.indexOf(':') + 1);
  const [genre = '', reste] = ref.split(':');
  const [nom = '', numero] = ref.split('-');
  const axe = abreges.axes[reste ?? nom];
  if (genre === 'axe' && axe !== undefined) return `axe:${tronc}${axe}`;
  if (genre === 'pub' && reste !== undefined)
    return `publication:${tronc}${abreges.publications[reste] ?? reste}`;
  return reste === undefined && axe !== undefined && numero !== undefined
    ? `${prefixe}${axe}-${numero}`
    : ref;
}
