import { createHash } from 'node:crypto';
import type { Assertion } from '../../../src/domain/fait.js';
import { canonicalJson } from '../../../src/domain/fait.js';
import type { NoticeResolue } from '../../../src/facts/ouvrages.js';
import type { BilanEcriture, FactsWriter } from '../../../src/facts/writer.js';
import { applyTo } from './application.js';
import type { Arbitrage } from './arbitrage.js';

/** Records resolved in one transaction. */
const LOT = 500;

/** What the records became: facts moved, and the decisions that refused one of theirs. */
export interface NoticesResolues {
  readonly bilan: Omit<BilanEcriture, 'sequence'>;
  readonly rejetes: ReadonlySet<string>;
}

/**
 * Brings the facts of records where joins and decisions put them: those of the records that are joined, of
 * which a fact is refused, or that lead to an entity joined to another; and back where none does any more.
 * The others, nearly all, are not opened. `joints`: what the rules join; `organismes`: names that they join.
 */
export function resolveNotices(
  facts: FactsWriter,
  arbitrage: Arbitrage,
  joints: ReadonlyMap<string, string>,
  organismes: ReadonlyMap<string, string>,
): NoticesResolues {
  const { courante, fusions, rejets } = arbitrage;
  const nommees = fusions.flatMap((d) => [d.garder, d.absorber]);
  const deplacees = [...new Set([...joints.keys(), ...nommees.filter(isNotice)])].filter(
    (id) => courante(id) !== id,
  );
  const refusees = refused(arbitrage, deplacees);
  const fondus = [...new Set([...organismes.keys(), ...nommees])].filter(
    (id) => !isNotice(id) && courante(id) !== id,
  );
  const avant = facts.noticesDeplacees();
  const candidates = [
    ...new Set([...deplacees, ...refusees, ...avant.keys(), ...facts.noticesMenantA(fondus)]),
  ].sort();
  const commun = digest([
    ...fondus.map((id) => `${id} ${courante(id)}`),
    ...[...rejets].map(([cle, ds]) => `${cle} ${canonicalJson(ds.map((d) => d.fait))}`),
  ]);
  const etat = (id: string) => digest([courante(id), commun]);
  // decisions on facts are told whether they still find one: their records are always opened
  const aFaire = candidates.filter((id) => refusees.has(id) || avant.get(id) !== etat(id));
  const total = { ajoutes: 0, retires: 0, inchanges: 0 };
  const rejetes = new Set<string>();
  for (let i = 0; i < aFaire.length; i += LOT) {
    const bruts = facts.brutsDesNotices(aFaire.slice(i, i + LOT));
    const resolues = [...bruts].flatMap(([id, brut]): NoticeResolue[] => {
      const resolue = resolveOne(id, brut, arbitrage, rejetes);
      if (resolue === null)
        return avant.has(id) ? [{ id, etat: null, brut, assertions: brut }] : [];
      return avant.get(id) === etat(id) ? [] : [{ id, etat: etat(id), brut, assertions: resolue }];
    });
    if (resolues.length === 0) continue;
    const { ajoutes, retires, inchanges } = facts.ecrireNoticesResolues(resolues);
    total.ajoutes += ajoutes;
    total.retires += retires;
    total.inchanges += inchanges;
  }
  return { bilan: total, rejetes };
}

export function isNotice(id: string): boolean {
  return id.startsWith('notice:');
}

/** Records of which decisions refuse a fact, with all those that are the same work. */
function refused({ rejets, courante }: Arbitrage, deplacees: readonly string[]): Set<string> {
  const sujets = new Set(
    [...rejets.values()]
      .flat()
      .flatMap((d) => (isNotice(d.fait.sujet) ? [courante(d.fait.sujet)] : [])),
  );
  return new Set([...sujets, ...deplacees.filter((id) => sujets.has(courante(id)))]);
}

/** The facts of a record where they stand; null when that is where its catalogue puts them. */
function resolveOne(
  id: string,
  brut: readonly Assertion[],
  arbitrage: Arbitrage,
  rejetes: Set<string>,
): readonly Assertion[] | null {
  const lot = { lot: id, empreinte: '', assertions: brut };
  const resolu = applyTo(lot, arbitrage, new Map());
  for (const decision of resolu.rejetes) rejetes.add(decision);
  return resolu.lot === lot ? null : resolu.lot.assertions;
}

function digest(textes: readonly string[]): string {
  const hash = createHash('sha256');
  for (const texte of textes) hash.update(texte).update('\n');
  return hash.digest('hex').slice(0, 24);
}
