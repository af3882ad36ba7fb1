/**
 * ISO 5426:1983 (AFNOR NF Z 44-110), « Extension de l'alphabet latin pour l'échange d'informations
 * bibliographiques »: what its right-hand code positions stand for in Unicode. The left-hand half is ISO 646.
 * Positions that the standard leaves empty are absent. 0x88 and 0x89 are the non-sorting marks of ISO 6630,
 * which Unicode has at U+0098 and U+009C.
 */
const SIGNES: ReadonlyMap<number, string> = new Map(
  (
    '88 \u0098|89 \u009c|a0 \u00a0|a1 ¡|a2 „|a3 £|a4 $|a5 ¥|a6 †|a7 §|a8 ′|a9 ‘|aa “|ab «|ac ♭|ad ©|ae ℗|af ®|' +
    'b0 ʻ|b1 ʼ|b2 ‚|b6 ‡|b7 ·|b8 ″|b9 ’|ba ”|bb »|bc ♯|bd ʹ|be ʺ|bf ¿|' +
    'e1 Æ|e2 Đ|e6 Ĳ|e8 Ł|e9 Ø|ea Œ|ec Þ|f1 æ|f2 đ|f3 ð|f5 ı|f6 ĳ|f8 ł|f9 ø|fa œ|fb ß|fc þ'
  )
    .split('|')
    .map((ligne) => [Number.parseInt(ligne.slice(0, 2), 16), ligne.slice(3)]),
);

/** Diacritics of the columns 12 and 13, from 0xC0: they stand before their letter, Unicode's after. 0: no sign there. */
const DIACRITIQUES: readonly number[] = [
  0x0309, 0x0300, 0x0301, 0x0302, 0x0303, 0x0304, 0x0306, 0x0307, 0x0308, 0x0308, 0x030a, 0x0315,
  0x0312, 0x030b, 0x031b, 0x030c, 0x0327, 0x031c, 0x0326, 0x0328, 0x0325, 0x032e, 0x0323, 0x0324,
  0x0332, 0x0333, 0x0329, 0x032d, 0, 0xfe20, 0xfe21, 0xfe23,
];

/** Decodes a text of ISO 5426, composed (NFC); a position that the standard leaves empty is U+FFFD. */
export function decoderIso5426(octets: Uint8Array): string {
  let texte = '';
  let attente = '';
  for (const octet of octets) {
    if (octet >= 0xc0 && octet < 0xe0) {
      const signe = DIACRITIQUES[octet - 0xc0];
      attente += signe === 0 || signe === undefined ? '\ufffd' : String.fromCharCode(signe);
      continue;
    }
    // An accent that nothing follows stays in its value: the marks that part fields take none
    if (octet < 0x20) {
      texte += attente;
      attente = '';
    }
    texte += octet < 0x80 ? String.fromCharCode(octet) : (SIGNES.get(octet) ?? '\ufffd');
    texte += attente;
    attente = '';
  }
  return (texte + attente).normalize('NFC');
}

/** How far bytes read as ISO 5426: letters that an accent composes with, and what no text of ISO 5426 has. */
export interface Vraisemblance {
  readonly pour: number;
  readonly contre: number;
}

/**
 * An accent before a letter that takes it speaks for ISO 5426. An empty position, an accent before what takes
 * none, a special capital after a small letter (the « é » of windows-1252 would be « Ø »: « SantØ ») speak against.
 */
export function vraisemblance(octets: Uint8Array): Vraisemblance {
  let [pour, contre] = [0, 0];
  for (let i = 0; i < octets.length; i += 1) {
    const octet = octets[i] ?? 0;
    if (octet < 0xa0) continue;
    if (octet >= 0xc0 && octet < 0xe0) {
      if (compose(octet, octets[i + 1] ?? 0)) pour += 1;
      else if ((octets[i + 1] ?? 0) < 0xc0) contre += 1;
    } else if (!SIGNES.has(octet)) contre += 1;
    else if (octet > 0xe0 && octet < 0xf0 && estMinuscule(octets[i - 1] ?? 0)) contre += 1;
  }
  return { pour, contre };
}

/** True when the accent and the letter make one character of Unicode. */
function compose(accent: number, lettre: number): boolean {
  if (!/[A-Za-z]/.test(String.fromCharCode(lettre))) return false;
  return decoderIso5426(Uint8Array.of(accent, lettre)).length === 1;
}

function estMinuscule(octet: number): boolean {
  return octet >= 0x61 && octet <= 0x7a;
}
