import { sliceBloc } from '../../../src/domain/bloc.js';
import type { PublicationLue } from '../structure.js';
import { joindre, type Lexique, passagesDe } from './blocs.js';
import type { Ecartes } from './ecartes.js';
import { sansGuillemetOrphelin } from './guillemets.js';
import type { Para } from './paragraphes.js';
import { puceDe } from './puces.js';

/** A programmed publication from a list item, or null when the item says nothing (« … »). */
export function lirePublication(
  para: Para,
  lexique: Lexique,
  ecartes: Ecartes,
): PublicationLue | null {
  const premiere = para.lignes[0];
  if (premiere === undefined) return null;
  const debut = premiere.debut + puceDe(premiere.texte);
  if (!/\p{L}{2}/u.test(para.lignes.map((l) => l.texte).join(' '))) {
    ecartes.lignes(para.lignes, 'élément de liste sans texte');
    return null;
  }
  ecartes.passages([{ ligne: premiere, debut: premiere.debut, fin: debut }], 'puce');
  for (const l of para.lignes) ecartes.appels(l);
  const passages = passagesDe(para.lignes).map((p, i) => (i === 0 ? { ...p, debut } : p));
  const ligne = joindre(passages, lexique);
  const parenthese = /(?<!\s)\s?\(([^()]{0,80})\)$/.exec(ligne.texte);
  const pages = [...new Set(ligne.carte.map((t) => t.page))];
  if (parenthese === null || parenthese.index === 0)
    return { ligne, titre: sansGuillemetOrphelin(ligne), format: null, pages };
  const debutFormat = ligne.texte.indexOf('(', parenthese.index) + 1;
  const format = sliceBloc(ligne, debutFormat, debutFormat + (parenthese[1] ?? '').length);
  const titre = sansGuillemetOrphelin(sliceBloc(ligne, 0, parenthese.index));
  return { ligne, titre, format, pages };
}
