import type { TableauDeclare } from '../formats/catalogue/catalogue.js';
import { lireSources } from './profil.js';

/** The tables that the source.yml files declare, in the order of their folders. Throws on a malformed file, naming it. */
export function loadTableaux(): TableauDeclare[] {
  return lireSources().flatMap((source) => source.tableaux);
}
