import { champs, messages, TYPES_ATTENDUS } from './messages.js';

/** One issue as fastify-type-provider-zod hands it over: zod's code in `keyword`, the rest of the issue in `params`. */
interface Issue {
  readonly keyword?: string;
  readonly instancePath?: string;
  readonly message?: string;
  readonly params?: {
    readonly expected?: string;
    readonly origin?: string;
    readonly format?: string;
    readonly maximum?: number | bigint;
    readonly minimum?: number | bigint;
    readonly keys?: readonly string[];
    readonly values?: readonly unknown[];
  };
}

/** Messages that the schemas set themselves, and which are kept as they are. */
const PROPRES = new Set<string | undefined>(
  Object.values(champs).filter((m): m is string => typeof m === 'string'),
);

/** The first thing wrong in a request: the field, and a French sentence about it. */
export function explainValidation(
  validation: readonly unknown[],
  context = '',
): { readonly champ: string; readonly phrase: string } {
  const issue = (validation[0] ?? {}) as Issue;
  const path = (issue.instancePath ?? '').replace(/^\/+/, '').replaceAll('/', '.');
  const racine = issue.params?.keys?.[0] ?? (context === 'body' ? messages.corps : context);
  return { champ: path === '' ? racine : path, phrase: describe(issue) };
}

function describe(issue: Issue): string {
  if (PROPRES.has(issue.message)) return issue.message ?? champs.format;
  const p = issue.params ?? {};
  const texte = p.origin === 'string';
  switch (issue.keyword) {
    case 'invalid_type':
      return champs.type(TYPES_ATTENDUS[p.expected ?? ''] ?? 'd’un autre type');
    case 'too_big':
      return champs.tropGrand(String(p.maximum), texte);
    case 'too_small':
      return champs.tropPetit(String(p.minimum), texte);
    case 'invalid_value':
      return champs.valeurs((p.values ?? []).map(String).join(', '));
    case 'unrecognized_keys':
      return champs.inconnu((p.keys ?? []).map((k) => `« ${k} »`).join(', '));
    default:
      return champs.format;
  }
}
