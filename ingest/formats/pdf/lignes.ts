import type { Ligne } from '../../../src/domain/page.js';
import { aligner, type Fragment, type FragmentPose, type LigneFragmentee } from './alignement.js';
import { type Atome, type AtomePlace, atomesDe } from './atomes.js';
import { detailler } from './detail.js';
import { espacer } from './espaces.js';
import { regionsDe } from './ordre.js';

/** A printed line: atoms of one line of the text that follow each other in one region. */
interface Imprimee {
  readonly debut: number;
  readonly fin: number;
  readonly blancAvant: boolean;
  readonly fragments: readonly FragmentPose[];
  readonly bloc: number;
  readonly tourne: boolean;
}

/**
 * The lines of a page in reading order, with the layout of the fragments they come from. Together they
 * hold every character of the text, once; a line of the text that runs over two columns makes two.
 */
export function lignesDePage(
  texte: string,
  { fragments }: { readonly fragments: readonly Fragment[] },
): Ligne[] {
  const brutes = aligner(texte, fragments);
  const atomes = atomesDe(texte, brutes);
  const regions = regionsDe(atomes.filter(estPlace), texte);
  const imprimees = regions.flatMap((region, bloc) => fondre(suivis(region, atomes), brutes, bloc));
  const debut = fondre(orphelins(atomes), brutes, 0);
  const tournees = fondre(
    atomes.filter((a) => a.tourne),
    brutes,
    regions.length,
  );
  const lignes = [...debut, ...imprimees, ...tournees].map((l) => decrire(l, regions.length > 1));
  return espacer(lignes);
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
  bloc: number,
): Imprimee[] {
  const imprimees: Imprimee[] = [];
  let avant: Atome | null = null;
  for (const a of atomes) {
    const derniere = imprimees.at(-1);
    if (derniere !== undefined && avant?.ligne === a.ligne && avant.rang === a.rang - 1) {
      const fragments = [...derniere.fragments, ...a.fragments];
      imprimees[imprimees.length - 1] = { ...derniere, fin: a.fin, fragments };
    } else {
      const brute = brutes[a.ligne];
      const blancAvant = brute?.debut === a.debut && brute.blancAvant;
      const { debut, fin, fragments, tourne } = a;
      imprimees.push({ debut, fin, fragments, bloc, blancAvant, tourne });
    }
    avant = a;
  }
  return imprimees;
}

function decrire(l: Imprimee, plusieurs: boolean): Ligne {
  const { debut, fin, fragments } = l;
  const nue = { debut, fin, espaceAvant: l.blancAvant, ...(plusieurs ? { bloc: l.bloc } : {}) };
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
