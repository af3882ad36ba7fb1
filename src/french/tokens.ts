import { elide } from './elide.js';

/** A word as written, with its offsets in the text: `texte.slice(debut, fin)`. */
export interface Jeton {
  readonly texte: string;
  readonly debut: number;
  readonly fin: number;
  /** Number of the hyphenated compound it is a part of (« adultes-relais »), or null. */
  readonly compose: number | null;
  /** True for letters joined by dots or bullets: « C.U.C.S. », « CR•DSU ». `texte` has no dot. */
  readonly pointe: boolean;
}

/** A sigle with dots or bullets: capitals, a dot or a bullet, capitals, and no letter after. */
const POINTE = String.raw`\p{Lu}+(?:[.•·]\p{Lu}+)+\.?(?![\p{L}\p{N}])`;
const MOT = String.raw`[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00AD]*`;
/** A hyphen joins two words; a hyphen at the end of a line joins the two halves of one. */
const LIEN = String.raw`(?:'|-(?:[ \t]*\n[ \t]*)?)`;
const UNITE = new RegExp(`(${POINTE})|${MOT}(?:${LIEN}${MOT})*`, 'gu');

/** Same length, plain signs: apostrophes, hyphens and spaces of every kind become the plain one. */
export function normalise(texte: string): string {
  return texte
    .replace(/[’‘ʼ′´`]/g, "'")
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[^\S\n]/g, ' ');
}

/**
 * Words of a normalised text in order, elisions dropped, compounds divided.
 * « l'emploi-insertion » -> emploi, insertion (one compound).
 */
export function tokens(texte: string): Jeton[] {
  const jetons: Jeton[] = [];
  let composes = 0;
  for (const unite of texte.matchAll(UNITE)) {
    const [ecrit, pointe] = unite;
    if (pointe !== undefined) {
      const fin = unite.index + ecrit.length;
      jetons.push({
        texte: ecrit.replace(/[.•·]/g, ''),
        debut: unite.index,
        fin,
        compose: null,
        pointe: true,
      });
      continue;
    }
    const parties = divise(ecrit);
    const compose = parties.length > 1 && ecrit.includes('-') ? composes++ : null;
    for (const { debut, fin, lie } of parties) {
      const mot = ecrit.slice(debut, fin).replace(/\u00AD/g, '');
      jetons.push({
        texte: mot,
        debut: unite.index + debut,
        fin: unite.index + fin,
        compose: lie ? compose : null,
        pointe: false,
      });
    }
  }
  return jetons;
}

/** Parts of a written unit: first at hyphens, then at apostrophes. `lie`: joined to another by a hyphen. */
function divise(ecrit: string): { debut: number; fin: number; lie: boolean }[] {
  // Most words have neither: not looking for their parts halves the time of an analysis.
  if (!/[-'\s]/.test(ecrit)) return [{ debut: 0, fin: ecrit.length, lie: false }];
  const parties: { debut: number; fin: number; lie: boolean }[] = [];
  const morceaux = [...ecrit.matchAll(/[^-\s]+/g)];
  for (const morceau of morceaux) {
    for (const { debut, fin } of elide(morceau[0])) {
      parties.push({
        debut: morceau.index + debut,
        fin: morceau.index + fin,
        lie: morceaux.length > 1,
      });
    }
  }
  return parties;
}
