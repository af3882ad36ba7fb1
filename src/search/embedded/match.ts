import type { Expression } from '../expression.js';

/** An expression as FTS5 reads it after MATCH. */
export function match(expression: Expression): string {
  switch (expression.genre) {
    case 'cle':
      return `"${expression.cle}"`;
    case 'debut':
      return `"${expression.cle}"*`;
    case 'suite':
      return `"${expression.cles.join(' ')}"`;
    case 'et':
      return `(${expression.parties.map(match).join(' AND ')})`;
    case 'ou':
      return `(${expression.parties.map(match).join(' OR ')})`;
  }
}
