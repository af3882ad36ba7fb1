import { z } from 'zod';
import { MaillageError } from '../domain/errors.js';
import { messages, REMEDES, TITRES } from './messages.js';
import { explainValidation } from './validation.js';

/** A problem document (RFC 9457), with the field and the remedy as extension members. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  remede: z.string(),
  champ: z.string().optional(),
  proches: z
    .array(z.object({ id: z.string(), titre: z.string(), url: z.string().nullable() }))
    .readonly()
    .optional(),
});

export type Problem = z.infer<typeof problemSchema>;
export type NomProche = NonNullable<Problem['proches']>[number];

/** An HTTP error whose words a person may read. */
export class ProblemError extends Error {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;

  constructor(problem: Problem, headers: Readonly<Record<string, string>> = {}) {
    super(problem.detail);
    this.name = 'ProblemError';
    this.problem = problem;
    this.headers = headers;
  }
}

/** A problem with the title, type and remedy of its status unless others are given. */
export function problem(
  status: number,
  detail: string,
  plus: Partial<Pick<Problem, 'remede' | 'champ' | 'proches'>> = {},
): Problem {
  return {
    type: `/documentation#probleme-${status}`,
    title: TITRES[status] ?? 'Erreur',
    status,
    detail,
    remede: REMEDES[status] ?? '',
    ...plus,
  };
}

const STATUTS: Readonly<Record<MaillageError['genre'], number>> = {
  usage: 400,
  refus: 422,
  introuvable: 404,
  indisponible: 503,
};

/** Details of Fastify's own errors, by code. */
const PAR_CODE: Readonly<Record<string, readonly [number, string]>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [415, messages.typeContenu],
  FST_ERR_CTP_BODY_TOO_LARGE: [413, messages.tropGros],
  FST_ERR_CTP_INVALID_JSON_BODY: [400, messages.jsonIllisible],
  FST_ERR_CTP_EMPTY_JSON_BODY: [400, messages.corpsVide],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [400, messages.jsonIllisible],
  FST_ERR_BAD_URL: [400, messages.adresseIllisible],
  FST_ERR_MAX_PARAM_LENGTH: [400, messages.adresseIllisible],
};

/**
 * The problem that any thrown thing becomes. Only MaillageError and ProblemError speak
 * for themselves; of anything else nothing is told, since its message may hold a path or a query.
 */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof MaillageError) {
    return problem(STATUTS[error.genre], error.message, { remede: error.remede });
  }
  const { code, validation, validationContext, statusCode } = fastifyParts(error);
  if (validation !== undefined) {
    const { champ, phrase } = explainValidation(validation, validationContext);
    return problem(400, messages.champ(champ, phrase), { champ });
  }
  const known = code === undefined ? undefined : PAR_CODE[code];
  if (known !== undefined) return problem(known[0], known[1]);
  if (statusCode === 400) return problem(400, messages.jsonIllisible);
  return problem(500, messages.interne);
}

interface FastifyParts {
  readonly code?: string;
  readonly statusCode?: number;
  readonly validation?: readonly unknown[];
  readonly validationContext?: string;
}

function fastifyParts(error: unknown): FastifyParts {
  return error !== null && typeof error === 'object' ? (error as FastifyParts) : {};
}
