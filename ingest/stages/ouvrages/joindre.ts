import type { PaireNotices } from '../../../src/facts/ouvrages.js';
import type { FactsWriter } from '../../../src/facts/writer.js';
import { compareWorks } from './comparer.js';
import { readRecords } from './paires.js';

/** What the pairs of all records make together. */
export interface Ouvrages {
  /** Record -> the one that it is joined to, where it is not itself. */
  readonly joints: ReadonlyMap<string, string>;
  /** Pairs that a person must settle. */
  readonly proposees: readonly PaireNotices[];
}

/** Groups opened at once, to compare their records two by two. */
const LOT = 200;

/**
 * Joins records by the pairs that are certain: all those of a group are one work two by two, or the pair
 * that brings the others in is a proposal. A group stands under its first id. Pure but for what it reads.
 */
export function joinWorks(facts: FactsWriter): Ouvrages {
  const paires = facts.paires();
  const certaines = paires.filter((p) => p.decision === 'meme');
  const joints = new Map<string, string>();
  const proposees = paires.filter((p) => p.decision === 'proposer');
  const groupes = components(certaines);
  const grands = groupes.filter((g) => g.ids.length > 2);
  for (const { ids } of groupes) if (ids.length === 2) joinAll(ids, joints);
  for (let i = 0; i < grands.length; i += LOT) {
    const lot = grands.slice(i, i + LOT);
    const lues = readRecords(
      facts,
      lot.flatMap((g) => g.ids),
    );
    const memes = (a: string, b: string) => {
      const [x, y] = [lues.get(a), lues.get(b)];
      return x !== undefined && y !== undefined && compareWorks(x, y).decision === 'meme';
    };
    for (const groupe of lot) proposees.push(...joinGroup(groupe, memes, joints));
  }
  return { joints, proposees: proposees.sort(comparePairs) };
}

interface Groupe {
  readonly ids: readonly string[];
  readonly paires: readonly PaireNotices[];
}

/** Records tied by pairs, directly or through others; ids sorted. */
function components(paires: readonly PaireNotices[]): Groupe[] {
  const parents = new Map<string, string>();
  const root = (id: string): string => {
    let racine = id;
    for (let p = parents.get(racine); p !== undefined; p = parents.get(racine)) racine = p;
    return racine;
  };
  for (const { a, b } of paires) {
    const [x, y] = [root(a), root(b)].sort() as [string, string];
    if (x !== y) parents.set(y, x);
  }
  const groupes = new Map<string, { ids: Set<string>; paires: PaireNotices[] }>();
  for (const paire of paires) {
    const racine = root(paire.a);
    const groupe = groupes.get(racine) ?? { ids: new Set<string>(), paires: [] };
    groupes.set(racine, groupe);
    groupe.ids.add(paire.a).add(paire.b);
    groupe.paires.push(paire);
  }
  return [...groupes.values()].map((g) => ({ ids: [...g.ids].sort(), paires: g.paires }));
}

/** Joins two parts of a group when each record of the one is each of the other; gives the pairs that could not. */
function joinGroup(
  { ids, paires }: Groupe,
  memes: (a: string, b: string) => boolean,
  joints: Map<string, string>,
): PaireNotices[] {
  const parties = new Map(ids.map((id) => [id, [id]]));
  const refusees: PaireNotices[] = [];
  for (const paire of [...paires].sort(comparePairs)) {
    const [x, y] = [parties.get(paire.a) ?? [], parties.get(paire.b) ?? []];
    if (x === y) continue;
    if (!x.every((a) => y.every((b) => memes(a, b)))) {
      const motifs = ['une troisième notice ressemble aux deux sans être les deux'];
      refusees.push({ ...paire, decision: 'proposer', motifs });
      continue;
    }
    const fondue = [...x, ...y].sort();
    for (const id of fondue) parties.set(id, fondue);
  }
  for (const partie of new Set(parties.values())) joinAll(partie, joints);
  return refusees;
}

function joinAll([premier, ...autres]: readonly string[], joints: Map<string, string>): void {
  if (premier !== undefined) for (const id of autres) joints.set(id, premier);
}

function comparePairs(a: PaireNotices, b: PaireNotices): number {
  return a.a < b.a || (a.a === b.a && a.b < b.b) ? -1 : 1;
}
