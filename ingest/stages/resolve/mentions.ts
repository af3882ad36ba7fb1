import type { Assertion, PreuveTexte } from '../../../src/domain/fait.js';
import { estPreuveTexte } from '../../../src/domain/fait.js';
import { estRelation } from '../../../src/domain/schema.js';
import type { Lot } from '../../../src/facts/writer.js';

/** What a lot names, with the first passage that does. */
export interface Nomme {
  readonly id: string;
  readonly noms: readonly string[];
  readonly preuve?: PreuveTexte;
}

/** A person that a lot names, with all that it says to tell them from another of the same name. */
export interface PersonneNommee extends Nomme {
  readonly fonctions: readonly string[];
  /** Ids of the organisations they belong to. */
  readonly organismes: readonly string[];
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
  readonly structures: readonly Nomme[];
}

/** The form of what is kept: a summary kept in another is made again. */
const FORME = 2;

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
    structures: organisations(decrites),
  };
  return JSON.stringify({ forme: FORME, ...resume });
}

/** What `summarise` kept; undefined when it was kept in an older form, or not yet. */
export function readSummary(texte: string): ResumeLot | undefined {
  if (texte === '') return undefined;
  const garde = JSON.parse(texte) as ResumeLot & { readonly forme?: number };
  return garde.forme === FORME ? garde : undefined;
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
    .map(([id, faits]) => ({
      ...named(
        id,
        faits.filter((a) => a.predicat === 'nom'),
      ),
      fonctions: sorted(faits.flatMap(functionOf)),
      organismes: sorted(faits.flatMap((a) => (a.predicat === 'MEMBRE_DE' ? (a.objet ?? []) : []))),
    }));
}

/** An entity by the facts that name it. */
function named(id: string, noms: readonly Assertion[]): Nomme {
  const preuve = noms.flatMap((a) => a.preuves).find(estPreuveTexte);
  return {
    id,
    noms: sorted(noms.map((a) => String(a.valeur))),
    ...(preuve === undefined ? {} : { preuve }),
  };
}

function functionOf({ predicat, valeur, proprietes }: Assertion): string[] {
  if (predicat === 'fonction') return [String(valeur)];
  const fonction = proprietes?.fonction;
  return typeof fonction === 'string' ? [fonction] : [];
}

function organisations(decrites: readonly Assertion[]): Nomme[] {
  const noms = new Map<string, Assertion[]>();
  for (const a of decrites) {
    if (a.predicat !== 'nom' || !a.sujet.startsWith('organisme:')) continue;
    noms.set(a.sujet, [...(noms.get(a.sujet) ?? []), a]);
  }
  return [...noms].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, siens]) => named(id, siens));
}

function sorted(textes: readonly string[]): string[] {
  return [...new Set(textes)].sort();
}
