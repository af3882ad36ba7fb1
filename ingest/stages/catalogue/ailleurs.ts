import { createHash } from 'node:crypto';
import type { Assertion } from '../../../src/domain/fait.js';
import type { FactsWriter } from '../../../src/facts/writer.js';
import type { Gazetteer } from '../../../src/gazetteer/types.js';
import { communeAssertions, intercommunaliteAilleurs, organismeAssertions } from '../reference.js';

/** The lot of the entities of the seeds that only records name. */
const SUJETS = 'sujets-des-notices';

/**
 * Deposits what the seeds say of the places and organisations that records are about: the base holds all
 * of Île-de-France, and elsewhere what is named only.
 */
export function depositSubjects(facts: FactsWriter, gazetteer: Gazetteer, regles: string): void {
  const sujets = facts.sujetsDesNotices();
  const empreinte = createHash('sha256')
    .update([regles, ...sujets].join('\n'))
    .digest('hex');
  const connue = facts.empreinteLue(SUJETS);
  if (connue === empreinte || (connue === undefined && sujets.length === 0)) return;
  const assertions = sujets.flatMap((id) => seedAssertions(id, gazetteer));
  facts.deposer({ lot: SUJETS, empreinte, assertions });
}

function seedAssertions(id: string, gazetteer: Gazetteer): Assertion[] {
  const { referentiels } = gazetteer;
  if (id.startsWith('organisme:')) return organismeAssertions(referentiels, id);
  if (id.startsWith('intercommunalite:'))
    return intercommunaliteAilleurs(referentiels, id, 0).assertions;
  const trouvee = id.startsWith('commune:') ? gazetteer.commune(id) : undefined;
  return trouvee === undefined ? [] : communeAssertions(referentiels, trouvee);
}
