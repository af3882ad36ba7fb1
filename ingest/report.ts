import type { BilanEcriture } from '../src/facts/writer.js';
import type { BilanRemplacement } from './stages/changements/bilan.js';

export interface FichierLu {
  readonly fichier: string;
  readonly document: string;
  readonly titre: string;
  readonly type: string;
  readonly pages: number;
  readonly etat: 'nouveau' | 'inchange' | 'modifie';
  readonly faits: Pick<BilanEcriture, 'ajoutes' | 'retires' | 'inchanges'>;
  readonly alertes: number;
  readonly catalogue?: CatalogueLu;
}

/** What became of the records of a catalogue. */
interface CatalogueLu {
  /** Records kept. */
  readonly notices: number;
  /** Records set apart as unreadable, in the quarantine folder. */
  readonly rompues: number;
  /** Facts written or retracted. */
  readonly ecritures: number;
  /** Older exports whose place it takes. */
  readonly remplace: readonly string[];
  /** Mapping guessed for each of its tables, as a source.yml writes it, for a person to correct. */
  readonly colonnes?: readonly string[];
  /** Once resolved: records joined to another of the same work. */
  readonly jointes?: number;
  /** Once resolved: joins and ties that a person must settle. */
  readonly proposees?: number;
  /** Once resolved: alerts by code. */
  readonly alertes?: Readonly<Record<string, number>>;
}

export interface FichierRefuse {
  readonly fichier: string;
  readonly message: string;
  readonly remede: string;
}

/** What a run did, for a person and for `--json`. */
export interface RapportIngestion {
  readonly lus: readonly FichierLu[];
  readonly refuses: readonly FichierRefuse[];
  readonly ignores: readonly { readonly fichier: string; readonly raison: string }[];
  /** Facts written or retracted by this run, seeds included. */
  readonly ecritures: number;
  readonly sequence: number;
  readonly dureeMs: number;
  /** What was put right in the ledger of decisions, one French sentence each. */
  readonly reparations?: readonly string[];
  /** The old edition had already left when the run began: an earlier one was cut short. */
  readonly dejaRemplace?: true;
  /** What the new edition changed, when it replaces an old one. */
  readonly remplacement?: BilanRemplacement;
}

export type Etape =
  | 'attente'
  | 'lecture'
  | 'notices'
  | 'reconnaissance'
  | 'faits'
  | 'graphe'
  | 'index';

/** Told as the run goes: the step, the file when there is one, how many of how many. */
export type Progression = (etape: Etape, fait: number, total: number, fichier?: string) => void;
