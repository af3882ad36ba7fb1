import { MaillageError } from '../../../src/domain/errors.js';
import type { EnregistrementLu, FormatCatalogue } from '../catalogue/catalogue.js';
import { decoderLatin1, enUtf8, octetsDe } from '../catalogue/lignes.js';
import { XmlRompu } from '../xml/element.js';
import { DecoupeurOai, type Morceau } from './decouper.js';
import { lireRecord } from './notice.js';

/** The largest record, in bytes. */
const TAILLE_MAX = 2_000_000;
const ENVELOPPE = /<(?:[\w.-]+:)?OAI-PMH[\s>]/;

/** Records harvested by OAI-PMH, in their envelope: oai_dc, or UNIMARC in XML. */
export const oai: FormatCatalogue = {
  nom: 'OAI-PMH',
  extensions: ['.xml'],
  reconnait(debut) {
    const texte = Buffer.from(debut).toString('latin1');
    return /^(?:ï»¿)?\s*</.test(texte) && ENVELOPPE.test(texte);
  },
  async *lire(octets): AsyncGenerator<EnregistrementLu> {
    const decoupeur = new DecoupeurOai(TAILLE_MAX);
    let numero = 0;
    const lus = function* (morceaux: Iterable<Morceau>): Generator<EnregistrementLu> {
      for (const morceau of morceaux) yield lireMorceau(morceau, ++numero);
    };
    let dtd = false;
    for await (const lu of enUtf8(octets)) {
      const morceau = Buffer.from(lu.buffer, lu.byteOffset, lu.byteLength).toString('latin1');
      dtd ||= numero === 0 && /<!DOCTYPE/i.test(morceau);
      if (dtd) throw refus('le fichier contient une déclaration interdite (DTD)');
      yield* lus(decoupeur.ajouter(morceau));
    }
    yield* lus(decoupeur.terminer());
    if (numero === 0) throw refus('le fichier ne contient aucune notice');
  },
};

function lireMorceau({ latin1, entier }: Morceau, numero: number): EnregistrementLu {
  const rompu = (code: string, raison: string): EnregistrementLu => ({
    genre: 'rompu',
    numero,
    octets: Uint8Array.from(octetsDe(latin1)),
    code,
    raison,
  });
  if (!entier) return rompu('fin-absente', 'la notice n’est pas fermée, ou est démesurée');
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them, and no text keeps them
    const xml = decoderLatin1(latin1).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
    return lireRecord(xml, numero) ?? rompu('xml-rompu', 'la notice n’a pas d’identifiant');
  } catch (cause) {
    if (cause instanceof XmlRompu) return rompu('xml-rompu', cause.message);
    throw cause;
  }
}

function refus(message: string): MaillageError {
  return new MaillageError('refus', message, 'Moissonnez-le de nouveau : maillage moissonner.');
}
