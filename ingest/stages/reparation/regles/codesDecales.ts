import { enMots } from '../decoupe.js';
import type { Indices, Regle } from '../regle.js';
import type { Retouche } from '../travail.js';

/** In a TrueType font of the usual order, the glyph of an ASCII character is its code less this. */
const DECALAGE = 29;
/**
 * The glyphs that follow the ASCII ones, from number 98 on, in the order of Macintosh fonts
 * (Apple, TrueType Reference Manual, table « post », format 1).
 */
const ACCENTUES = 'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü';
const PREMIER_ACCENTUE = 98;
/** Words tried in a stretch before it is believed: five letters of a known word are no accident. */
const LETTRES_MIN = 5;
/** Share of the letters that must be in known words once read. */
const PART_MIN = 0.7;

/** « 3URJUDPPH » : the numbers of the glyphs were written for the characters. */
export const codesDecales: Regle = {
  nom: 'reparation-codes-decales@1',
  quoi: 'des codes de glyphes décalés',
  exemples: [
    ['3URJUDPPH GH WUDYDLO', 'Programme de travail'],
    ['HW /HV DFWLRQV SRXU OHV KDELWDQWV', 'et Les actions pour les habitants'],
    ['3URJUDPPHGHWUDYDLO', 'Programme de travail'],
    ['OD UpXQLRQ GHV pTXLSHV', 'la réunion des équipes'],
  ],
  trouver(texte, indices) {
    const lignes = decrire(texte, indices);
    const atteintes = lignes.filter((l) => l.atteinte);
    if (atteintes.length === 0) return [];
    // one font for the page: its short lines (« 3DJH ») are as damaged as the others
    const toutes = atteintes.length * 2 > lignes.filter((l) => l.texte.length > 3).length;
    return lignes
      .filter((l) => l.atteinte || (toutes && l.connus === 0 && /\p{L}{3}/u.test(l.texte)))
      .map(({ debut, texte: ligne }): Retouche => {
        return { debut, fin: debut + ligne.length, texte: lireLigne(ligne, indices) };
      });
  },
};

interface LigneVue {
  readonly debut: number;
  readonly texte: string;
  /** Letters in known words as it stands. */
  readonly connus: number;
  readonly atteinte: boolean;
}

function decrire(texte: string, indices: Indices): LigneVue[] {
  let debut = 0;
  return texte.split('\n').map((ligne) => {
    const ici = debut;
    debut += ligne.length + 1;
    const connus = lettresConnues(ligne, indices);
    const total = ligne.match(/[\p{L}{|}~]/gu)?.length ?? 0;
    const suspecte = total >= LETTRES_MIN && connus < total * (1 - PART_MIN);
    return { debut: ici, texte: ligne, connus, atteinte: suspecte && sensee(ligne, indices) };
  });
}

/** True when the line makes sense once its codes are shifted back. */
function sensee(ligne: string, indices: Indices): boolean {
  const lue = lireLigne(ligne, indices);
  const total = lue.match(/\p{L}/gu)?.length ?? 0;
  const connus = lettresConnues(lue, indices);
  return total >= LETTRES_MIN && connus >= Math.max(LETTRES_MIN, total * PART_MIN);
}

function lettresConnues(ligne: string, { lexique }: Indices): number {
  return (ligne.match(/\p{L}{2,}/gu) ?? [])
    .filter((mot) => lexique.nomme(mot))
    .reduce((n, mot) => n + mot.length, 0);
}

/** The line as meant, its words parted where the code of a space was lost. */
function lireLigne(ligne: string, { lexique }: Indices): string {
  return decaler(ligne)
    .split(' ')
    .map((mot) => {
      if (mot.length < LETTRES_MIN || !/^\p{L}+$/u.test(mot) || lexique.nomme(mot)) return mot;
      return enMots(mot, lexique) ?? mot;
    })
    .join(' ');
}

function decaler(ligne: string): string {
  return [...ligne].map((c) => (/\s/.test(c) ? c : lireGlyphe(c))).join('');
}

function lireGlyphe(c: string): string {
  const glyphe = c.codePointAt(0) ?? 0;
  if (glyphe < PREMIER_ACCENTUE) return String.fromCharCode(glyphe + DECALAGE);
  return ACCENTUES[glyphe - PREMIER_ACCENTUE] ?? c;
}
