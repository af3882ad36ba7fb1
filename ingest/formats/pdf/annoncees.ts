/** The number of pages in the nodes of the page tree: « /Type /Pages … /Count 32 », in any order. */
const COMPTE = /\/Count\s+(\d{1,5})(?!\d)/g;
const NOEUD = /\/Type\s*\/Pages(?![A-Za-z])/;
/** How far from its type a node's count may stand. */
const NOEUD_MAX = 4000;

/**
 * How many pages a PDF says it has, from its bytes: a parser that repairs a damaged file returns those it
 * finds. Null where the page tree is compressed. An outline has counts too, but no type « Pages ».
 */
export function pagesAnnoncees(octets: Uint8Array): number | null {
  const texte = Buffer.from(octets).toString('latin1');
  let plus: number | null = null;
  for (const { index, 1: compte } of texte.matchAll(COMPTE)) {
    const debut = Math.max(texte.lastIndexOf('endobj', index) + 1, index - NOEUD_MAX);
    const bout = texte.indexOf('endobj', index);
    const fin = Math.min(bout < 0 ? texte.length : bout, index + NOEUD_MAX);
    if (NOEUD.test(texte.slice(debut, fin))) plus = Math.max(plus ?? 0, Number(compte));
  }
  return plus;
}
