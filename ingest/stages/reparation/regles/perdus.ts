import { type Indices, parMotif, type Regle } from '../regle.js';

/** What a lost character of a French word may have been: an accented letter most of the time. */
const POSSIBLES = [...'éèêàâîïôûùçëœ', 'ffi', 'ffl', 'fi', 'fl', 'ff'];
const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)$/i;
/** More losses than that in one word leave too many words possible. */
const PERTES_MAX = 3;
/** Letters that French does not use, and that stand in the middle of a word of French ones. */
const ETRANGER = '\\ufffd\\u0237\\u0131\\ue000-\\uf8ff';
const MOT = new RegExp(`[\\p{L}\\p{M}]*[${ETRANGER}][\\p{L}\\p{M}${ETRANGER}]*`, 'gu');
const UN = new RegExp(`[${ETRANGER}]`, 'u');

/** « r\ufffdunion »: a character that the file could not tell, found again when one word only fits. */
export const perdus: Regle = {
  nom: 'reparation-caracteres-perdus@1',
  quoi: 'des caractères perdus',
  exemples: [
    ['une r\ufffdunion des \ufffdlus', 'une réunion des élus'],
    ['la r\u0237union', 'la réunion'],
    ['l\ufffdaction', 'l’action'],
  ],
  trouver: (texte, indices) =>
    UN.test(texte) ? parMotif(texte, MOT, (m) => retrouver(m[0], indices)) : [],
};

function retrouver(mot: string, indices: Indices): string | null {
  if (!/\p{L}/u.test(mot.replace(/[\u0237\u0131]/g, ''))) return null;
  const pertes = mot.match(new RegExp(UN.source, 'gu'))?.length ?? 0;
  if (pertes > PERTES_MAX) return null;
  const elide = apostrophe(mot, indices);
  const possibles = completer(mot).filter((essai) => indices.lexique.nomme(essai));
  const employes = possibles.filter((p) => (indices.document.get(p.toLowerCase()) ?? 0) > 0);
  const [seul, autre] = employes.length > 0 ? employes : possibles;
  if (autre !== undefined) return null;
  if (seul !== undefined) return elide === null ? seul : null;
  return elide;
}

/** « l\ufffdaction »: an apostrophe was lost, when what stands on its right is a word. */
function apostrophe(mot: string, { lexique }: Indices): string | null {
  const rang = mot.search(UN);
  const [gauche, droite] = [mot.slice(0, rang), mot.slice(rang + 1)];
  if (!ELISION.test(gauche)) return null;
  const suites = UN.test(droite)
    ? completer(droite).filter((essai) => lexique.nomme(essai))
    : [droite].filter((d) => lexique.nomme(d));
  const [seule, autre] = suites;
  if (seule === undefined || autre !== undefined || !/^[aeiouyhàâéèêëîïôœû]/i.test(seule))
    return null;
  return `${gauche}’${seule}`;
}

/** Every way to fill the gaps of a word. */
function completer(mot: string): string[] {
  const rang = mot.search(UN);
  if (rang < 0) return [mot];
  return POSSIBLES.flatMap((lettre) => {
    const pose = rang === 0 && /^.?\p{Lu}/u.test(mot) ? lettre.toUpperCase() : lettre;
    return completer(mot.slice(0, rang) + pose + mot.slice(rang + 1));
  });
}
