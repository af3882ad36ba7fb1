import { MaillageError } from '../domain/errors.js';
import type { DocumentDecrit } from '../domain/page.js';
import { messages } from './messages.js';
import { type NomProche, ProblemError, problem } from './problem.js';
import type { Services } from './services.js';

/** How many near names a 404 proposes. */
const PROCHES_MAX = 5;
/** Fewest digits of a hash that name a document. */
const CHIFFRES_MIN = 12;

/**
 * A document by its id (`sha256:…`, `document:…`), its whole hash or the first digits of it.
 * @throws ProblemError 404 when none, or more than one, has it.
 */
export function findDocument({ faits }: Services, id: string): DocumentDecrit {
  const chiffres = id
    .replace(/^(sha256|document):/, '')
    .replace(/^sha256:/, '')
    .toLowerCase();
  if (/^[0-9a-f]+$/.test(chiffres) && chiffres.length >= CHIFFRES_MIN) {
    const trouves = faits.documents().filter((d) => d.id.startsWith(`sha256:${chiffres}`));
    if (trouves.length === 1 && trouves[0] !== undefined) return trouves[0];
  }
  throw new ProblemError(
    problem(404, messages.inconnu('document', id.slice(0, 100)), {
      champ: 'id',
      remede: messages.remedeDocument,
    }),
  );
}

/**
 * Runs a lookup; when its id is unknown, the error gains the near names of the same kinds.
 * @throws ProblemError 404, or whatever else the lookup throws.
 */
export async function withNearNames<T>(
  services: Services,
  id: string,
  types: readonly string[],
  lookup: () => T | Promise<T>,
): Promise<T> {
  try {
    return await lookup();
  } catch (error) {
    if (!(error instanceof MaillageError) || error.genre !== 'introuvable') throw error;
    const proches = await nearNames(services, id, types);
    const remede = proches.length > 0 ? messages.remedeProches : error.remede;
    throw new ProblemError(problem(404, error.message, { champ: 'id', remede, proches }));
  }
}

/** Names that look like an unknown id, by the search engine; none when it cannot answer. */
async function nearNames(
  { questions }: Services,
  id: string,
  types: readonly string[],
): Promise<NomProche[]> {
  const mots = id
    .slice(id.indexOf(':') + 1)
    .replace(/[-_]+/g, ' ')
    .trim()
    .slice(0, 100);
  if (mots === '') return [];
  try {
    const { resultats } = await questions.rechercher(mots, {
      taille: PROCHES_MAX,
      ...(types.length > 0 ? { filtres: { type: types } } : {}),
    });
    return resultats.map(({ id, titre, url }) => ({ id, titre, url }));
  } catch {
    // The 404 itself must be told even when the search engine is down.
    return [];
  }
}
