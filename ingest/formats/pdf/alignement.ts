import { type Ligne, normalizePageText } from '../../../src/domain/page.js';
import { decouperLignes, type LigneBrute } from '../lignes.js';
import { detailler, estGras } from './detail.js';

/** A run of glyphs as the PDF places it: points, origin at the bottom left of the page. */
export interface Fragment {
  readonly texte: string;
  readonly x: number;
  readonly y: number;
  readonly largeur: number;
  readonly taille: number;
  readonly police: string;
}

/** A fragment and where its first character stands in the page's text. */
export interface FragmentPose extends Fragment {
  readonly debut: number;
  readonly fin: number;
}

/** How far ahead a fragment is looked for when it does not stand where expected. */
const FENETRE = 200;

/**
 * Gives the lines of a page's text the layout of the fragments they come from. Both come from the
 * same stream, in the same order; white space, which differs, is ignored. A fragment that is not
 * found leaves its line without layout.
 */
export function enrichirLignes(texte: string, fragments: readonly Fragment[]): Ligne[] {
  const lignes = decouperLignes(texte);
  const parLigne = rattacher(texte, lignes, fragments);
  const nues = lignes.map((ligne, i) => decrire(ligne, parLigne[i] ?? []));
  return marquerEspaces(nues);
}

function rattacher(
  texte: string,
  lignes: readonly LigneBrute[],
  fragments: readonly Fragment[],
): FragmentPose[][] {
  const parLigne: FragmentPose[][] = lignes.map(() => []);
  let position = 0;
  let ligne = 0;
  for (const fragment of fragments) {
    const debut = trouver(texte, position, fragment.texte);
    if (debut === null) continue;
    while (ligne < lignes.length - 1 && debut.premier >= (lignes[ligne]?.fin ?? 0)) ligne += 1;
    parLigne[ligne]?.push({ ...fragment, debut: debut.premier, fin: debut.suivant });
    position = debut.suivant;
  }
  return parLigne;
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

function decrire(ligne: LigneBrute, fragments: readonly FragmentPose[]): Ligne {
  const { debut, fin } = ligne;
  const premier = fragments[0];
  if (premier === undefined) return { debut, fin, espaceAvant: ligne.blancAvant };
  const principal = fragments.reduce((a, b) => (b.texte.length > a.texte.length ? b : a));
  return {
    debut,
    fin,
    espaceAvant: ligne.blancAvant,
    taille: arrondir(principal.taille),
    gras: estGras(premier),
    italique: /italic|oblique|italique/i.test(principal.police),
    x: arrondir(premier.x),
    y: arrondir(principal.y),
    ...detailler(fragments, principal),
  };
}

function arrondir(n: number): number {
  return Math.round(n * 10) / 10;
}

/** A gap is a step down clearly larger than the usual one between lines of that size. */
function marquerEspaces(lignes: readonly Ligne[]): Ligne[] {
  const pas = pasUsuel(lignes);
  return lignes.map((ligne, i) => {
    const avant = lignes[i - 1];
    if (avant?.y === undefined || ligne.y === undefined) return ligne;
    const descente = avant.y - ligne.y;
    const usuel = pas ?? (ligne.taille ?? 10) * 1.25;
    const echelle = Math.max(
      0.8,
      Math.max(ligne.taille ?? 10, avant.taille ?? 10) / (mediane(lignes) ?? 10),
    );
    return {
      ...ligne,
      espaceAvant: ligne.espaceAvant || descente > usuel * echelle * 1.15 || descente < -usuel * 2,
    };
  });
}

function mediane(lignes: readonly Ligne[]): number | null {
  const tailles = lignes
    .flatMap((l) => (l.taille === undefined ? [] : [l.taille]))
    .sort((a, b) => a - b);
  return tailles[Math.floor(tailles.length / 2)] ?? null;
}

/** The commonest step between lines of the same size on the page. */
function pasUsuel(lignes: readonly Ligne[]): number | null {
  const comptes = new Map<number, number>();
  lignes.forEach((ligne, i) => {
    const avant = lignes[i - 1];
    if (avant?.y === undefined || ligne.y === undefined || avant.taille !== ligne.taille) return;
    const pas = Math.round((avant.y - ligne.y) * 2) / 2;
    const taille = ligne.taille ?? 10;
    if (pas > taille * 0.9 && pas < taille * 2) comptes.set(pas, (comptes.get(pas) ?? 0) + 1);
  });
  const trie = [...comptes].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return trie[0]?.[0] ?? null;
}
