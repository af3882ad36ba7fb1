import { fold } from '../../../src/french/fold.js';
import { distance } from '../../../src/french/typo.js';
import { significant } from '../resolve/identite/mots.js';
import { numbersIn } from './rangs.js';
import type { Signalement } from './signalement.js';

/** What two titles are to each other. `inclus`: one is the other without its complement or its end. */
export type Parente = 'egal' | 'inclus' | 'autre-suite' | 'proche' | 'autre';

/** Words in common, of all words, from which two titles are close. */
const PROCHE = 0.75;
/** A shorter title is the beginning of many. */
const MOTS_DEBUT = 3;

/** A title as two records are compared by it: case, accents, punctuation, general material apart; numbers stay. */
export function workKey(titre: string): string {
  return fold(
    titre.replace(/\[[^\]]*(?:texte|imprim|ressource|document|enregistrement)[^\]]*\]/giu, ' '),
  )
    .replace(/&/g, ' et ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The words of a whole title that say something, in order. */
export function titleWords({
  titre,
  complement,
}: Pick<Signalement, 'titre' | 'complement'>): string[] {
  return significant(`${titre} ${complement}`);
}

/** Compares the titles of two records. Two that have other numbers (« 2010 », « tome 2 ») are never close. */
export function compareTitles(a: Signalement, b: Signalement): Parente {
  const [x, y] = [a, b].map((s) => workKey(`${s.titre} ${s.complement}`)) as [string, string];
  if (x === '' || y === '') return 'autre';
  if (compact(x) === compact(y)) return 'egal';
  const chiffres = [a, b].map((s) => numbersIn(`${s.titre} ${s.complement}`));
  const [p, q] = [workKey(a.titre), workKey(b.titre)];
  const [court, long] = x.length < y.length ? [x, y] : [y, x];
  const debut = long.startsWith(`${court} `) && court.split(' ').length >= MOTS_DEBUT;
  const sansSuite = p === q && (a.complement === '' || b.complement === '');
  if (debut || sansSuite) return chiffres[0] === chiffres[1] ? 'inclus' : 'autre-suite';
  if (chiffres[0] !== chiffres[1]) return 'autre';
  if (p === q) return areClose(a.complement, b.complement) ? 'proche' : 'autre-suite';
  return areClose(x, y) ? 'proche' : 'autre';
}

function compact(cle: string): string {
  return cle.replaceAll(' ', '');
}

/** Most words in common, or the same letters but for a few slips. */
function areClose(a: string, b: string): boolean {
  const [x, y] = [new Set(significant(a)), new Set(significant(b))];
  const communs = [...x].filter((mot) => y.has(mot)).length;
  const reunis = x.size + y.size - communs;
  if (reunis > 0 && communs / reunis >= PROCHE) return true;
  const [p, q] = [compact(workKey(a)), compact(workKey(b))];
  const max = Math.min(p.length, q.length) >= 24 ? 3 : Math.min(p.length, q.length) >= 12 ? 2 : 0;
  return max > 0 && Math.abs(p.length - q.length) <= max && distance(p, q, max) <= max;
}
