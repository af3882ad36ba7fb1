import { fold } from '../../../src/french/fold.js';
import type { Vocabulaire } from '../../sources/vocabulaire.js';
import type { LigneDoc } from './lignes.js';

/** The number a heading starts with. `retrait` is the length of number and punctuation. */
export interface Numero {
  /** `axe` when the line says so (« Axe 2 : »), `action` (« Action n° 3 : », « 3. »), `sous` for « 1.2 ». */
  readonly genre: 'axe' | 'action' | 'sous';
  readonly numero: number | null;
  readonly retrait: number;
  /** How it is written: headings of one level share it (« 1. », « 1.2 », « A1 », « action »). */
  readonly forme: string;
  /** True when a word says what is numbered: « Action 3 », « Fiche n° 3 ». */
  readonly explicite?: boolean;
}

/** Shapes of numbers, each with its example; group 1, or 2 where there are two, is the number. */
const FORMES: readonly (readonly [string, Numero['genre'], RegExp])[] = [
  // 2.3 Titre ; 2.3. Titre ; 2.3 – Titre
  ['n.n', 'sous', /^(\d{1,2})\.(\d{1,2})\.?\s*[.):–-]?\s+(?=[«"“]?\s?\p{L})/u],
  // 2-3 Titre (« 9-12 ans » is no heading)
  ['n-n', 'sous', /^(\d{1,2})[-–](\d{1,2})\s*[.):–-]?\s+(?=[«"“]?\s?\p{Lu})/u],
  // 3. Titre ; 3) Titre ; 3 – Titre ; 3 (tab) Titre
  ['n', 'action', /^(\d{1,2})\s?(?:[.)°]\s*|\s[–—-]\s+|\t\s*)(?=[«"“(]?\s?[\p{Lu}\d…])/u],
  // n° 4 – Titre ; N°4 : Titre
  ['n°', 'action', /^[nN]\s?[°º]\s?(\d{1,2})\s?(?:[.:)]|\s[–—-])?\s+(?=[«"“]?\s?\p{Lu})/u],
  // A3 – Titre ; A3 Titre : the letter of the part, the number of the action
  [
    'Ln',
    'action',
    /^\p{Lu}\.?(\d{1,2})\s?(?:[.:)]\s+|\s[–—-]\s+|\s)(?=[«"“]?\s?(?:\p{Lu}\p{Ll}|\p{Lu}{2,8}\s?[:,]?\s.*\p{Ll}))/u,
  ],
  // IV. Titre ; II – Titre
  ['I', 'axe', /^([IVX]{1,5})\s?(?:[.)°/:]|\s[–—-])\s+(?=[«"“]?\s?\p{Lu})/u],
  // B. Titre ; B – Titre ; B) Titre
  ['L', 'axe', /^([A-HJ-L])\s?(?:[.)/:]|\s[–—-])\s+(?=[«"“]?\s?\p{Lu})/u],
];

export function numeroDe(texte: string, vocabulaire: Vocabulaire): Numero | null {
  const nomme = numeroNomme(texte, vocabulaire);
  if (nomme !== null) return nomme;
  for (const [forme, genre, motif] of FORMES) {
    const trouve = motif.exec(texte);
    if (trouve === null) continue;
    return { genre, numero: valeur(trouve[2] ?? trouve[1]), retrait: trouve[0].length, forme };
  }
  return null;
}

/** « Action 3 » in the left column, its title in the right one. */
export function numeroEnMarge(
  ligne: Pick<LigneDoc, 'texte' | 'debut' | 'pieces'>,
  v: Vocabulaire,
): Numero | null {
  const piece = ligne.pieces.find((p) => p.colonne);
  if (piece === undefined) return null;
  const gauche = ligne.texte.slice(0, piece.debut - ligne.debut).trimEnd();
  const numero = numeroDe(gauche, v);
  const nomme = numero?.explicite === true || numero?.forme === 'partie';
  if (numero === null || !nomme || numero.retrait < gauche.length) return null;
  return { ...numero, retrait: piece.debut - ligne.debut };
}

/** « Axe 2 : », « Action n° 3 – », « Fiche 4 ». */
function numeroNomme(texte: string, vocabulaire: Vocabulaire): Numero | null {
  const debut = texte.slice(0, 80);
  const plie = fold(debut);
  // a fold of another length would shift the offset: such headings keep their number in the title
  if (plie.length !== debut.length || !/^\p{Lu}/u.test(texte)) return null;
  const axe = vocabulaire.prefixeAxe.exec(plie);
  if (axe !== null) {
    const numero = valeur(axe.groups?.numero);
    return { genre: 'axe', numero, retrait: axe[0].length, forme: 'partie' };
  }
  const action = vocabulaire.prefixeAction.exec(plie);
  const intitule = action === null ? vocabulaire.prefixeTitre.exec(plie) : null;
  if (intitule !== null) {
    const retrait = intitule[0].length;
    return { genre: 'action', numero: null, retrait, forme: 'intitule', explicite: true };
  }
  if (action === null) return null;
  const numero = valeur(action.groups?.numero);
  return {
    genre: 'action',
    numero,
    retrait: action[0].length,
    forme: 'mot',
    explicite: true,
  };
}

const ROMAINS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

/** « 3 » -> 3, « IV » -> 4, « B » -> 2. */
function valeur(texte: string | undefined): number | null {
  if (texte === undefined) return null;
  if (/^\d+$/.test(texte)) return Number(texte);
  const bas = texte.toLowerCase();
  if (/^[ivx]+$/.test(bas)) {
    const chiffres = [...bas].map((c) => ROMAINS[c] ?? 0);
    return chiffres.reduce((t, c, i) => (c < (chiffres[i + 1] ?? 0) ? t - c : t + c), 0);
  }
  return bas.charCodeAt(0) - 96;
}
