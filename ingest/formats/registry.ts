import { MaillageError } from '../../src/domain/errors.js';
import type { Format } from './format.js';
import { pdf } from './pdf/index.js';
import { texte } from './texte/index.js';

/** Every format, those whose content carries a mark first: anything printable is text. */
export const FORMATS: readonly Format[] = [pdf, texte];

/** Kinds of file that are refused by name: first bytes, and what a person calls them. */
const REFUSES: readonly (readonly [readonly number[], string])[] = [
  [[0x7f, 0x45, 0x4c, 0x46], 'un programme exécutable'],
  [[0x4d, 0x5a], 'un programme exécutable'],
  [[0x50, 0x4b, 0x03, 0x04], 'une archive ou un document bureautique compressé'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'un ancien document bureautique (.doc, .xls)'],
  [[0x89, 0x50, 0x4e, 0x47], 'une image'],
  [[0xff, 0xd8, 0xff], 'une image'],
  [[0x1f, 0x8b], 'une archive compressée'],
];

/**
 * The format of a file, by its content; its name is only used to say what is wrong.
 * Throws a MaillageError `refus` that names the file, the cause and the remedy.
 */
export function formatOf(octets: Uint8Array, fichier: string): Format {
  if (octets.length === 0) {
    throw refus(fichier, 'le fichier est vide', 'Déposez le document complet, puis reprenez.');
  }
  const format = FORMATS.find((f) => f.reconnait(octets));
  const connu = REFUSES.find(([marque]) => marque.every((o, i) => octets[i] === o))?.[1];
  // a mark at the very start decides: a program may hold « %PDF- » further on
  const extension = /\.[^./\\]+$/.exec(fichier)?.[0].toLowerCase() ?? '';
  const annonce = FORMATS.find((f) => f.extensions.includes(extension));
  // a script or a page of HTML renamed .pdf is printable: its name says what it pretends to be
  const conforme = annonce === undefined || annonce === format || format !== FORMATS.at(-1);
  if (format !== undefined && connu === undefined && conforme) return format;
  const cause =
    connu !== undefined
      ? `le contenu est ${connu}`
      : format === undefined
        ? 'le contenu n’est d’aucun format connu'
        : `le contenu est du format ${format.nom}`;
  throw refus(
    fichier,
    annonce === undefined ? cause : `${cause}, et non un fichier ${extension}`,
    `Formats lus : ${FORMATS.map((f) => f.nom).join(', ')}. Vérifiez l’origine du fichier ou exportez-le en PDF.`,
  );
}

function refus(fichier: string, cause: string, remede: string): MaillageError {
  return new MaillageError('refus', `« ${fichier} » : ${cause}.`, remede);
}
