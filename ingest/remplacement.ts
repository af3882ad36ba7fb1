import { MaillageError } from '../src/domain/errors.js';
import type { FactsWriter } from '../src/facts/writer.js';
import { forgetOriginal } from './originals.js';
import type { BilanRemplacement } from './stages/changements/bilan.js';
import { compareEditions } from './stages/changements/changements.js';

/** What the old edition took with it. */
export interface Retrait {
  readonly bilan: BilanRemplacement;
  /** Facts retracted. */
  readonly retires: number;
}

/**
 * Withdraws a document that another one, already read and applied, replaces, and says what changed from
 * the one to the other. A run cut short before leaves both; asking again ends it.
 * @throws MaillageError `introuvable` when one of them was never read.
 */
export function replaceDocument(
  { facts, dataDir }: { readonly facts: FactsWriter; readonly dataDir: string },
  ancien: string,
  nouveau: string,
): Retrait {
  const [avant, apres] = [facts.lotLu(ancien), facts.lotLu(nouveau)];
  if (avant === undefined || apres === undefined) {
    throw new MaillageError(
      'introuvable',
      'L’ancienne édition, ou la nouvelle, n’est plus dans la base : rien n’est retiré.',
      'Faites-les lire de nouveau : maillage ingest <fichiers>.',
    );
  }
  const bilan = compareEditions(avant, apres, (id) => facts.entite(id)?.libelle ?? id);
  const retires = facts.retirer(ancien);
  forgetOriginal(dataDir, ancien);
  return { bilan, retires };
}
