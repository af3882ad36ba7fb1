import { normalizePageText } from '../../../src/domain/page.js';
import { decouperLignes, type LigneBrute } from '../lignes.js';

/** A run of glyphs as the PDF places it: points, origin at the bottom left of the page. */
export interface Fragment {
  readonly texte: string;
  readonly x: number;
  readonly y: number;
  readonly largeur: number;
  readonly taille: number;
  readonly gras: boolean;
  readonly italique: boolean;
  /** Degrees by which it is turned from most of the page's text. */
  readonly angle: number;
}

/** A fragment and where its first character stands in the page's text. */
export interface FragmentPose extends Fragment {
  readonly debut: number;
  readonly fin: number;
}

/** A line of the text, in the order of the text, and the fragments that make it. */
export interface LigneFragmentee extends LigneBrute {
  readonly fragments: readonly FragmentPose[];
}

/** How far ahead a fragment is looked for when it does not stand where expected. */
const FENETRE = 200;

/**
 * Places the fragments of a page in its text. Both come from the same stream, in the same order;
 * white space, which differs, is ignored. A fragment that is not found leaves its line without layout.
 */
export function aligner(texte: string, fragments: readonly Fragment[]): LigneFragmentee[] {
  const lignes = decouperLignes(texte);
  const parLigne: FragmentPose[][] = lignes.map(() => []);
  let position = 0;
  let ligne = 0;
  for (const fragment of fragments) {
    const trouve = trouver(texte, position, fragment.texte);
    if (trouve === null) continue;
    while (ligne < lignes.length - 1 && trouve.premier >= (lignes[ligne]?.fin ?? 0)) ligne += 1;
    parLigne[ligne]?.push({ ...fragment, debut: trouve.premier, fin: trouve.suivant });
    position = trouve.suivant;
  }
  return lignes.map((l, i) => ({ ...l, fragments: parLigne[i] ?? [] }));
}

/** Where the fragment's characters stand in the text from `depuis` on, white space apart. */
function trouver(
  texte: string,
  depuis: number,
  fragment: string,
): { premier: number; suivant: number } | null {
  const voulu = normalizePageText(fragment).replace(/\s/g, '');
  if (voulu === '') return null;
  for (let essai = depuis; essai < Math.min(texte.length, depuis + FENETRE); essai += 1) {
    if (texte[essai] !== voulu[0]) continue;
    const suivant = finCorrespondance(texte, essai, voulu);
    if (suivant !== null) return { premier: essai, suivant };
  }
  return null;
}

function finCorrespondance(texte: string, debut: number, voulu: string): number | null {
  let i = debut;
  for (let j = 0; j < voulu.length; i += 1) {
    const c = texte[i];
    if (c === undefined) return null;
    if (/\s/.test(c)) continue;
    if (c !== voulu[j]) return null;
    j += 1;
  }
  return i;
}
