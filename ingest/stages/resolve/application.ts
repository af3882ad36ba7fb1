import type { Assertion } from '../../../src/domain/fait.js';
import { idFait } from '../../../src/domain/fait.js';
import { labelDe } from '../../../src/domain/schema.js';
import type { Lot } from '../../../src/facts/writer.js';
import type { Arbitrage } from './arbitrage.js';
import { hasProperties, keyOfContent } from './contenus.js';

/** A fact as the rules made it -> as it stands, or null when it does not: facts deduced from it follow. */
export type Deplaces = Map<string, string | null>;

/** What a lot becomes, with the decisions that refused one of its facts. */
export interface LotResolu {
  readonly lot: Lot;
  readonly rejetes: ReadonlySet<string>;
}

/**
 * A lot under its entities, without the facts that decisions refuse nor what was deduced from them.
 * `communs` holds the facts of the seeds that moved; a lot of which nothing moves is given back as it is.
 */
export function applyTo(lot: Lot, arbitrage: Arbitrage, communs: Deplaces): LotResolu {
  const entite = (id: string): string => arbitrage.entite(lot.lot, id);
  const rejetes = new Set<string>();
  const deplaces: Deplaces = new Map();
  const source = (id: string) => deplaces.get(id) ?? (deplaces.has(id) ? null : communs.get(id));
  const resolus: Assertion[] = [];
  for (const brut of sourcesFirst(lot.assertions)) {
    const deplace = move(brut, entite);
    const refus = deplace === null ? [] : refusals(deplace, arbitrage);
    for (const id of refus) rejetes.add(id);
    const garde = deplace === null || refus.length > 0 ? null : follow(deplace, source);
    if (garde !== null) resolus.push(garde);
    if (garde !== brut) deplaces.set(idFait(brut), garde === null ? null : idFait(garde));
  }
  if (deplaces.size === 0) return { lot, rejetes };
  if (lot.lot === 'referentiels') for (const [avant, apres] of deplaces) communs.set(avant, apres);
  return { lot: { ...lot, assertions: resolus, ...renameTexts(lot, entite) }, rejetes };
}

/** Facts that others are deduced from come before them; else the order is kept. */
function sourcesFirst(assertions: readonly Assertion[]): readonly Assertion[] {
  if (assertions.every((a) => a.sources === undefined)) return assertions;
  const rang = new Map<string, Assertion>();
  const cites = new Set(assertions.flatMap((a) => a.sources ?? []));
  for (const a of assertions) {
    const id = idFait(a);
    if (cites.has(id)) rang.set(id, a);
  }
  const faits = new Set<Assertion>();
  const visit = (a: Assertion): void => {
    if (faits.has(a)) return;
    faits.add(a);
    for (const s of a.sources ?? []) {
      const cite = rang.get(s);
      if (cite !== undefined && !faits.has(cite)) {
        faits.delete(a);
        visit(cite);
        faits.add(a);
      }
    }
  };
  for (const a of assertions) visit(a);
  return [...faits];
}

/** The fact between entities; the very same object when nothing moves, null when both ends become one. */
function move(brut: Assertion, entite: (id: string) => string): Assertion | null {
  const sujet = entite(brut.sujet);
  if (brut.objet === undefined) return sujet === brut.sujet ? brut : moveValue(brut, sujet);
  const objet = entite(brut.objet);
  if (sujet === brut.sujet && objet === brut.objet) return brut;
  return sujet === objet ? null : { ...brut, sujet, objet };
}

/** What a record says of a work that another tells too keeps the record's id: both stay whole. */
function moveValue(brut: Assertion, sujet: string): Assertion {
  if (labelDe(sujet) !== 'Notice') return { ...brut, sujet };
  return { ...brut, sujet, proprietes: { ...brut.proprietes, notice: brut.sujet } };
}

function refusals(fait: Assertion, { rejets, courante }: Arbitrage): string[] {
  if (rejets.size === 0) return [];
  return (rejets.get(keyOfContent(fait, courante)) ?? [])
    .filter((d) => hasProperties(fait, d.fait.proprietes))
    .map((d) => d.id);
}

/** The fact with its sources where they stand; null when one of them no longer does. */
function follow(
  fait: Assertion,
  source: (id: string) => string | null | undefined,
): Assertion | null {
  if (fait.sources === undefined) return fait;
  const suivies = fait.sources.map((id) => source(id));
  if (suivies.includes(null)) return null;
  if (suivies.every((s) => s === undefined)) return fait;
  return { ...fait, sources: fait.sources.map((id, i) => suivies[i] ?? id) };
}

function renameTexts(lot: Lot, entite: (id: string) => string): Pick<Lot, 'textes'> {
  const textes = new Map<string, string>();
  for (const [sujet, texte] of lot.textes ?? []) {
    const cle = entite(sujet);
    const avant = textes.get(cle);
    textes.set(cle, avant === undefined ? texte : `${avant}\n${texte}`);
  }
  return { textes };
}
