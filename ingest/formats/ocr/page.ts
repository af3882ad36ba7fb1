import type { EtatPage, Ligne } from '../../../src/domain/page.js';
import type { LigneMiseEnPage } from './lignes.js';

/** What a page that is an image comes to: its text read on the image, or why there is none. */
export interface PageReconnue {
  readonly etat: EtatPage;
  readonly texte: string;
  readonly lignes: readonly Ligne[];
  readonly raison?: string;
  readonly confiance?: number;
}

/** What the file itself writes on a page that is an image: a header, a stamp. */
export interface TexteDeFond {
  readonly texte: string;
  readonly lignes: readonly Ligne[];
}

/** Below, what was recognised is more noise than words. */
const CONFIANCE_MIN = 60;
/** A step down larger than the usual one, by this much, parts two paragraphs. */
const ESPACE = 1.3;

export const RAISONS = {
  desactivee: 'la page est une image, et la reconnaissance de caractères est désactivée',
  vaine:
    'la page est une image, et la reconnaissance de caractères n’y trouve pas de texte lisible',
  tropGrande: 'l’image de la page est trop grande pour être lue',
  echec: 'la page est une image, et la reconnaissance de caractères a échoué',
} as const;

/** A page whose image was not read: what the file itself writes on it stays. */
export function pageIllisible({ texte, lignes }: TexteDeFond, raison: string): PageReconnue {
  return { etat: 'illisible', raison, texte, lignes };
}

/**
 * A page from the lines recognised on its image. A line that the file itself writes keeps its own
 * characters, at the head or at the foot of the page.
 */
export function composerPage(
  reconnues: readonly LigneMiseEnPage[],
  fond: TexteDeFond,
): PageReconnue {
  const ecrites = sansCouche(
    fond.lignes.map((l) => ({ ...l, texte: fond.texte.slice(l.debut, l.fin) })),
    reconnues,
  );
  const gardees = reconnues.filter((r) => !ecrites.some((e) => memeLigne(r, e)));
  const confiance = confianceDe(gardees);
  if (gardees.length === 0 || confiance < CONFIANCE_MIN) {
    return fond.texte.trim() === ''
      ? pageIllisible(fond, RAISONS.vaine)
      : { etat: 'lu', texte: fond.texte, lignes: fond.lignes };
  }
  const haut = Math.max(...gardees.map((l) => l.y));
  const tete = ecrites.filter((e) => e.y === undefined || e.y >= haut);
  const pied = ecrites.filter((e) => !tete.includes(e));
  const marquees = espacer(gardees, tete.length > 0);
  let texte = '';
  const lignes: Ligne[] = [];
  for (const { texte: t, ...reste } of [...tete, ...marquees, ...pied]) {
    if (texte !== '') texte += '\n';
    lignes.push(decaler(reste, texte.length, t.length));
    texte += t;
  }
  return { etat: 'ocr', confiance, texte, lignes };
}

/** Mean of the lines' confidence, each weighed by its length, to one decimal. */
function confianceDe(lignes: readonly LigneMiseEnPage[]): number {
  const poids = lignes.reduce((n, l) => n + l.texte.length, 0);
  const somme = lignes.reduce((n, l) => n + l.texte.length * l.confiance, 0);
  return poids === 0 ? 0 : Math.round((somme / poids) * 10) / 10;
}

function memeLigne(r: LigneMiseEnPage, e: Ligne & { readonly texte: string }): boolean {
  if (e.y === undefined || Math.abs(r.y - e.y) > Math.max(r.taille, e.taille ?? 0)) return false;
  const mots = new Set(motsDe(e.texte));
  const lus = motsDe(r.texte);
  return lus.filter((m) => mots.has(m)).length * 2 >= lus.length;
}

/**
 * What the file writes, without the layer of text that a scanner laid beside the image it read: most of its
 * lines are read on the image, elsewhere. Two places for one line would make it read twice.
 */
function sansCouche(
  ecrites: readonly LigneTexte[],
  reconnues: readonly LigneMiseEnPage[],
): readonly LigneTexte[] {
  const jumelles = new Map(
    ecrites.flatMap((e) => {
      const siennes = reconnues.filter((r) => redit(r, e));
      return siennes.length === 0 ? [] : [[e, siennes] as const];
    }),
  );
  const ecartees = [...jumelles].filter(([e, siennes]) =>
    siennes.every((r) => e.y !== undefined && Math.abs(r.y - e.y) > r.taille),
  );
  const couche = ecartees.length >= 2 && jumelles.size * 2 > ecrites.length;
  return couche ? ecrites.filter((e) => !jumelles.has(e)) : ecrites;
}

/** True when a recognised line says nearly all the words of a written one, accents apart. */
function redit(r: LigneMiseEnPage, e: LigneTexte): boolean {
  const plats = (texte: string) => motsDe(texte.normalize('NFD').replace(/\p{M}/gu, ''));
  const lus = new Set(plats(r.texte));
  const mots = plats(e.texte);
  return mots.length >= 2 && mots.filter((m) => lus.has(m)).length >= mots.length * 0.8;
}

function motsDe(texte: string): string[] {
  return texte.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

type LigneTexte = Ligne & { readonly texte: string };

function espacer(lignes: readonly LigneMiseEnPage[], suite: boolean): LigneTexte[] {
  const pas = lignes.flatMap((l, i) => {
    const descente = (lignes[i - 1]?.y ?? l.y) - l.y;
    return descente > l.taille * 0.8 && descente < l.taille * 2.2 ? [descente / l.taille] : [];
  });
  const usuel = pas.sort((a, b) => a - b)[Math.floor(pas.length / 4)] ?? 1.25;
  return lignes.map(({ confiance: _, mots: __, pieces, ...l }, i) => {
    const avant = lignes[i - 1];
    const descente = avant === undefined ? 0 : avant.y - l.y;
    const taille = Math.max(l.taille, avant?.taille ?? 0);
    const premiere = avant === undefined && suite;
    const espaceAvant = premiere || descente > usuel * taille * ESPACE || descente < -taille * 2;
    const posees = pieces.length > 1 ? { pieces } : {};
    return { ...l, ...posees, debut: 0, fin: l.texte.length, espaceAvant };
  });
}

/** A line whose text now stands from `debut` on; its pieces and raised figures follow it. */
function decaler(ligne: Ligne, debut: number, longueur: number): Ligne {
  const ecart = debut - ligne.debut;
  return {
    ...ligne,
    debut,
    fin: debut + longueur,
    ...(ligne.pieces === undefined
      ? {}
      : { pieces: ligne.pieces.map((p) => ({ ...p, debut: p.debut + ecart })) }),
    ...(ligne.exposants === undefined
      ? {}
      : {
          exposants: ligne.exposants.map((e) => ({ debut: e.debut + ecart, fin: e.fin + ecart })),
        }),
  };
}
