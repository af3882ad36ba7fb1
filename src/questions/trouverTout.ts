import type { RechercheLecture, RequeteRecherche } from '../search/port.js';

/** Results asked at once. */
const LOT = 1000;

/** Ids of everything that a search finds, in its order; each once, even when the index changes meanwhile. */
export async function trouverTout(
  recherche: RechercheLecture,
  mots: string,
  filtres: RequeteRecherche['filtres'] = {},
): Promise<readonly string[]> {
  const ids = new Set<string>();
  for (let decalage = 0; ; decalage += LOT) {
    const { total, resultats } = await recherche.chercher({
      mots,
      limite: LOT,
      decalage,
      filtres,
    });
    for (const { id } of resultats) ids.add(id);
    if (resultats.length === 0 || decalage + LOT >= total) return [...ids];
  }
}
