import { contains, isInitials, isMistyped, isSigle, significant, words } from './mots.js';
import { only, overlap, readName } from './noms.js';
import type { Cadre, Verdict } from './types.js';
import { different, meme, proposer } from './types.js';

/** Two names of dispositifs: sigle, long form, plural; a predecessor is another dispositif, « pré » is not PRE. */
export function compareDispositifs(a: string, b: string, cadre: Cadre): Verdict {
  const [x, y] = [strip(a), strip(b)];
  const [lx, ly] = [readName(x, 'dispositif', cadre), readName(y, 'dispositif', cadre)];
  if (lx.ids.size > 0 && ly.ids.size > 0) {
    if (!overlap(lx.ids, ly.ids)) return different('dispositifs-differents');
    if (lx.approche || ly.approche) {
      // a sigle in small letters may be a word: « pré »
      return isWord(x) || isWord(y) ? different('sigle-et-mot') : proposer('dispositif-approche');
    }
    const seul = only(lx.ids);
    return seul !== undefined && seul === only(ly.ids)
      ? meme('dispositif')
      : proposer('sigle-partage');
  }
  const connus = [...lx.ids, ...ly.ids];
  const inconnu = lx.ids.size === 0 ? x : y;
  if (connus.length > 0 && isSigle(inconnu)) {
    const noms = namesOf(connus, cadre);
    if (noms.some((nom) => isInitials(inconnu, nom))) return proposer('dispositif-initiales');
    return different('dispositif-inconnu');
  }
  return compareUnknown(x, y);
}

/** Without its article, nor the sigle or the remark that brackets give after it. */
function strip(nom: string): string {
  return nom
    .trim()
    .replace(/^(?:l[ea]s?\s+|l[’']\s?|un\s+|une\s+)/i, '')
    .replace(/\s*\([^()]*\)\s*$/, '')
    .trim();
}

function isWord(nom: string): boolean {
  return /^\p{Ll}+$/u.test(nom) && /[^a-z]/.test(nom);
}

function namesOf(ids: readonly string[], { gazetteer }: Cadre): string[] {
  return gazetteer.referentiels.dispositifs
    .filter((d) => ids.includes(d.id))
    .flatMap((d) => [d.nom, ...d.alias]);
}

function compareUnknown(a: string, b: string): Verdict {
  const [x, y] = [significant(a), significant(b)];
  if (x.join(' ') === y.join(' ')) {
    const casse = isSigle(a) === isSigle(b);
    return casse && words(a).length === words(b).length
      ? meme('dispositif-nom')
      : different('sigle-et-mot');
  }
  if (isSigle(a) !== isSigle(b) && (isInitials(a, b) || isInitials(b, a)))
    return proposer('dispositif-initiales');
  if (isSigle(a) || isSigle(b)) return different('dispositif-inconnu');
  if (isMistyped(x, y) || contains(x, y) || contains(y, x)) return proposer('dispositif-inconnu');
  return different('dispositif-inconnu');
}
