import { ecrireNumero, type FormatNumero, puceLisible } from '../flux/numeros.js';
import { descendre, type Element, elements } from '../xml/arbre.js';
import { compte, type Parties } from './parties.js';

interface Niveau {
  readonly format: FormatNumero;
  readonly puce: string;
  readonly prefixe: string;
  readonly suffixe: string;
  readonly depart: number;
  /** How many levels are printed: 2 for « 1.2 ». */
  readonly affiches: number;
}

type StyleListe = ReadonlyMap<number, Niveau>;

const FORMATS: ReadonlyMap<string, FormatNumero> = new Map([
  ['1', 'decimal'],
  ['01', 'decimalZero'],
  ['a', 'minuscule'],
  ['A', 'majuscule'],
  ['i', 'romain'],
  ['I', 'romainMajuscule'],
  ['1st', 'ordinal'],
]);
const NIVEAUX = 10;

/** Counters of one list, by level from 1. */
export type Compteurs = number[];

/** The list styles of a document, and that of its headings. */
export class Listes {
  readonly #styles = new Map<string, StyleListe>();
  readonly #plan: StyleListe;
  readonly #compteursPlan: Compteurs = [];

  constructor({ contenu, styles }: Pick<Parties, 'contenu' | 'styles'>) {
    const communs = descendre(styles, 'office:styles');
    for (const source of [communs, descendre(contenu, 'office:automatic-styles')]) {
      for (const s of elements(source, 'text:list-style')) {
        this.#styles.set(s.attributs.get('style:name') ?? '', lireStyle(s));
      }
    }
    const plan = elements(communs, 'text:outline-style')[0];
    this.#plan = plan === undefined ? new Map() : lireStyle(plan);
  }

  /** What is printed before an item: « 1.2 », « • », null for an unknown style. */
  marque(style: string | undefined, rang: number, compteurs: Compteurs): string | null {
    const niveaux = this.#styles.get(style ?? '');
    return niveaux === undefined ? null : marquer(niveaux, rang, compteurs);
  }

  /** The number of a heading that stands in no list. */
  titre(niveau: number): string | null {
    return marquer(this.#plan, niveau, this.#compteursPlan);
  }
}

function marquer(niveaux: StyleListe, rang: number, compteurs: Compteurs): string | null {
  const niveau = niveaux.get(rang);
  if (niveau === undefined) return null;
  compteurs[rang] = (compteurs[rang] ?? niveau.depart - 1) + 1;
  for (let r = rang + 1; r <= NIVEAUX; r += 1) delete compteurs[r];
  if (niveau.format === 'puce') return puceLisible(niveau.puce);
  if (niveau.format === 'aucun') return `${niveau.prefixe}${niveau.suffixe}`.trim();
  const nombres: string[] = [];
  for (let r = Math.max(1, rang - niveau.affiches + 1); r <= rang; r += 1) {
    const autre = niveaux.get(r);
    if (autre === undefined || autre.format === 'puce' || autre.format === 'aucun') continue;
    nombres.push(ecrireNumero(compteurs[r] ?? autre.depart, autre.format));
  }
  return `${niveau.prefixe}${nombres.join('.')}${niveau.suffixe}`.trim();
}

function lireStyle(style: Element): StyleListe {
  const niveaux = new Map<number, Niveau>();
  for (const e of elements(style)) {
    const puce = e.attributs.get('text:bullet-char') ?? '•';
    const estPuce = e.nom === 'text:list-level-style-bullet';
    const format = FORMATS.get(e.attributs.get('style:num-format') ?? '') ?? 'aucun';
    niveaux.set(compte(e, 'text:level'), {
      format: estPuce || e.nom === 'text:list-level-style-image' ? 'puce' : format,
      puce,
      ...bords(e),
      depart: compte(e, 'text:start-value'),
      affiches: compte(e, 'text:display-levels'),
    });
  }
  return niveaux;
}

/** LibreOffice 7 writes « Axe %1% : » whole in an extension; what stands around is said again beside it. */
function bords(e: Element): Pick<Niveau, 'prefixe' | 'suffixe'> {
  return {
    prefixe: e.attributs.get('style:num-prefix') ?? '',
    suffixe: e.attributs.get('style:num-suffix') ?? '',
  };
}
