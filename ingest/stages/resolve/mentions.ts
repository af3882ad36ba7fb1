import type { Assertion, PreuveTexte } from '../../../src/domain/fait.js';
import { estPreuveTexte } from '../../../src/domain/fait.js';
import { estRelation } from '../../../src/domain/schema.js';
import type { Lot } from '../../../src/facts/writer.js';

/** A person that a lot names, with all that it says to tell them from another of the same name. */
export interface PersonneNommee {
  readonly id: string;
  readonly noms: readonly string[];
  readonly fonctions: readonly string[];
  /** Ids of the organisations they belong to. */
  readonly organismes: readonly string[];
  readonly preuve?: PreuveTexte;
}

/** Whom a lot names: kept beside it, so that lots are compared without being opened. */
export interface ResumeLot {
  readonly fichier: string | null;
  /** The producer that the document names; two documents of one producer speak of the same circle of people. */
  readonly producteur: string | null;
  /** Every entity that the lot describes, sorted. */
  readonly entites: readonly string[];
  /** People and organisations that it names elsewhere than in their description, sorted. */
  readonly cites: readonly string[];
  readonly personnes: readonly PersonneNommee[];
  /** Names of the organisations, by id. */
  readonly organismes: Readonly<Record<string, readonly string[]>>;
}

/** Sums a lot up, as text to keep. */
export function summarise(lot: Lot): string {
  const { assertions, document } = lot;
  const decrites = assertions.filter((a) => a.objet === undefined);
  const producteur = decrites.find((a) => a.predicat === 'producteur')?.valeur;
  const resume: ResumeLot = {
    fichier: document?.fichier ?? null,
    producteur: typeof producteur === 'string' ? producteur : (document?.producteur ?? null),
    entites: sorted(decrites.filter((a) => !estRelation(a.predicat)).map((a) => a.sujet)),
    cites: sorted(
      assertions
        .flatMap((a) => [a.sujet, a.objet ?? ''])
        .filter((id) => /^(?:personne|organisme):/.test(id)),
    ),
    personnes: people(assertions),
    organismes: organisations(decrites),
  };
  return JSON.stringify(resume);
}

/** What `summarise` kept. */
export function readSummary(texte: string): ResumeLot {
  return JSON.parse(texte) as ResumeLot;
}

function people(assertions: readonly Assertion[]): PersonneNommee[] {
  const siennes = new Map<string, Assertion[]>();
  for (const a of assertions) {
    if (!a.sujet.startsWith('personne:')) continue;
    const liste = siennes.get(a.sujet);
    if (liste === undefined) siennes.set(a.sujet, [a]);
    else liste.push(a);
  }
  return [...siennes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, faits]) => {
      const preuve = faits
        .filter((a) => a.predicat === 'nom')
        .flatMap((a) => a.preuves)
        .find(estPreuveTexte);
      return {
        id,
        noms: sorted(faits.flatMap((a) => (a.predicat === 'nom' ? [String(a.valeur)] : []))),
        fonctions: sorted(faits.flatMap(functionOf)),
        organismes: sorted(
          faits.flatMap((a) => (a.predicat === 'MEMBRE_DE' ? (a.objet ?? []) : [])),
        ),
        ...(preuve === undefined ? {} : { preuve }),
      };
    });
}

function functionOf({ predicat, valeur, proprietes }: Assertion): string[] {
  if (predicat === 'fonction') return [String(valeur)];
  const fonction = proprietes?.fonction;
  return typeof fonction === 'string' ? [fonction] : [];
}

function organisations(decrites: readonly Assertion[]): Record<string, string[]> {
  const noms = new Map<string, Set<string>>();
  for (const { sujet, predicat, valeur } of decrites) {
    if (predicat !== 'nom' || !sujet.startsWith('organisme:')) continue;
    noms.set(sujet, (noms.get(sujet) ?? new Set()).add(String(valeur)));
  }
  return Object.fromEntries([...noms].sort().map(([id, n]) => [id, [...n].sort()]));
}

function sorted(textes: readonly string[]): string[] {
  return [...new Set(textes)].sort();
}
