import type { Auteur } from '../../../src/domain/notice.js';
import { fold } from '../../../src/french/fold.js';
import { distance } from '../../../src/french/typo.js';
import { isTypo } from '../resolve/identite/mots.js';
import type { Signalement } from './signalement.js';

const PARTICULES = new Set('de du des d la le les l von van'.split(' '));
/** From how many letters two slips may be in one family name: « Delcroix », « Delcroy ». */
const LONG = 7;
/** Those who answer for a work, before those who helped. */
const PREMIERS: ReadonlySet<string> = new Set([
  'auteur',
  'directeur de publication',
  'éditeur scientifique',
  'réalisateur',
]);

/** Whether two records name one first author; `peut-etre`: one names none, or the names are close. */
export type AccordAuteurs = 'meme' | 'peut-etre' | 'non';

/** Compares the first authors of two records; another order of the same authors is a doubt. */
export function compareAuthors(a: Signalement, b: Signalement): AccordAuteurs {
  const [x, y] = [leading(a), leading(b)];
  const [premier, second] = [x[0], y[0]];
  if (premier === undefined || second === undefined) return 'peut-etre';
  if (isSame(premier, second)) return 'meme';
  const croises = x.some((p) => y.some((q) => isSame(p, q)));
  return croises || isClose(premier, second) ? 'peut-etre' : 'non';
}

/** Authors that answer for the work, in order; the others when there are none. */
function leading({ auteurs }: Signalement): readonly Auteur[] {
  const tetes = auteurs.filter((a) => PREMIERS.has(a.role));
  return tetes.length > 0 ? tetes : auteurs;
}

function isSame(a: Auteur, b: Auteur): boolean {
  const [x, y] = [nameWords(a), nameWords(b)];
  if ([...x].sort().join(' ') === [...y].sort().join(' ')) return true;
  const [p, q] = [words(a.prenom ?? ''), words(b.prenom ?? '')];
  if (words(a.nom).join(' ') !== words(b.nom).join(' ')) return false;
  const [court, long] = p.length <= q.length ? [p, q] : [q, p];
  return court.length > 0 && court.every((mot, i) => startsAlike(mot, long[i] ?? ''));
}

/** « J. » is « Jean », « Jean » is not « Jacques ». */
function startsAlike(a: string, b: string): boolean {
  return a === b || ((a.length === 1 || b.length === 1) && a[0] === b[0]);
}

/** A family name alone, or a slip of the pen in one of the names. */
function isClose(a: Auteur, b: Auteur): boolean {
  const [x, y] = [words(a.nom).join(' '), words(b.nom).join(' ')];
  if (x === y) return a.prenom === undefined || b.prenom === undefined;
  const [p, q] = [words(a.prenom ?? '').join(' '), words(b.prenom ?? '').join(' ')];
  return p === q && (isTypo(x, y) || (x.length >= LONG && distance(x, y, 2) <= 2));
}

function nameWords({ nom, prenom = '' }: Auteur): string[] {
  return words(`${nom} ${prenom}`);
}

function words(nom: string): string[] {
  return fold(nom)
    .split(/[^a-z0-9]+/)
    .filter((mot) => mot !== '' && !PARTICULES.has(mot));
}

/** The family name of the first author, folded; empty when there is none. */
export function familyOf(signalement: Signalement): string {
  const premier = leading(signalement)[0];
  return premier === undefined ? '' : words(premier.nom).join(' ');
}

/** Every person who is an author, by all the words of their name: « dupont jean ». */
export function personKeys({ auteurs }: Signalement): string[] {
  return auteurs
    .filter((a) => a.collectif !== true && a.prenom !== undefined)
    .map((a) => nameKey(`${a.prenom} ${a.nom}`));
}

/** The words of a name whatever their order. */
export function nameKey(nom: string): string {
  return words(nom).sort().join(' ');
}
