import type { FragmentPose, LigneFragmentee } from './alignement.js';

/** The smallest part of a text line that the layout may set apart: no gap, no jump inside. */
export interface Atome {
  /** Rank in the order of the text. */
  readonly rang: number;
  /** Line of the text it comes from. */
  readonly ligne: number;
  /** Offsets in the page's text; the atoms of a line cover it, white space between them apart. */
  readonly debut: number;
  readonly fin: number;
  readonly fragments: readonly FragmentPose[];
  /** Where it stands, in points; null when no fragment was found, or when it is turned. */
  readonly cadre: Cadre | null;
  /** Set at an angle to the rest of the page. */
  readonly tourne: boolean;
}

export interface Cadre {
  readonly x0: number;
  readonly x1: number;
  /** Baseline. */
  readonly y: number;
  readonly taille: number;
}

/** An atom that stands somewhere. */
export interface AtomePlace extends Atome {
  readonly cadre: Cadre;
}

/** Share of the type's height beyond which a gap is no space between words: columns may stand that close. */
const ECART = 0.55;
/** Share of the type's height beyond which a step up or down is no superscript. */
const SAUT = 0.6;

export function atomesDe(texte: string, lignes: readonly LigneFragmentee[]): Atome[] {
  const atomes: Atome[] = [];
  lignes.forEach((ligne, rang) => {
    const groupes = grouper(ligne.fragments);
    groupes.forEach((groupe, i) => {
      const debut = i === 0 ? ligne.debut : (groupe[0]?.debut ?? ligne.debut);
      const suivant = groupes[i + 1]?.[0]?.debut;
      const fin = suivant === undefined ? ligne.fin : finSansBlanc(texte, debut, suivant);
      atomes.push({ rang: atomes.length, ligne: rang, debut, fin, ...placer(groupe) });
    });
    if (groupes.length > 0) return;
    const { debut, fin } = ligne;
    atomes.push({ rang: atomes.length, ligne: rang, debut, fin, ...placer([]) });
  });
  return atomes;
}

function finSansBlanc(texte: string, debut: number, fin: number): number {
  let i = fin;
  while (i > debut && /\s/.test(texte[i - 1] ?? '')) i -= 1;
  return i;
}

function grouper(fragments: readonly FragmentPose[]): FragmentPose[][] {
  const groupes: FragmentPose[][] = [];
  let avant: FragmentPose | null = null;
  for (const f of fragments) {
    if (avant === null || separe(avant, f)) groupes.push([f]);
    else groupes.at(-1)?.push(f);
    avant = f;
  }
  return groupes;
}

function separe(avant: FragmentPose, f: FragmentPose): boolean {
  const taille = Math.max(avant.taille, f.taille);
  const ecart = f.x - (avant.x + avant.largeur);
  return (
    f.angle !== avant.angle ||
    ecart > f.taille * ECART ||
    f.x < avant.x - taille * ECART ||
    Math.abs(f.y - avant.y) > taille * SAUT
  );
}

function placer(fragments: readonly FragmentPose[]): Pick<Atome, 'fragments' | 'cadre' | 'tourne'> {
  const premier = fragments[0];
  if (premier === undefined) return { fragments, cadre: null, tourne: false };
  if (premier.angle !== 0) return { fragments, cadre: null, tourne: true };
  const principal = fragments.reduce((a, b) => (b.texte.length > a.texte.length ? b : a));
  const cadre = {
    x0: Math.min(...fragments.map((f) => f.x)),
    x1: Math.max(...fragments.map((f) => f.x + f.largeur)),
    y: principal.y,
    taille: principal.taille,
  };
  return { fragments, cadre, tourne: false };
}
