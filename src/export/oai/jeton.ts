import { createHash } from 'node:crypto';

/** Where a list stands: all that is needed to go on, whatever changed since. */
export interface Jeton {
  readonly prefixe: string;
  /** Sequences of the list, both included, fixed by its first answer. */
  readonly de: number;
  readonly a: number;
  /** The last record given. */
  readonly sequence: number;
  readonly id: string;
  /** How many were given. */
  readonly rang: number;
}

/** A token that says all: nothing is kept for it here, and it never expires. */
export function ecrireJeton({ prefixe, de, a, sequence, id, rang }: Jeton): string {
  const corps = Buffer.from(JSON.stringify([prefixe, de, a, sequence, id, rang])).toString(
    'base64url',
  );
  return `${corps}.${marque(corps)}`;
}

/** The token that `ecrireJeton` wrote; null for any other text. */
export function lireJeton(texte: string): Jeton | null {
  const [corps = '', fin = '', ...reste] = texte.split('.');
  if (reste.length > 0 || fin !== marque(corps)) return null;
  try {
    const lu: unknown = JSON.parse(Buffer.from(corps, 'base64url').toString('utf8'));
    if (!Array.isArray(lu) || lu.length !== 6) return null;
    const [prefixe, de, a, sequence, id, rang] = lu as unknown[];
    if (typeof prefixe !== 'string' || typeof id !== 'string') return null;
    const nombres = [de, a, sequence, rang];
    if (!nombres.every((n): n is number => Number.isSafeInteger(n))) return null;
    const [d = 0, f = 0, s = 0, r = 0] = nombres;
    return { prefixe, de: d, a: f, sequence: s, id, rang: r };
  } catch {
    return null;
  }
}

/** A token cut or altered on its way is known by it. */
function marque(corps: string): string {
  return createHash('sha256').update(`maillage oai ${corps}`).digest('base64url').slice(0, 16);
}
