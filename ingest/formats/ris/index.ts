import { MaillageError } from '../../../src/domain/errors.js';
import type { EnregistrementLu, FormatCatalogue } from '../catalogue/catalogue.js';
import { decoder } from '../texte/decodage.js';
import { decouperRis } from './decouper.js';
import { lireBloc } from './enregistrement.js';

/** A `TY` line that some line with a tag follows. */
const NOTICE = /^\s{0,3}TY {1,2}- ?[A-Z]{2,8}\s*$[\s\S]{0,2000}?^\s{0,3}[A-Z][A-Z0-9] {1,2}-/m;

/** RIS (Research Information Systems, 2011), as a stream: Zotero's, PMB's, and those of publishers. */
export const ris: FormatCatalogue = {
  nom: 'RIS',
  extensions: ['.ris', '.rif'],
  reconnait(debut) {
    return NOTICE.test(decoder(debut).slice(0, 20_000).replace(/\r\n?/g, '\n'));
  },
  async *lire(octets): AsyncGenerator<EnregistrementLu> {
    let numero = 0;
    for await (const bloc of decouperRis(octets)) {
      numero += 1;
      yield lireBloc(bloc, numero);
    }
    if (numero === 0)
      throw new MaillageError(
        'refus',
        'le fichier ne contient aucune notice',
        'Exportez-le de nouveau depuis votre catalogue, au format RIS.',
      );
  },
};
