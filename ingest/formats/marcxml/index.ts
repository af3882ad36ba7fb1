import { MaillageError } from '../../../src/domain/errors.js';
import type { EnregistrementLu, FormatCatalogue } from '../catalogue/catalogue.js';
import { encodageUtf16 } from '../texte/decodage.js';
import { Decoupeur } from './decouper.js';
import { lireMorceau } from './enregistrement.js';

/** The largest record, in bytes. */
const TAILLE_MAX = 2_000_000;

const BALISE =
  /<(?:[\w.-]+:)?(?:(?:datafield|controlfield)\s[^>]*tag=|leader>\s*\d|rs>|f\s+c=["']\d{3}["'])/;

/** UNIMARC in XML, as a stream: MARCXML, MarcXchange with or without prefix, in any envelope or none, and PMB's own XML. */
export const marcxml: FormatCatalogue = {
  nom: 'UNIMARC (XML)',
  extensions: ['.xml', '.marcxml', '.mrcx'],
  reconnait(debut) {
    const seize = encodageUtf16(debut);
    const texte =
      seize === null ? Buffer.from(debut).toString('latin1') : new TextDecoder(seize).decode(debut);
    return /^(?:ï»¿|\ufeff)?\s*</.test(texte) && BALISE.test(texte);
  },
  async *lire(octets): AsyncGenerator<EnregistrementLu> {
    const decoupeur = new Decoupeur(TAILLE_MAX);
    let numero = 0;
    let encodage: string | null = null;
    for await (const morceau of enOctetsSimples(octets)) {
      encodage ??= encodageDeclare(morceau);
      for (const element of decoupeur.ajouter(morceau)) {
        const lu = lireMorceau(element, numero + 1, encodage);
        if (lu !== null) yield lu;
        numero = lu?.numero ?? numero;
      }
      if (decoupeur.dtd && numero === 0)
        throw refus('le fichier contient une déclaration interdite (DTD)');
    }
    for (const element of decoupeur.terminer()) {
      const lu = lireMorceau(element, numero + 1, encodage ?? 'utf-8');
      if (lu !== null) yield lu;
      numero = lu?.numero ?? numero;
    }
    if (numero === 0) throw refus('le fichier ne contient aucune notice');
  },
};

/** The stream as strings of one character a byte; UTF-16 is brought to UTF-8 before. */
async function* enOctetsSimples(flux: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decodeur: TextDecoder | null | undefined;
  for await (const lu of flux) {
    if (decodeur === undefined) {
      const seize = encodageUtf16(lu);
      decodeur = seize === null ? null : new TextDecoder(seize);
    }
    const octets = decodeur === null ? lu : Buffer.from(decodeur.decode(lu, { stream: true }));
    yield Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength).toString('latin1');
  }
}

/** The encoding of the XML declaration, lower case; UTF-8 without one. */
function encodageDeclare(debut: string): string {
  const nom = /^(?:ï»¿)?\s*<\?xml[^>]*?encoding=["']([\w.-]+)["']/.exec(debut)?.[1] ?? 'utf-8';
  return nom.toLowerCase().replace(/^utf-?16.*$/, 'utf-8');
}

function refus(message: string): MaillageError {
  return new MaillageError(
    'refus',
    message,
    'Exportez-le de nouveau depuis votre catalogue, en UNIMARC (XML ou ISO 2709).',
  );
}
