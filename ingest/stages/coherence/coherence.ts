import type { PageLue } from '../../../src/domain/page.js';
import type { Contexte } from '../assert/contexte.js';
import type { ProgrammeLu } from '../structure.js';
import { checkAnnounced } from './comptes.js';
import { checkDates } from './dates.js';
import { checkMembers } from './membres.js';
import { checkNumbers } from './numeros.js';
import { checkReferences } from './renvois.js';

/** What a programme says against itself, or against the official lists of its year: alerts, each with its passages. */
export function checkCoherence(
  contexte: Contexte,
  lu: ProgrammeLu,
  pages: readonly PageLue[],
): void {
  checkAnnounced(contexte, lu);
  checkMembers(contexte, lu);
  checkDates(contexte, lu);
  checkNumbers(contexte, lu);
  checkReferences(contexte, lu, pages);
}
