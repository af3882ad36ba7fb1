import type { Fait } from '../domain/fait.js';
import type { Page } from '../domain/page.js';
import type { Label } from '../domain/schema.js';
import { definitionLabel } from '../domain/schema.js';
import type { Entite, Relation } from '../domain/vue.js';
import { aggregateEntite, aggregateRelations } from './aggregate.js';
import type { RowPage } from './rows.js';
import { COLONNES_PAGE, toPage } from './rows.js';
import { FactsStatements } from './statements.js';

/** Facts read at once: the engine is ten times slower row by row, and a whole catalogue does not fit in memory. */
const LOT_FAITS = 20_000;
const LOT_PAGES = 500;

/** Reads of the whole base, a part at a time: memory does not grow with it. */
export class FactsFlux extends FactsStatements {
  /** Every entity of a label, by id. */
  *fluxEntites(label: Label): Generator<Entite> {
    const { prefixe } = definitionLabel(label);
    const bornes = ['sujet', '+objet IS NULL AND sujet < ?', `${prefixe};`] as const;
    for (const faits of this.groupes(...bornes, `${prefixe}:`)) {
      const entite = aggregateEntite(faits[0]?.sujet ?? '', faits);
      if (entite !== undefined) yield entite;
    }
  }

  /** Every relation, by the id of the entity that it starts from, then by its own. */
  *fluxRelations(): Generator<Relation> {
    for (const faits of this.groupes('sujet', '+objet IS NOT NULL'))
      yield* aggregateRelations(faits);
  }

  /** Facts in force of each entity whose id is in an interval, bounds left out, in the order of the ids. */
  fluxSujets(apres: string, avant: string): Generator<Fait[]> {
    return this.groupes('sujet', 'sujet < ?', avant, apres);
  }

  /** Every fact in force, by id. */
  *fluxFaits(): Generator<Fait> {
    for (const [fait] of this.groupes('id', '1')) if (fait !== undefined) yield fait;
  }

  /** Pages of a document, in order. */
  *fluxPages(document: string): Generator<Page> {
    let numero = -1;
    for (;;) {
      const rows = this.prepare(
        `SELECT ${COLONNES_PAGE} FROM pages WHERE document = ? AND numero > ? ORDER BY numero LIMIT ${LOT_PAGES}`,
      ).all(document, numero) as RowPage[];
      yield* rows.map(toPage);
      if (rows.length < LOT_PAGES) return;
      numero = rows.at(-1)?.numero ?? numero;
    }
  }

  /** Facts in force that share a subject (or an id), one group after the other, in its order. */
  protected *groupes(
    cle: 'sujet' | 'id',
    condition: string,
    valeur?: string,
    depart = '',
  ): Generator<Fait[]> {
    let apres = depart;
    const sql = `retire IS NULL AND ${condition} AND ${cle} > ? ORDER BY ${cle} LIMIT ?`;
    for (let limite = LOT_FAITS; ; ) {
      const bornes = valeur === undefined ? [apres, limite] : [valeur, apres, limite];
      const faits = this.rowsFaits(sql, bornes);
      const groupes = groupConsecutive(faits, cle).map((groupe) => groupe.sort(byId));
      if (faits.length < limite) {
        yield* groupes;
        return;
      }
      // the last group may be cut: it is read again with what follows
      groupes.pop();
      if (groupes.length === 0) limite *= 2;
      yield* groupes;
      apres = groupes.at(-1)?.[0]?.[cle] ?? apres;
    }
  }
}

function byId(a: Fait, b: Fait): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function groupConsecutive(faits: readonly Fait[], cle: 'sujet' | 'id'): Fait[][] {
  const groupes: Fait[][] = [];
  for (const fait of faits) {
    const dernier = groupes.at(-1);
    if (dernier?.[0]?.[cle] === fait[cle]) dernier.push(fait);
    else groupes.push([fait]);
  }
  return groupes;
}
