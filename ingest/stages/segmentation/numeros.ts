import { fold } from '../../../src/french/fold.js';
import type { Vocabulaire } from '../../sources/vocabulaire.js';

/** The number a heading starts with. `retrait` is the length of number and punctuation. */
export interface Numero {
  /** `axe` when the line says so (« Axe 2 : »), `action` (« Action n° 3 : », « 3. »), `sous` for « 1.2 ». */
  readonly genre: 'axe' | 'action' | 'sous';
  readonly numero: number | null;
  readonly retrait: number;
  /** True when a word says what is numbered: « Action 3 », « Fiche n° 3 ». */
  readonly explicite?: boolean;
}

const SIMPLE = /^(\d{1,2})\s?(?:[.)°]\s*|\s[–—-]\s+|\t\s*)(?=[«"“(]?\s?[\p{Lu}\d…])/u;
const HIERARCHIQUE = /^(\d{1,2})\.(\d{1,2})\.?\s*[.):–-]?\s+(?=[«"“]?\s?\p{L})/u;
/** « A3 – Lire un budget »: the letter of the part, the number of the action. */
const CODE = /^\p{Lu}(\d{1,2})\s?(?:[.:)]\s+|\s[–—-]\s+)(?=[«"“]?\s?\p{Lu}\p{Ll})/u;
const ROMAIN = /^([IVX]{1,5})\s?(?:[.)°]|\s[–—-])\s+(?=[«"“]?\s?\p{Lu})/u;

export function numeroDe(texte: string, vocabulaire: Vocabulaire): Numero | null {
  const plie = fold(texte.slice(0, 80));
  // a fold of another length would shift the offset: such headings keep their number in the title
  if (plie.length === texte.slice(0, 80).length) {
    const axe = vocabulaire.prefixeAxe.exec(plie);
    if (axe !== null && /^\p{Lu}/u.test(texte)) {
      return { genre: 'axe', numero: valeur(axe.groups?.numero), retrait: axe[0].length };
    }
    const action = vocabulaire.prefixeAction.exec(plie);
    if (action !== null && /^\p{Lu}/u.test(texte)) {
      return {
        genre: 'action',
        numero: valeur(action.groups?.numero),
        retrait: action[0].length,
        explicite: true,
      };
    }
  }
  const sous = HIERARCHIQUE.exec(texte);
  if (sous !== null) return { genre: 'sous', numero: Number(sous[2]), retrait: sous[0].length };
  const simple = SIMPLE.exec(texte);
  if (simple !== null)
    return { genre: 'action', numero: Number(simple[1]), retrait: simple[0].length };
  const code = CODE.exec(texte);
  if (code !== null) return { genre: 'action', numero: Number(code[1]), retrait: code[0].length };
  const romain = ROMAIN.exec(texte);
  if (romain !== null)
    return { genre: 'axe', numero: valeur(romain[1]), retrait: romain[0].length };
  return null;
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
