import { withWriteLock } from '../src/facts/lock.js';
import type { BilanEcriture, FactsWriter } from '../src/facts/writer.js';
import { openFactsWriter } from '../src/facts/writer.js';
import type { Gazetteer } from '../src/gazetteer/types.js';
import type { GrapheEcriture } from '../src/graph/port.js';
import type { RechercheEcriture } from '../src/search/port.js';
import { syncLedger } from './decisions/registre.js';
import { rulesFingerprint } from './empreinte.js';
import type { Progression, RapportIngestion } from './report.js';
import { depositSubjects } from './stages/catalogue/ailleurs.js';
import { projectGraph, projectSearch } from './stages/project.js';
import { referenceAssertions } from './stages/reference.js';
import { relateLots } from './stages/relate/relate.js';
import type { Sortant } from './stages/resolve/resolve.js';
import { resolveLots } from './stages/resolve/resolve.js';

/** What a run needs from the composition root: engines are opened only once the write lock is held. */
export interface IngestionPorts {
  readonly dataDir: string;
  readonly gazetteer: Gazetteer;
  ouvrirMoteurs(): Promise<{
    graphe: GrapheEcriture;
    recherche: RechercheEcriture;
    fermer(): Promise<void>;
  }>;
  readonly progression?: Progression;
  /** False: pages that are images are not read (true). */
  readonly reconnaissance?: boolean;
  /** How long to wait for another process that writes, in milliseconds. */
  readonly patienceMs?: number;
}

/** A run under way: the write lock is held, the fact store is open. */
export interface Run {
  readonly ports: IngestionPorts;
  readonly facts: FactsWriter;
  readonly empreinte: string;
}

/** What the work of a run reports; the lots it applied are counted by the resolution. */
export interface Partiel
  extends Pick<RapportIngestion, 'lus' | 'refuses' | 'ignores' | 'ecritures'> {
  readonly sortant?: Sortant;
}

const PATIENCE_MS = 10 * 60_000;

/**
 * Holds the write lock while `travail` deposits lots, then resolves every lot against all the others,
 * derives what several documents say together, and brings the graph and the index there (unless
 * `projeter` is false). They are brought there even when `travail` throws.
 */
export async function run(
  ports: IngestionPorts,
  complet: boolean,
  travail: (run: Run) => Promise<Partiel>,
  ensuite?: (facts: FactsWriter) => void,
  { projeter = true }: { readonly projeter?: boolean } = {},
): Promise<RapportIngestion> {
  const debut = Date.now();
  const onWait = () => ports.progression?.('attente', 0, 1);
  const options = { patienceMs: ports.patienceMs ?? PATIENCE_MS, onWait };
  return withWriteLock(ports.dataDir, options, async () => {
    const facts = openFactsWriter(ports.dataDir);
    try {
      const courant = { ports, facts, empreinte: rulesFingerprint() };
      const { reparations } = syncLedger(facts, ports.dataDir);
      depositReferences(courant, complet);
      const issue = await attempt(() => travail(courant));
      if ('erreur' in issue) {
        await bringLate(courant);
        throw issue.erreur;
      }
      ports.progression?.('faits', 0, 1);
      const appliques = bringFacts(courant, issue.partiel.sortant);
      ensuite?.(facts);
      if (projeter) await project(ports, facts, complet);
      return {
        ...withHoldings(withCounts(issue.partiel, appliques), facts),
        sequence: facts.sequence(),
        dureeMs: Date.now() - debut,
        ...(reparations.length === 0 ? {} : { reparations }),
      };
    } finally {
      facts.close();
    }
  });
}

type Issue = { readonly partiel: Partiel } | { readonly erreur: unknown };

async function attempt(travail: () => Promise<Partiel>): Promise<Issue> {
  try {
    return { partiel: await travail() };
  } catch (erreur) {
    return { erreur };
  }
}

/** One resolution for the edition that comes and the one that leaves: they are never tied to each other. */
function bringFacts(courant: Run, sortant?: Sortant): Map<string, BilanEcriture> {
  const { facts, ports } = courant;
  depositSubjects(facts, ports.gazetteer, courant.empreinte);
  relateLots({ ...courant, ...(sortant === undefined ? {} : { sortant: sortant.lot }) });
  const { gazetteer } = ports;
  const resolution = { ...courant, gazetteer, decisions: facts.decisions() };
  return resolveLots(sortant === undefined ? resolution : { ...resolution, sortant });
}

/**
 * A run that fails still brings the graph and the index where an earlier one, cut short, left them late.
 * Its own error is the one told. Where nothing was ever applied, a refusal does not start a base.
 */
async function bringLate(courant: Run): Promise<void> {
  if (courant.facts.sequence() === 0) return;
  await attempt(async () => {
    bringFacts(courant);
    await project(courant.ports, courant.facts, false);
    return { lus: [], refuses: [], ignores: [], ecritures: 0 };
  });
}

/** The lot of the seeds. */
const REFERENTIELS = 'referentiels';

function depositReferences({ facts, ports, empreinte }: Run, complet: boolean): void {
  if (!complet && facts.empreinteLue(REFERENTIELS) === empreinte) return;
  const assertions = referenceAssertions(ports.gazetteer.referentiels);
  facts.deposer({ lot: REFERENTIELS, empreinte, assertions });
}

/** What each file's facts became, once resolved. */
function withCounts(
  { sortant: _, ...partiel }: Partiel,
  appliques: ReadonlyMap<string, BilanEcriture>,
): Omit<Partiel, 'sortant'> {
  const lus = partiel.lus.map((lu) => {
    const bilan = appliques.get(lu.document);
    if (bilan === undefined) return lu;
    const { ajoutes, retires, inchanges } = bilan;
    const modifie = lu.etat === 'inchange' && ajoutes + retires > 0;
    return {
      ...lu,
      faits: { ajoutes, retires, inchanges },
      etat: modifie ? ('modifie' as const) : lu.etat,
    };
  });
  const ecritures = [...appliques.values()].reduce((n, b) => n + b.ajoutes + b.retires, 0);
  return { ...partiel, lus, ecritures: partiel.ecritures + ecritures };
}

async function project(ports: IngestionPorts, facts: FactsWriter, complet: boolean): Promise<void> {
  const moteurs = await ports.ouvrirMoteurs();
  try {
    ports.progression?.('graphe', 0, 1);
    ports.progression?.('index', 0, 1);
    // two engines, two files: the one works while the other is written
    const issues = await Promise.allSettled([
      projectGraph(facts, moteurs.graphe, complet),
      projectSearch(facts, moteurs.recherche, ports.gazetteer.referentiels, complet),
    ]);
    for (const issue of issues) if (issue.status === 'rejected') throw issue.reason;
  } finally {
    await moteurs.fermer();
  }
}

/** Alerts that propose a join or a tie. */
const PROPOSITIONS = ['doublon-possible', 'lien-a-confirmer', 'auteur-a-confirmer'];

/** What the records of each catalogue became, once resolved. */
function withHoldings<P extends Pick<RapportIngestion, 'lus'>>(partiel: P, facts: FactsWriter): P {
  const lus = partiel.lus.map((lu) => {
    if (lu.catalogue === undefined) return lu;
    const { jointes, alertes } = facts.bilanNotices(lu.document);
    const proposees = PROPOSITIONS.reduce((n, code) => n + (alertes[code] ?? 0), 0);
    const total = Object.values(alertes).reduce((n, m) => n + m, 0);
    return { ...lu, alertes: total, catalogue: { ...lu.catalogue, jointes, proposees, alertes } };
  });
  return { ...partiel, lus };
}
