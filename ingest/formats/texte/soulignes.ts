import type { Ligne } from '../../../src/domain/page.js';

/** Underlined lines that a document needs for its rules to be headings, and not ornaments. */
const FOIS_MIN = 3;
const TITRE_MAX = 120;
/** Share of a heading's length that its rule may lack or add. */
const JEU = 0.4;
const FILET = /^\s*(?:={3,}|-{3,})\s*$/;

interface Souligne {
  readonly page: number;
  readonly rang: number;
  readonly signe: string;
}

/**
 * The lines of a plain text, those right above a rule of their length (« ===== », « ----- ») as headings:
 * of level 1 above the double rule, of level 2 above the other, where a document has both.
 */
export function avecTitresSoulignes(
  lignes: readonly (readonly Ligne[])[],
  textes: readonly string[],
): Ligne[][] {
  const trouves = lignes.flatMap((page, p) =>
    page.flatMap((_, i) => souligneA(page, textes[p] ?? '', i, p)),
  );
  const premier = trouves.findIndex((s) => s.signe === '=');
  // what is underlined above the first part is the name of the document
  const retenus = trouves.slice(Math.max(premier, 0));
  if (retenus.length < FOIS_MIN) return lignes.map((page) => [...page]);
  const niveaux = new Map(retenus.map((s) => [`${s.page} ${s.rang}`, s.signe === '=' ? 1 : 2]));
  return lignes.map((page, p) =>
    page.map((ligne, i) => {
      const niveau = niveaux.get(`${p} ${i}`);
      return niveau === undefined ? ligne : { ...ligne, niveau };
    }),
  );
}

function souligneA(page: readonly Ligne[], texte: string, i: number, p: number): Souligne[] {
  const [ligne, suivante] = [page[i], page[i + 1]];
  if (ligne === undefined || suivante === undefined) return [];
  const titre = texte.slice(ligne.debut, ligne.fin).trim();
  const filet = texte.slice(suivante.debut, suivante.fin);
  if (!FILET.test(filet) || titre.length > TITRE_MAX || !/\p{L}{2}/u.test(titre)) return [];
  if (/[\t|]/.test(titre)) return [];
  const ecart = Math.abs(filet.trim().length - titre.length);
  return ecart > titre.length * JEU ? [] : [{ page: p, rang: i, signe: filet.trim().charAt(0) }];
}
