import type { Fait } from '../../src/domain/fait.js';
import { estPreuveTexte } from '../../src/domain/fait.js';
import { definitionLabel, labelDe } from '../../src/domain/schema.js';
import type { Entite, Relation } from '../../src/domain/vue.js';
import { aggregateEntite, aggregateRelations } from '../../src/facts/aggregate.js';
import type { FactsReader } from '../../src/facts/reader.js';

/** Ids before, of, and after the records of the holdings: these may be a hundred times the rest, and are never held together. */
const AVANT_NOTICES = ['', 'notice:'] as const;
const NOTICES = ['notice:', 'notice;'] as const;
const APRES_NOTICES = ['notice;', '\u{10ffff}'] as const;

export interface PreuveIndex {
  readonly document: string;
  readonly page: number;
}

/** All of the base but its records, held in memory. */
export interface HorsNotices {
  readonly entites: readonly Entite[];
  readonly relations: readonly Relation[];
  readonly parId: ReadonlyMap<string, Entite>;
  /** Where each entity is named by a document, when one does. */
  readonly preuves: ReadonlyMap<string, PreuveIndex>;
  /** Every name under which documents print an entity. */
  readonly noms: ReadonlyMap<string, readonly string[]>;
}

/** A record with its relations. */
export interface NoticeLiee {
  readonly notice: Entite;
  readonly relations: readonly Relation[];
}

/** Reads all but the records. */
export function readRest(facts: FactsReader): HorsNotices {
  const entites: Entite[] = [];
  const relations: Relation[] = [];
  const preuves = new Map<string, PreuveIndex>();
  const noms = new Map<string, string[]>();
  for (const [apres, avant] of [AVANT_NOTICES, APRES_NOTICES]) {
    for (const faits of facts.fluxSujets(apres, avant)) {
      const entite = aggregateEntite(faits[0]?.sujet ?? '', withoutObjects(faits));
      if (entite !== undefined) entites.push(entite);
      relations.push(...aggregateRelations(faits));
      for (const fait of faits) {
        noteProof(fait, preuves);
        noteName(fait, noms);
      }
    }
  }
  return { entites, relations, parId: new Map(entites.map((e) => [e.id, e])), preuves, noms };
}

/** The records, one after the other. */
export function* readNotices(facts: FactsReader): Generator<NoticeLiee> {
  for (const faits of facts.fluxSujets(...NOTICES)) {
    const notice = aggregateEntite(faits[0]?.sujet ?? '', withoutObjects(faits));
    if (notice !== undefined) yield { notice, relations: aggregateRelations(faits) };
  }
}

export function isNotice(id: string): boolean {
  return id.startsWith('notice:');
}

function withoutObjects(faits: readonly Fait[]): Fait[] {
  return faits.filter((f) => f.objet === undefined);
}

function noteProof(fait: Fait, preuves: Map<string, PreuveIndex>): void {
  const cible = fait.objet === undefined ? fait.sujet : fait.objet;
  const preuve = fait.preuves.find(estPreuveTexte);
  if (preuve === undefined) return;
  const nomme =
    fait.objet === undefined && fait.predicat === definitionLabel(labelDe(fait.sujet)).libelle;
  if (nomme || !preuves.has(cible))
    preuves.set(cible, { document: preuve.document, page: preuve.page });
}

function noteName({ sujet, predicat, valeur }: Fait, noms: Map<string, string[]>): void {
  if (predicat !== 'nom' || typeof valeur !== 'string') return;
  const connus = noms.get(sujet) ?? [];
  if (!connus.includes(valeur)) noms.set(sujet, [...connus, valeur]);
}
