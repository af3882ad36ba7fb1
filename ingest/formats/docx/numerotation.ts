import { ecrireNumero, type FormatNumero, puceLisible } from '../flux/numeros.js';
import { descendre, type Element, elements } from '../xml/arbre.js';
import { bascule, valeur } from './parties.js';

interface Niveau {
  readonly depart: number;
  readonly format: FormatNumero;
  readonly modele: string;
  readonly reprise: boolean;
  /** Numbers of upper levels are printed in figures whatever their format. */
  readonly legal: boolean;
  readonly style: string | undefined;
}

interface Liste {
  /** Lists that share it count together. */
  readonly abstraite: string;
  readonly niveaux: ReadonlyMap<number, Niveau>;
  /** Levels that start again with this list, and from what. */
  readonly departs: ReadonlyMap<number, number>;
}

const FORMATS: ReadonlyMap<string, FormatNumero> = new Map([
  ['decimal', 'decimal'],
  ['decimalZero', 'decimalZero'],
  ['lowerLetter', 'minuscule'],
  ['upperLetter', 'majuscule'],
  ['lowerRoman', 'romain'],
  ['upperRoman', 'romainMajuscule'],
  ['ordinal', 'ordinal'],
  ['bullet', 'puce'],
  ['none', 'aucun'],
]);
const NIVEAUX = 9;

/** The numbers and bullets that Word writes before paragraphs (numbering.xml). */
export class Numerotation {
  readonly #listes: ReadonlyMap<string, Liste>;
  readonly #compteurs = new Map<string, number[]>();
  readonly #commencees = new Set<string>();

  constructor(racine: Element | undefined) {
    const abstraites = new Map(
      elements(racine, 'w:abstractNum').map((a) => [a.attributs.get('w:abstractNumId') ?? '', a]),
    );
    this.#listes = new Map(
      elements(racine, 'w:num').map((n) => [
        n.attributs.get('w:numId') ?? '',
        lireListe(n, abstraites, racine),
      ]),
    );
  }

  /** The level of a list that a paragraph style is tied to. */
  rangDuStyle(liste: string, style: string | undefined): number | null {
    const niveaux = this.#listes.get(liste)?.niveaux ?? new Map<number, Niveau>();
    const trouve = [...niveaux].find(([, n]) => n.style !== undefined && n.style === style);
    return trouve?.[0] ?? null;
  }

  /** Counts a paragraph in, and gives what is printed before it: « 1.2. », « • », or nothing. */
  marque(numId: string, rang: number): string | null {
    const liste = this.#listes.get(numId);
    const niveau = liste?.niveaux.get(rang);
    if (liste === undefined || niveau === undefined) return null;
    const compteurs = this.#avancer(numId, liste, rang, niveau);
    if (niveau.format === 'puce') return puceLisible(niveau.modele);
    if (niveau.format === 'aucun' && !niveau.modele.includes('%')) return niveau.modele.trim();
    return niveau.modele
      .replace(/%([1-9])/g, (_, chiffre: string) => {
        const autre = liste.niveaux.get(Number(chiffre) - 1) ?? niveau;
        const n = compteurs[Number(chiffre) - 1] ?? autre.depart;
        return ecrireNumero(n, niveau.legal ? 'decimal' : autre.format);
      })
      .trim();
  }

  #avancer(numId: string, liste: Liste, rang: number, niveau: Niveau): number[] {
    const compteurs = this.#compteurs.get(liste.abstraite) ?? [];
    this.#compteurs.set(liste.abstraite, compteurs);
    if (!this.#commencees.has(numId)) {
      this.#commencees.add(numId);
      for (const [r, depart] of liste.departs) compteurs[r] = depart - 1;
    }
    compteurs[rang] = (compteurs[rang] ?? niveau.depart - 1) + 1;
    for (let r = rang + 1; r < NIVEAUX; r += 1) {
      if (liste.niveaux.get(r)?.reprise !== false) delete compteurs[r];
    }
    return compteurs;
  }
}

function lireListe(
  num: Element,
  abstraites: ReadonlyMap<string, Element>,
  racine: Element | undefined,
): Liste {
  const id = valeur(elements(num, 'w:abstractNumId')[0]) ?? '';
  const niveaux = new Map<number, Niveau>();
  for (const lvl of niveauxDe(abstraites.get(id), abstraites, racine)) ajouter(niveaux, lvl);
  const departs = new Map<number, number>();
  for (const o of elements(num, 'w:lvlOverride')) {
    for (const lvl of elements(o, 'w:lvl')) ajouter(niveaux, lvl);
    const depart = Number.parseInt(valeur(elements(o, 'w:startOverride')[0]) ?? '', 10);
    const rang = Number(o.attributs.get('w:ilvl') ?? 0);
    if (!Number.isNaN(depart)) departs.set(rang, depart);
  }
  return { abstraite: id, niveaux, departs };
}

/** Some lists only point to a list style, which another one defines. */
function niveauxDe(
  abstraite: Element | undefined,
  abstraites: ReadonlyMap<string, Element>,
  racine: Element | undefined,
): Element[] {
  const siens = elements(abstraite, 'w:lvl');
  const lien = valeur(descendre(abstraite, 'w:numStyleLink'));
  if (siens.length > 0 || lien === undefined || racine === undefined) return siens;
  const cible = [...abstraites.values()].find(
    (a) => valeur(descendre(a, 'w:styleLink')) === lien && a !== abstraite,
  );
  return elements(cible, 'w:lvl');
}

function ajouter(niveaux: Map<number, Niveau>, lvl: Element): void {
  const depart = Number.parseInt(valeur(elements(lvl, 'w:start')[0]) ?? '1', 10);
  niveaux.set(Number(lvl.attributs.get('w:ilvl') ?? 0), {
    depart: Number.isNaN(depart) ? 1 : depart,
    format: FORMATS.get(valeur(elements(lvl, 'w:numFmt')[0]) ?? 'decimal') ?? 'decimal',
    modele: valeur(elements(lvl, 'w:lvlText')[0]) ?? '',
    reprise: valeur(elements(lvl, 'w:lvlRestart')[0]) !== '0',
    legal: bascule(elements(lvl, 'w:isLgl')[0]) === true,
    style: valeur(elements(lvl, 'w:pStyle')[0]),
  });
}
