import { corriger } from './mots.js';
import type { Partie } from './partie.js';

/** The folded question with each thing replaced by its kind and each word typed wrong put right. */
export function squelette(
  brut: string,
  parties: readonly Partie[],
  mots: readonly { readonly texte: string; readonly debut: number; readonly fin: number }[],
): string {
  const morceaux = [
    ...parties.map((p) => ({ debut: p.debut, fin: p.fin, texte: p.genre as string })),
    ...mots.map((m) => ({ ...m, texte: corriger(m.texte) })),
  ].sort((a, b) => a.debut - b.debut);
  let texte = '';
  let fin = 0;
  for (const m of morceaux) {
    texte += `${ponctuation(brut.slice(fin, m.debut))}${m.texte}`;
    fin = m.fin;
  }
  return `${texte}${ponctuation(brut.slice(fin))}`.trim();
}

function ponctuation(texte: string): string {
  return texte.replace(/\s+/g, ' ').replace(/[^ \-?!.,]/g, '');
}
