import { MaillageError } from '../../../src/domain/errors.js';
import type { EnregistrementLu, FormatCatalogue } from '../catalogue/catalogue.js';
import { decouper } from './decouper.js';
import { lireTroncon } from './enregistrement.js';

/** Ten times what five digits of a leader can tell. */
const TAILLE_MAX = 1_000_000;

/** A leader, as far as every record has it: lengths in digits, the rest printable. */
const GUIDE = /^(?:ï»¿)?\s*\d{5}[ -~]{7}\d{5}[ -~]{3}[\d ]{4}/;

/** UNIMARC in ISO 2709, as a stream: every record ends with 0x1D, and is checked after. */
export const iso2709: FormatCatalogue = {
  nom: 'UNIMARC (ISO 2709)',
  extensions: ['.mrc', '.iso', '.iso2709', '.marc', '.mrk', '.uni', '.unimarc', '.dat', '.pan'],
  reconnait(debut, fichier) {
    const octets = Buffer.from(debut.buffer, debut.byteOffset, debut.byteLength);
    if (GUIDE.test(octets.toString('latin1', 0, 64))) return true;
    // A first record without its leader, in a file that bears the name of the format
    const nomme = this.extensions.some((e) => fichier.toLowerCase().endsWith(e));
    return nomme && [0x1d, 0x1e, 0x1f].every((o) => octets.includes(o));
  },
  async *lire(octets): AsyncGenerator<EnregistrementLu> {
    let numero = 0;
    for await (const troncon of decouper(octets, TAILLE_MAX)) {
      for (const lu of lireTroncon(troncon, numero + 1)) {
        numero = lu.numero;
        yield lu;
      }
    }
    if (numero === 0)
      throw new MaillageError(
        'refus',
        'le fichier ne contient aucune notice',
        'Exportez-le de nouveau depuis votre catalogue, en UNIMARC (ISO 2709).',
      );
  },
};
