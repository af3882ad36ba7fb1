import { isUtf8 } from 'node:buffer';
import type { EnregistrementLu, RemarqueLecture } from '../catalogue/catalogue.js';
import { composer } from '../marc/composer.js';
import { decoderSelon, decoderWindows1252, estUtf8 } from '../texte/decodage.js';
import { XmlRompu } from '../xml/element.js';
import type { Element } from './decouper.js';
import { lireNotice } from './notice.js';

/** The record of an element; null for one that is no record of the MARC family. `declare` is the encoding of the file. */
export function lireMorceau(
  element: Element,
  numero: number,
  declare: string,
): EnregistrementLu | null {
  const rompu = (code: string, raison: string): EnregistrementLu => ({
    genre: 'rompu',
    numero,
    octets: Uint8Array.from(element.octets),
    code,
    raison,
  });
  if (element.defaut !== null) return rompu(element.defaut.code, element.defaut.raison);
  const decode = decoder(element.octets, declare);
  if (decode === null)
    return rompu('utf8-invalide', 'des octets de la notice ne sont pas de l’UTF-8');
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them, and no text keeps them
    const lisible = decode.texte.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
    const { notice, dialecte } = lireNotice(lisible);
    if (notice.champs.length === 0) return null;
    const remarques = [...decode.remarques, ...(lisible === decode.texte ? [] : [COMMANDES])];
    return composer(notice, { numero, dialecte, remarques });
  } catch (cause) {
    if (cause instanceof XmlRompu) return rompu('xml-rompu', cause.message);
    throw cause;
  }
}

const COMMANDES: RemarqueLecture = {
  code: 'caracteres-interdits',
  message: 'Des caractères de commande, interdits en XML, ont été ôtés.',
};

/** UTF-8 when the bytes are; else what is declared, else windows-1252. Null for UTF-8 with damaged bytes. */
function decoder(
  octets: Buffer,
  declare: string,
): { texte: string; remarques: readonly RemarqueLecture[] } | null {
  if (isUtf8(octets)) return { texte: octets.toString('utf8'), remarques: [] };
  if (declare !== 'utf-8') {
    const texte = /^(?:iso-?8859-?1|latin-?1|us-ascii)$/.test(declare)
      ? null
      : decoderSelon(octets, declare);
    return { texte: texte ?? decoderWindows1252(octets), remarques: [] };
  }
  if (estUtf8(octets)) return null;
  const message = 'Le fichier annonce UTF-8 ; la notice est en windows-1252.';
  return {
    texte: decoderWindows1252(octets),
    remarques: [{ code: 'encodage-annonce-faux', message }],
  };
}
