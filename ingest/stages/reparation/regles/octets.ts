import { parMotif, type Regle } from '../regle.js';

/** What windows-1252 shows for the bytes 0x80 to 0x9F, in order; the five it leaves empty are lost. */
const HAUT = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';
const SUITE = `[\\u0080-\\u00bf${HAUT.replace(/\0/g, '')}]`;
const MOTIF = new RegExp(`[\\u00c2-\\u00df]${SUITE}|â${SUITE}{2}|â€(?!${SUITE})|Ã(?= )`, 'gu');
/** What French prints: anything else decoded by chance is no repair. */
const PERMIS = /^[\u00a0-\u00ffŒœŸ‘’“”‚„–—…•€™‹›\u2009\u202f]$/;

/** « Ã©lu », « lâ€™action »: UTF-8 that was read as windows-1252. */
export const octets: Regle = {
  nom: 'reparation-octets-mal-lus@1',
  quoi: 'des caractères lus dans un mauvais codage',
  exemples: [
    ['lâ€™Ã©lu de la commune â€“ dÃ©jÃ\u00a0 lÃ\u00a0', 'l’élu de la commune – déjà là'],
    ['Å“uvre Â« sociale Â»', 'œuvre « sociale »'],
  ],
  trouver: (texte) => (/Ã|â€|Â|Å/.test(texte) ? parMotif(texte, MOTIF, (m) => decoder(m[0])) : []),
};

function decoder(suite: string): string | null {
  // the bytes of a closing quote end by one that windows-1252 leaves empty
  if (suite === 'â€') return '”';
  if (suite === 'Ã') return 'à';
  const octets = [...suite].map(octetDe);
  if (octets.includes(-1)) return null;
  try {
    const lu = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(octets));
    return PERMIS.test(lu) ? lu : null;
  } catch {
    // not UTF-8: the characters are meant
    return null;
  }
}

function octetDe(c: string): number {
  const rang = HAUT.indexOf(c);
  if (rang >= 0) return 0x80 + rang;
  const code = c.codePointAt(0) ?? 0;
  return code <= 0xff ? code : -1;
}
