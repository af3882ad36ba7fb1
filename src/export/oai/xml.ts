/** Text of XML 1.0: signs of markup escaped, characters that it does not allow left out. */
export function echapper(texte: string): string {
  return texte
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** An element that holds a text. */
export function element(nom: string, texte: string): string {
  return `<${nom}>${echapper(texte)}</${nom}>`;
}
