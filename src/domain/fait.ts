import { createHash } from 'node:crypto';

/** Evidence in a document: `page.texte.slice(debut, fin) === citation`, always (DESIGN 5). */
export interface PreuveTexte {
  readonly document: string;
  readonly page: number;
  readonly debut: number;
  readonly fin: number;
  readonly citation: string;
}

/** Evidence in seed data: a list, its vintage, and the key of the line in it. */
export interface PreuveReferentiel {
  readonly referentiel: string;
  readonly millesime: string;
  readonly cle: string;
}

export type Preuve = PreuveTexte | PreuveReferentiel;

/** How a fact is known: said by a document, deduced from other facts, taken from seed data, validated by a person. */
export type Statut = 'dit' | 'deduit' | 'reference' | 'valide';

export type Valeur = string | number | boolean | readonly string[] | readonly number[];

export type Proprietes = Readonly<Record<string, string | number | boolean>>;

/** One assertion before it is stored: exactly one of `objet` and `valeur` is given. */
export interface Assertion {
  readonly sujet: string;
  readonly predicat: string;
  readonly objet?: string;
  readonly valeur?: Valeur;
  readonly proprietes?: Proprietes;
  readonly statut: Statut;
  /** `nom@version` of the rule that made it. */
  readonly regle: string;
  /** Ids of the facts it is deduced from, when `statut` is `deduit`. */
  readonly sources?: readonly string[];
  readonly preuves: readonly Preuve[];
  /** Lowest confidence of the recognised pages it rests on, from 0 to 100; absent when none is. */
  readonly confiance?: number;
}

/** A stored assertion: its content id, the sequence that wrote it and, once retracted, the one that removed it. */
export interface Fait extends Assertion {
  readonly id: string;
  readonly sequence: number;
  readonly retire?: number;
}

export function estPreuveTexte(preuve: Preuve): preuve is PreuveTexte {
  return 'document' in preuve;
}

/** JSON with the keys of every object sorted, so that equal contents give equal texts. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((v) => canonicalJson(v ?? null)).join(',')}]`;
  const cles = Object.keys(value).sort();
  const membres: string[] = [];
  for (const cle of cles) {
    const v = (value as Readonly<Record<string, unknown>>)[cle];
    if (v !== undefined) membres.push(`${JSON.stringify(cle)}:${canonicalJson(v)}`);
  }
  return `{${membres.join(',')}}`;
}

/**
 * Id of a fact: eight hexadecimal digits of the SHA-256 of its subject, twelve of its content's. Same
 * content, same id; the facts of one subject stand together where facts are kept by id.
 */
export function idFait(assertion: Assertion): string {
  return contenuFait(assertion).id;
}

/** The content of a fact as one text, and the id that it gives. */
export function contenuFait(assertion: Assertion): { readonly id: string; readonly json: string } {
  const { sujet, predicat, objet, valeur, proprietes, statut, regle, sources, preuves } = assertion;
  const { confiance } = assertion;
  const json = canonicalJson({
    sujet,
    predicat,
    objet,
    valeur,
    proprietes,
    statut,
    regle,
    sources,
    preuves,
    confiance,
  });
  return { id: `fait:${digest(sujet, 8)}${digest(json, 12)}`, json };
}

function digest(texte: string, chiffres: number): string {
  return createHash('sha256').update(texte).digest('hex').slice(0, chiffres);
}
