import { lireRepertoire } from './archive/repertoire.js';

/** A kind of file that is known and not read: what a person calls it, and what to do. */
export interface Refuse {
  readonly nature: string;
  readonly remede: string;
}

const ENREGISTRER = 'Ouvrez-le et enregistrez-le en DOCX, ODT ou PDF.';
const VERIFIER = 'Vérifiez l’origine du fichier ou exportez-le en PDF.';

/** First bytes that decide, whatever follows them: a program may hold « %PDF- » further on. */
const MARQUES: readonly (readonly [readonly number[], string, string])[] = [
  [[0x7f, 0x45, 0x4c, 0x46], 'un programme exécutable', VERIFIER],
  [[0x4d, 0x5a], 'un programme exécutable', VERIFIER],
  [[0x89, 0x50, 0x4e, 0x47], 'une image', 'Insérez-la dans un document PDF, puis reprenez.'],
  [[0xff, 0xd8, 0xff], 'une image', 'Insérez-la dans un document PDF, puis reprenez.'],
  [[0x1f, 0x8b], 'une archive compressée', 'Déposez les documents qu’elle contient.'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'un document RTF', ENREGISTRER],
];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/** Parts of a ZIP file that tell what it is. */
const ARCHIVES: readonly (readonly [RegExp, string, string])[] = [
  [/^xl\//, 'un classeur Excel', 'Exportez la feuille en CSV ou en PDF.'],
  [/^ppt\//, 'un diaporama PowerPoint', 'Exportez-le en PDF.'],
  [/^(?:index\.(?:xml|apxl)|Index\/Document\.iwa|Index\.zip)$/, 'un document Pages', ENREGISTRER],
  [/^META-INF\/container\.xml$/, 'un livre EPUB', 'Exportez-le en PDF.'],
  [/^content\.xml$/, 'un document OpenDocument qui n’est pas un texte', 'Exportez-le en PDF.'],
];

/** What is known of bytes that no format reads, or that pretend to be one; null when nothing is. */
export function natureRefusee(octets: Uint8Array): Refuse | null {
  const marque = MARQUES.find(([m]) => m.every((o, i) => octets[i] === o));
  if (marque !== undefined) return { nature: marque[1], remede: marque[2] };
  return OLE.every((o, i) => octets[i] === o) ? ole(octets) : null;
}

/** What a ZIP file that no format reads is. */
export function natureArchive(octets: Uint8Array): Refuse | null {
  if (!(octets[0] === 0x50 && octets[1] === 0x4b)) return null;
  const entrees = lireRepertoire(octets);
  if (entrees === null) return { nature: 'une archive tronquée ou abîmée', remede: VERIFIER };
  const connue = ARCHIVES.find(([motif]) => entrees.some((e) => motif.test(e.nom)));
  if (connue !== undefined) return { nature: connue[1], remede: connue[2] };
  return {
    nature: 'une archive ou un document bureautique compressé',
    remede: 'Déposez les documents qu’elle contient.',
  };
}

/** A compound file: an old Office document, or the cover that Word puts around an encrypted one. */
function ole(octets: Uint8Array): Refuse {
  const contient = (nom: string) => Buffer.from(octets).includes(Buffer.from(nom, 'utf16le'));
  if (contient('EncryptedPackage')) {
    return {
      nature: 'un document bureautique protégé par un mot de passe',
      remede: 'Enregistrez-en une copie sans mot de passe, puis reprenez.',
    };
  }
  const word = contient('WordDocument');
  return {
    nature: word ? 'un ancien document Word (.doc)' : 'un ancien document bureautique (.doc, .xls)',
    remede: ENREGISTRER,
  };
}
