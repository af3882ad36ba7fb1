import type { Cellule, Ligne } from '../../../src/domain/page.js';
import { aligner, type FragmentPose, type LigneFragmentee } from './alignement.js';
import { type Atome, type AtomePlace, atomesDe } from './atomes.js';
import { detailler } from './detail.js';
import { espacer } from './espaces.js';
import type { Planche } from './fragments.js';
import { lireDansLOrdre } from './ordre.js';

/** A printed line: atoms of one line of the text that follow each other in one region. */
interface Imprimee {
  readonly debut: number;
  readonly fin: number;
  readonly blancAvant: boolean;
  readonly fragments: readonly FragmentPose[];
  readonly bloc: number;
  readonly tourne: boolean;
  readonly cellule: Cellule | null;
}

/**
 * The lines of a page in reading order, with the layout of the fragments they come from. Together they
 * hold every character of the text, once; a line of the text that runs over two columns or cells makes two.
 */
export function lignesDePage(texte: string, { fragments, filets }: Planche): Ligne[] {
  const brutes = aligner(texte, fragments);
  const atomes = atomesDe(texte, brutes);
  const { regions, tableaux } = lireDansLOrdre(atomes.filter(estPlace), filets, texte);
  const cellules = new Map(tableaux.flatMap((t) => [...t.cellules]));
  const imprimer = (parts: readonly Atome[], bloc: number) => fondre(parts, brutes, cellules, bloc);
  const debut = imprimer(orphelins(atomes), 0);
  const imprimees = regions.flatMap((region, bloc) => imprimer(suivis(region, atomes), bloc));
  const tournees = imprimer(
    atomes.filter((a) => a.tourne),
    regions.length,
  );
  return espacer([...debut, ...imprimees, ...tournees].map((l) => decrire(l, regions.length > 1)));
}

function estPlace(a: Atome): a is AtomePlace {
  return a.cadre !== null;
}

/** The atoms of a region, each followed by those of the text after it that stand nowhere. */
function suivis(region: readonly AtomePlace[], atomes: readonly Atome[]): Atome[] {
  return region.flatMap((a) => {
    const suite: Atome[] = [a];
    for (let i = a.rang + 1; atomes[i]?.cadre === null && atomes[i]?.tourne === false; i += 1) {
      const libre = atomes[i];
      if (libre !== undefined) suite.push(libre);
    }
    return suite;
  });
}

/** Atoms without a place that none with a place stands before. */
function orphelins(atomes: readonly Atome[]): Atome[] {
  let dernier: Atome | null = null;
  return atomes.filter((a) => {
    const libre = a.cadre === null && !a.tourne;
    if (!libre) dernier = a;
    return libre && (dernier === null || dernier.tourne);
  });
}

function fondre(
  atomes: readonly Atome[],
  brutes: readonly LigneFragmentee[],
  cellules: ReadonlyMap<number, Cellule>,
  bloc: number,
): Imprimee[] {
  const imprimees: Imprimee[] = [];
  let avant: Atome | null = null;
  for (const a of atomes) {
    const derniere = imprimees.at(-1);
    const cellule = cellules.get(a.rang) ?? null;
    const suit = avant?.ligne === a.ligne && avant.rang === a.rang - 1;
    if (derniere !== undefined && suit && memeCellule(derniere.cellule, cellule)) {
      const fragments = [...derniere.fragments, ...a.fragments];
      imprimees[imprimees.length - 1] = { ...derniere, fin: a.fin, fragments };
    } else {
      const brute = brutes[a.ligne];
      const blancAvant = brute?.debut === a.debut && brute.blancAvant;
      const { debut, fin, fragments, tourne } = a;
      imprimees.push({ debut, fin, fragments, bloc, blancAvant, tourne, cellule });
    }
    avant = a;
  }
  return imprimees;
}

function memeCellule(a: Cellule | null, b: Cellule | null): boolean {
  return a?.tableau === b?.tableau && a?.rangee === b?.rangee && a?.colonne === b?.colonne;
}

function decrire(l: Imprimee, plusieurs: boolean): Ligne {
  const { debut, fin, fragments } = l;
  const nue = {
    debut,
    fin,
    espaceAvant: l.blancAvant,
    ...(plusieurs ? { bloc: l.bloc } : {}),
    ...(l.cellule === null ? {} : { cellule: l.cellule }),
  };
  const premier = fragments[0];
  if (premier === undefined) return nue;
  const principal = fragments.reduce((a, b) => (b.texte.length > a.texte.length ? b : a));
  const style = {
    taille: arrondir(principal.taille),
    gras: premier.gras,
    italique: principal.italique,
  };
  if (l.tourne) return { ...nue, ...style, espaceAvant: true };
  return {
    ...nue,
    ...style,
    x: arrondir(premier.x),
    y: arrondir(principal.y),
    ...detailler(fragments, principal),
  };
}

function arrondir(n: number): number {
  return Math.round(n * 10) / 10;
}
