/** What a font tells about the text set in it. */
export interface Police {
  readonly gras: boolean;
  readonly italique: boolean;
}

export const POLICE_INCONNUE: Police = { gras: false, italique: false };

/** « ABCDEE+Calibri-Bold », « ArialNarrow,Bold », « Univers-BlackExt », « FuturaBT-Heavy », « Frutiger-Bd ». */
const NOM_GRAS = /bold|black|heavy|demi|gras|(?:[-,_ ]|(?<=[a-z]))Bd(?:$|It)/i;
const NOM_ITALIQUE = /italic|oblique|italique|slanted|(?<=Bd|[-,])It$/i;
/** Weight from which a face is bold: 600 is « semi-bold » (OpenType, table OS/2). */
const GRAISSE = 600;

/**
 * Weight and slant of a font as the parser gives it: by its name, and failing that by its own file, since a
 * subset may be called « F1 ». Anything unexpected is a plain font.
 */
export function policeDe(objet: unknown): Police {
  if (typeof objet !== 'object' || objet === null) return POLICE_INCONNUE;
  const nom = 'name' in objet && typeof objet.name === 'string' ? objet.name : '';
  const dit = (cle: string) => cle in objet && (objet as Record<string, unknown>)[cle] === true;
  const fichier =
    'data' in objet && objet.data instanceof Uint8Array ? styleDuFichier(objet.data) : null;
  return {
    gras: NOM_GRAS.test(nom) || dit('bold') || dit('black') || fichier?.gras === true,
    italique: NOM_ITALIQUE.test(nom) || dit('italic') || fichier?.italique === true,
  };
}

/** Tables « OS/2 » (weight) and « head » (macStyle) of a TrueType or OpenType file. */
function styleDuFichier(octets: Uint8Array): Police | null {
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  if (octets.byteLength < 12) return null;
  const tables = Math.min(vue.getUint16(4), 64);
  let style: Police | null = null;
  for (let i = 0; i < tables; i += 1) {
    const entree = 12 + i * 16;
    if (entree + 16 > octets.byteLength) break;
    const debut = vue.getUint32(entree + 8);
    if (debut + 46 > octets.byteLength) continue;
    const nom = String.fromCharCode(...octets.subarray(entree, entree + 4));
    if (nom === 'head') style = ajouter(style, vue.getUint16(debut + 44), 1, 2);
    if (nom === 'OS/2') {
      const gras = vue.getUint16(debut + 4) >= GRAISSE;
      style = { gras: gras || style?.gras === true, italique: style?.italique === true };
    }
  }
  return style;
}

function ajouter(style: Police | null, drapeaux: number, gras: number, italique: number): Police {
  return {
    gras: style?.gras === true || (drapeaux & gras) !== 0,
    italique: style?.italique === true || (drapeaux & italique) !== 0,
  };
}
