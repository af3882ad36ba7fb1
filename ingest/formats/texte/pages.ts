/** A stretch of a text that was one page, before normalisation. */
export type PageBrute = string;

const LIGNES_PAR_MARQUE = 20;

/**
 * Cuts a text into its pages: at form feeds; else where a text copied from a paged document shows
 * its lost breaks (`coupuresPerdues`); else it is one page.
 */
export function decouperPages(texte: string): PageBrute[] {
  if (texte.includes('\f')) return texte.replace(/\f\n?$/, '').split('\f');
  const lignes = texte.split('\n');
  const debuts = coupuresPerdues(lignes);
  return debuts.map((debut, i) => lignes.slice(debut, debuts[i + 1] ?? lignes.length).join('\n'));
}

/**
 * Indexes of the lines that open a page in a text whose breaks were lost. Two marks: a line with
 * exactly one leading space while the others have none (what extractors leave of an empty running
 * title), and a running title that ends with its number. The marks must be regular to be believed.
 */
export function coupuresPerdues(lignes: readonly string[]): number[] {
  const titres = titresNumerotes(lignes);
  const retraits = indices(lignes, (l) => /^ \S/.test(l));
  const pleines = lignes.filter((l) => l.trim() !== '').length;
  const autres = indices(lignes, (l) => /^\s{2,}\S|^\t\S/.test(l)).length;
  const espaces =
    retraits.length >= 3 &&
    retraits.length * LIGNES_PAR_MARQUE <= pleines &&
    autres <= retraits.length;
  if (!espaces && titres.length < 3) return [0];
  const debuts = [...new Set([0, ...titres, ...(espaces ? retraits : [])])].sort((a, b) => a - b);
  return ecarterFausses(lignes, debuts, new Set(titres));
}

function indices(lignes: readonly string[], garde: (ligne: string) => boolean): number[] {
  return lignes.flatMap((ligne, i) => (garde(ligne) ? [i] : []));
}

/** Lines equal but for an increasing final number, three times at least: « Programme – février 2012 - 23 ». */
function titresNumerotes(lignes: readonly string[]): number[] {
  const groupes = new Map<string, { index: number; numero: number }[]>();
  lignes.forEach((ligne, index) => {
    if (ligne.length > 300) return;
    const trouve = /^(\D[^\n]{10,150}?)\s*[-–—|]\s*(?:page\s*)?(\d{1,4})\s*$/i.exec(ligne.trim());
    if (trouve === null) return;
    const cle = (trouve[1] ?? '').trim();
    groupes.set(cle, [...(groupes.get(cle) ?? []), { index, numero: Number(trouve[2]) }]);
  });
  const reguliers = [...groupes.values()].filter(
    (g) => g.length >= 3 && g.every((t, i) => i === 0 || t.numero > (g[i - 1]?.numero ?? 0)),
  );
  return reguliers.flat().map((t) => t.index);
}

/**
 * A page much shorter than the fullest ones ended by a forced break, so the middle of a sentence
 * cannot follow it: such a mark is only an indented line (« quel positionnement… » under its title).
 */
function ecarterFausses(
  lignes: readonly string[],
  debuts: number[],
  surs: ReadonlySet<number>,
): number[] {
  const longueurs = debuts
    .map((d, i) => (debuts[i + 1] ?? lignes.length) - d)
    .sort((a, b) => a - b);
  const pleine = longueurs[Math.floor(longueurs.length * 0.9)] ?? 0;
  const gardes: number[] = [];
  for (const debut of debuts) {
    const longueur = debut - (gardes.at(-1) ?? 0);
    const suite = /^ ?(?:\p{Ll}|[(–—-] ?\p{Ll})/u.test(lignes[debut] ?? '');
    if (debut === 0 || surs.has(debut) || !suite || longueur * 2 >= pleine) gardes.push(debut);
  }
  return gardes;
}
