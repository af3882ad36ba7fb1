import { type Ligne, normalizePageText, type Piece } from '../../../src/domain/page.js';
import type { Texte } from './modele.js';

/** A line before its place in its page is known: offsets from its own start. */
export interface LigneComposee {
  readonly texte: string;
  readonly ligne: Ligne;
}

/** What a paragraph gives each of its lines. */
export type Commun = Pick<Ligne, 'niveau' | 'liste' | 'cellule'>;

/**
 * Sets the runs of one line side by side, or null when nothing is printed. Soft hyphens, which
 * nothing prints inside a line, are left out.
 */
export function composerLigne(
  textes: readonly Texte[],
  premiere: boolean,
  espaceAvant: boolean,
  commun: Commun,
): LigneComposee | null {
  const propres = textes.map((t) => ({ ...t, texte: t.texte.replaceAll('\u00ad', '') }));
  const brut = propres.map((t) => t.texte).join('');
  const texte = normalizePageText(brut);
  const debut = texte.length - texte.trimStart().length;
  const fin = texte.trimEnd().length;
  if (debut >= fin) return null;
  const poses = poser(propres, brut, texte);
  const visibles = poses.filter((p) => p.texte.trim() !== '');
  const [tete] = visibles;
  if (tete === undefined) return null;
  const principal = visibles.reduce((a, b) => (b.texte.length > a.texte.length ? b : a));
  const pieces = piecesDe(visibles);
  const exposants = visibles
    .filter((p) => p.exposant && /^[\d(),\s*]{1,6}$/.test(p.texte))
    .map((p) => ({ debut: p.debut, fin: p.debut + p.texte.length }));
  const ligne: Ligne = {
    debut,
    fin,
    espaceAvant,
    ...(principal.taille === null ? {} : { taille: principal.taille }),
    gras: tete.gras,
    italique: principal.italique,
    ...(pieces.length > 1 ? { pieces } : {}),
    ...(exposants.length > 0 ? { exposants } : {}),
    paragraphe: premiere,
    ...commun,
  };
  return { texte, ligne };
}

interface Pose extends Texte {
  readonly debut: number;
}

/** The runs with the offset of each in the normalised text. */
function poser(textes: readonly Texte[], brut: string, texte: string): Pose[] {
  const intact = brut === texte;
  let position = 0;
  return textes.map((t) => {
    const debut = intact ? position : normalizePageText(brut.slice(0, position)).length;
    position += t.texte.length;
    return { ...t, debut };
  });
}

/** Where the weight changes, at the first character that is printed. */
function piecesDe(visibles: readonly Pose[]): Piece[] {
  return visibles.flatMap((p, i) => {
    const avant = visibles[i - 1];
    if (avant !== undefined && avant.gras === p.gras) return [];
    const blanc = p.texte.length - p.texte.trimStart().length;
    return [{ debut: p.debut + blanc, x: 0, colonne: false, gras: p.gras }];
  });
}

/** A line moved to its place in a page. */
export function decaler(ligne: Ligne, pas: number): Ligne {
  const { pieces, exposants } = ligne;
  return {
    ...ligne,
    debut: ligne.debut + pas,
    fin: ligne.fin + pas,
    ...(pieces === undefined
      ? {}
      : { pieces: pieces.map((p) => ({ ...p, debut: p.debut + pas })) }),
    ...(exposants === undefined
      ? {}
      : { exposants: exposants.map((e) => ({ debut: e.debut + pas, fin: e.fin + pas })) }),
  };
}
