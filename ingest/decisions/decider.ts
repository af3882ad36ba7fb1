import type { Decision } from '../../src/domain/decision.js';
import type { FactsWriter } from '../../src/facts/writer.js';
import type { Gazetteer } from '../../src/gazetteer/types.js';
import type { RapportIngestion } from '../report.js';
import type { IngestionPorts } from '../run.js';
import { run } from '../run.js';
import { textProof } from '../stages/resolve/passages.js';
import type { LigneDecision } from './lire.js';
import { refusal } from './lire.js';
import { appendDecisions } from './registre.js';

/** What a file of decisions did. */
export interface RapportDecisions {
  readonly ajoutees: readonly Decision[];
  /** Already in the ledger. */
  readonly connues: number;
  /** Decisions that have nothing to act on, or that a later one contradicts, one French sentence each. */
  readonly alertes: readonly string[];
  readonly ingestion: RapportIngestion;
}

/**
 * Appends decisions to the ledger, all or none, and applies them. Those already there are left: the same
 * file twice adds nothing.
 * @throws MaillageError `refus` naming the lines whose passage is not in its page, or that undo nothing.
 */
export async function decide(
  ports: IngestionPorts,
  lignes: readonly LigneDecision[],
  fichier: string,
): Promise<RapportDecisions> {
  let ajoutees: readonly Decision[] = [];
  let alertes: readonly string[] = [];
  const ingestion = await run(
    ports,
    false,
    async ({ facts }) => {
      const fautes = [...faults(facts, lignes), ...officialPairs(ports.gazetteer, facts, lignes)];
      if (fautes.length > 0) throw refusal(fichier, fautes);
      ajoutees = appendDecisions(
        facts,
        ports.dataDir,
        lignes.map((l) => l.decision),
      );
      return { lus: [], refuses: [], ignores: [], ecritures: 0 };
    },
    (facts) => {
      alertes = facts
        .alertes()
        .filter((a) => a.code.startsWith('decision-'))
        .map((a) => a.message);
    },
  );
  return { ajoutees, connues: lignes.length - ajoutees.length, alertes, ingestion };
}

/** What only the base can tell: the passage given is in its page, the decision to undo is in the ledger or above in the file. */
function faults(facts: FactsWriter, lignes: readonly LigneDecision[]): string[] {
  const registre = new Map(facts.decisions().map((d) => [d.id, d]));
  const fautes: string[] = [];
  const vues = new Set(registre.keys());
  for (const { ligne, decision } of lignes) {
    if (registre.has(decision.id)) continue;
    if (decision.type === 'annuler' && !vues.has(decision.decision))
      fautes.push(
        `ligne ${ligne}, champ « decision » : aucune décision ${decision.decision} au registre ; les voir : maillage decide --liste`,
      );
    if (decision.type === 'ajouter' && textProof(decision, facts) === null)
      fautes.push(
        `ligne ${ligne}, champ « preuve » : ce passage n’est pas dans la page ${decision.preuve?.page} de ce document ; recopiez-le exactement`,
      );
    vues.add(decision.id);
  }
  return fautes;
}

/** Two communes, intercommunalités or départements of the official lists are two: joining them would merge their members. */
function officialPairs(
  { referentiels }: Gazetteer,
  facts: FactsWriter,
  lignes: readonly LigneDecision[],
): string[] {
  const connues = new Set(facts.decisions().map((d) => d.id));
  const listes = [referentiels.communes, referentiels.intercommunalites, referentiels.departements];
  const officiels = new Set(listes.flatMap((liste) => liste.map((e: { id: string }) => e.id)));
  return lignes.flatMap(({ ligne, decision: d }) =>
    d.type === 'fusionner' &&
    !connues.has(d.id) &&
    officiels.has(d.garder) &&
    officiels.has(d.absorber)
      ? [
          `ligne ${ligne}, champ « absorber » : ${d.garder} et ${d.absorber} sont deux territoires distincts des listes officielles ; pour corriger un fait, rejetez-le et ajoutez le juste`,
        ]
      : [],
  );
}
