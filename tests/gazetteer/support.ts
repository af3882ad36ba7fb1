import { fileURLToPath } from 'node:url';
import { createGazetteer } from '../../src/gazetteer/gazetteer.js';
import { loadReferentiels } from '../../src/gazetteer/load.js';
import type { Mention, OptionsMentions, TypeMention } from '../../src/gazetteer/types.js';

export const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url));

export const referentiels = loadReferentiels(SEEDS);
export const gazetteer = createGazetteer(referentiels);

export const DOCUMENT: OptionsMentions = { annee: 2012, departement: '95', mode: 'document' };
export const QUESTION: OptionsMentions = { annee: 2012, departement: '95', mode: 'question' };

/** « texte -> id|id » of each mention of some kinds, in order. */
export function lire(
  texte: string,
  options: OptionsMentions,
  types: readonly TypeMention[],
): string[] {
  return gazetteer.mentions(texte, { ...options, types }).map(ligne);
}

function ligne(m: Mention): string {
  return `${m.texte} -> ${m.candidats.map((c) => c.id.replace(/^[a-z]+:/, '')).join('|')}`;
}
