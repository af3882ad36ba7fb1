import { MaillageError } from '../../src/domain/errors.js';
import { docx } from './docx/index.js';
import type { Format } from './format.js';
import { html } from './html/index.js';
import { odt } from './odt/index.js';
import { pdf } from './pdf/index.js';
import { natureArchive, natureRefusee } from './refuses.js';
import { texte } from './texte/index.js';

/** Every format, those whose content carries a mark first: anything printable is text. */
export const FORMATS: readonly Format[] = [docx, odt, pdf, html, texte];

/**
 * The format of a file, by its content; its name is only used to say what is wrong.
 * Throws a MaillageError `refus` that names the file, the cause and the remedy.
 */
export function formatOf(octets: Uint8Array, fichier: string): Format {
  if (octets.length === 0) {
    throw refus(fichier, 'le fichier est vide', 'Déposez le document complet, puis reprenez.');
  }
  const format = FORMATS.find((f) => f.reconnait(octets));
  const estLuAilleurs = format !== undefined && format !== pdf;
  // a mark at the very start decides: a program may hold « %PDF- » further on
  const connu = natureRefusee(octets) ?? (estLuAilleurs ? null : natureArchive(octets));
  const extension = /\.[^./\\]+$/.exec(fichier)?.[0].toLowerCase() ?? '';
  const annonce = FORMATS.find((f) => f.extensions.includes(extension));
  // a script or a page of HTML renamed .pdf is printable: its name says what it pretends to be
  const imprimable = format === texte || format === html;
  const conforme = annonce === undefined || annonce === format || !imprimable;
  if (format !== undefined && connu === null && conforme) return format;
  // a piece of HTML without its head, or a whole page saved as text
  const voisins = [annonce, format].every((f) => f === texte || f === html);
  if (voisins && connu === null) return html;
  const cause =
    connu !== null
      ? `le contenu est ${connu.nature}`
      : format === undefined
        ? 'le contenu n’est d’aucun format connu'
        : `le contenu est du format ${format.nom}`;
  throw refus(
    fichier,
    annonce === undefined ? cause : `${cause}, et non un fichier ${extension}`,
    `${connu?.remede ?? 'Vérifiez l’origine du fichier ou exportez-le en PDF.'} Formats lus : ${FORMATS.map((f) => f.nom).join(', ')}.`,
  );
}

function refus(fichier: string, cause: string, remede: string): MaillageError {
  return new MaillageError('refus', `« ${fichier} » : ${cause}.`, remede);
}
