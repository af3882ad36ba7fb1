const PUCE = /^(?:[-–—•●▪■►▸➢➤✓*·]\s+|\.\s+(?=\p{Lu})|o\s+(?=\p{Lu}))(?=\S)/u;

/** Length of the bullet a text starts with, 0 without. */
export function puceDe(texte: string): number {
  return PUCE.exec(texte)?.[0].length ?? 0;
}
