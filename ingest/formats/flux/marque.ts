import { type Morceau, texteEn } from './modele.js';

/**
 * Writes the number or the bullet that a list gives before a paragraph's text, set as the text is.
 * An empty item shows nothing.
 */
export function marquer(morceaux: readonly Morceau[], marque: string | null): readonly Morceau[] {
  const premier = morceaux.findIndex((m) => m.genre === 'texte' && m.texte.trim() !== '');
  const tete = morceaux[premier];
  if (marque === null || marque === '' || tete?.genre !== 'texte') return morceaux;
  return [
    ...morceaux.slice(0, premier),
    texteEn(`${marque} `, tete),
    { ...tete, texte: tete.texte.trimStart() },
    ...morceaux.slice(premier + 1),
  ];
}
