/** One part of a ZIP file, by its central directory (PKWARE APPNOTE 4.3.12). */
export interface Entree {
  readonly nom: string;
  /** Inflated and stored sizes, in bytes. */
  readonly taille: number;
  readonly stockee: number;
  readonly methode: number;
  readonly chiffree: boolean;
  /** Offset of its data in the file. */
  readonly debut: number;
}

const FIN = 0x06054b50;
const CENTRALE = 0x02014b50;
const LOCALE = 0x04034b50;
/** Length of the end record, and of the longest remark that may follow it. */
const LONGUEUR_FIN = 22;
const REMARQUE = 0xffff;

/** True when the bytes start as a ZIP file does. */
export function estArchive(octets: Uint8Array): boolean {
  return [0x50, 0x4b, 0x03, 0x04].every((o, i) => octets[i] === o);
}

/**
 * The entries of a ZIP file, or null when its directory is cut, damaged, counts more than `maximum`
 * entries, or is of the kind for files over 4 GB.
 */
export function lireRepertoire(octets: Uint8Array, maximum = 5000): Entree[] | null {
  if (!estArchive(octets)) return null;
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  const fin = trouverFin(vue);
  if (fin === null) return null;
  const nombre = vue.getUint16(fin + 10, true);
  if (nombre > maximum) return null;
  const entrees: Entree[] = [];
  let position = vue.getUint32(fin + 16, true);
  for (let i = 0; i < nombre; i += 1) {
    if (position + 46 > octets.length || vue.getUint32(position, true) !== CENTRALE) return null;
    const lue = lireEntree(octets, vue, position);
    if (lue === null) return null;
    entrees.push(lue.entree);
    position = lue.suivante;
  }
  return entrees;
}

function trouverFin(vue: DataView): number | null {
  const plusLoin = Math.max(0, vue.byteLength - LONGUEUR_FIN - REMARQUE);
  for (let i = vue.byteLength - LONGUEUR_FIN; i >= plusLoin; i -= 1) {
    if (vue.getUint32(i, true) === FIN) return i;
  }
  return null;
}

function lireEntree(octets: Uint8Array, vue: DataView, position: number) {
  const longueurNom = vue.getUint16(position + 28, true);
  const suivante =
    position +
    46 +
    longueurNom +
    vue.getUint16(position + 30, true) +
    vue.getUint16(position + 32, true);
  const locale = vue.getUint32(position + 42, true);
  if (locale + 30 > octets.length || vue.getUint32(locale, true) !== LOCALE) return null;
  const entete = 30 + vue.getUint16(locale + 26, true) + vue.getUint16(locale + 28, true);
  const entree: Entree = {
    nom: new TextDecoder().decode(octets.subarray(position + 46, position + 46 + longueurNom)),
    taille: vue.getUint32(position + 24, true),
    stockee: vue.getUint32(position + 20, true),
    methode: vue.getUint16(position + 10, true),
    chiffree: (vue.getUint16(position + 8, true) & 1) === 1,
    debut: locale + entete,
  };
  return { entree, suivante };
}
