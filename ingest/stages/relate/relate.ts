import { createHash } from 'node:crypto';
import type { FactsWriter, Lot } from '../../../src/facts/writer.js';
import { reportLot } from './bilans.js';
import { probableEditions } from './editions.js';
import { continuations } from './suites.js';
import type { DocumentVu } from './vues.js';
import { programmesOf, viewOf } from './vues.js';

/** The lot of what programmes say together. */
const SUITES = 'suites';
const BILAN = 'bilan:';
const DOCUMENT = 'sha256:';

/**
 * Deposits what documents say only together: what reports tell of planned actions, which actions go on
 * from year to year, which documents are editions of one. It depends on the lots kept, never on their order.
 * `sortant`: the document that leaves at the end of this run.
 */
export function relateLots({
  facts,
  empreinte,
  sortant,
}: {
  readonly facts: FactsWriter;
  readonly empreinte: string;
  readonly sortant?: string;
}): void {
  const gardes = facts.lotsLus(sortant).filter(({ lot }) => lot.startsWith(DOCUMENT));
  const cle = keyOf(gardes, empreinte);
  if (facts.empreinteLue(SUITES) === cle) return;
  const vues = gardes.flatMap(({ lot }) => viewOfLot(facts, lot));
  const lots = relations(vues, cle);
  const noms = new Set(lots.map((l) => l.lot));
  for (const { lot } of facts.lotsLus())
    if (lot.startsWith(BILAN) && !noms.has(lot)) facts.retirer(lot);
  // the lot that holds the key comes last: a run cut short starts over
  for (const lot of lots) facts.deposer(lot);
}

function viewOfLot(facts: FactsWriter, nom: string): DocumentVu[] {
  const lot = facts.lotLu(nom);
  const vue = lot === undefined ? null : viewOf(lot);
  return vue === null || (vue.programme === null && vue.rapport === null) ? [] : [vue];
}

/** The lots that several documents make together. Pure. */
export function relations(vues: readonly DocumentVu[], empreinte: string): Lot[] {
  const programmes = programmesOf(vues);
  const { assertions, alertes } = continuations(programmes);
  const bilans = vues.flatMap((vue) => reportLot(vue, programmes, empreinte) ?? []);
  const editions = probableEditions(vues);
  return [...bilans, { lot: SUITES, empreinte, assertions, alertes: [...alertes, ...editions] }];
}

function keyOf(lots: readonly { lot: string; cle: string }[], empreinte: string): string {
  const hash = createHash('sha256').update(empreinte);
  for (const { lot, cle } of lots) hash.update(`${lot} ${cle}\n`);
  return hash.digest('hex');
}
