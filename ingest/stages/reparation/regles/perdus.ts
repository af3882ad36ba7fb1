import { type Indices, parMotif, type Regle } from '../regle.js';
import type { Retouche } from '../travail.js';

/** What a lost character of a French word may have been: an accented letter most of the time. */
const POSSIBLES = [...'éèêàâîïôûùçëœ', 'ffi', 'ffl', 'fi', 'fl', 'ff'];
const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)$/i;
/** More losses than that in one word leave too many words possible. */
const PERTES_MAX = 3;
/** Letters that French does not use, and that stand in the middle of a word of French ones. */
const ETRANGER = '\\ufffd\\u0237\\u0131\\ue000-\\uf8ff';
const SUITE = `[\\p{L}\\p{M}${ETRANGER}]`;
const MOT = new RegExp(`${SUITE}*[${ETRANGER}]${SUITE}*`, 'gu');
/** « Garges-l\ufffds-Gonesse »: a name whose parts say more together. */
const COMPOSE = new RegExp(`(?:${SUITE}+-)+${SUITE}*[${ETRANGER}]${SUITE}*(?:-${SUITE}+)*`, 'gu');
const UN = new RegExp(`[${ETRANGER}]`, 'u');

/** « r\ufffdunion »: a character that the file could not tell, found again when one word only fits. */
export const perdus: Regle = {
  nom: 'reparation-caracteres-perdus@1',
  quoi: 'des caractères perdus',
  exemples: [
    ['une r\ufffdunion des \ufffdlus', 'une réunion des élus'],
    ['la r\u0237union', 'la réunion'],
    ['l\ufffdaction', 'l’action'],
    [
      'à Garges-l\ufffds-Gonesse et Saint-Ouen-l\ufffdAum\ufffdne',
      'à Garges-lès-Gonesse et Saint-Ouen-l’Aumône',
    ],
    ['le co\ufffdt', 'le coût'],
  ],
  trouver: (texte, indices) =>
    UN.test(texte) ? [...noms(texte, indices), ...mots(texte, indices)].sort(ordre) : [],
};

function noms(texte: string, indices: Indices): Retouche[] {
  return parMotif(texte, COMPOSE, (m) => retrouver(m[0], indices));
}

/** The words outside the compound names that were found again. */
function mots(texte: string, indices: Indices): Retouche[] {
  const trouves = noms(texte, indices);
  return parMotif(texte, MOT, (m) => retrouver(m[0], indices)).filter((mot) =>
    trouves.every((nom) => mot.fin <= nom.debut || mot.debut >= nom.fin),
  );
}

function ordre(a: Retouche, b: Retouche): number {
  return a.debut - b.debut;
}

function retrouver(mot: string, indices: Indices): string | null {
  if (!/\p{L}/u.test(mot.replace(/[\u0237\u0131]/g, ''))) return null;
  const pertes = mot.match(new RegExp(UN.source, 'gu'))?.length ?? 0;
  if (pertes > PERTES_MAX) return null;
  const elide = apostrophe(mot, indices);
  const possibles = completer(mot).filter((essai) => indices.lexique.nomme(essai));
  if (possibles.length === 0) return elide;
  return elide === null ? choisir(possibles, indices) : null;
}

/** The only word possible, or the only one that the document uses elsewhere, or the only common one. */
function choisir(possibles: readonly string[], { lexique, document }: Indices): string | null {
  const [seul, autre] = possibles;
  if (autre === undefined) return seul ?? null;
  const employes = possibles.filter((p) => document.has(p.toLowerCase()));
  const courants = employes.length > 0 ? employes : possibles.filter((p) => lexique.courant(p));
  return courants.length === 1 ? (courants[0] ?? null) : null;
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
