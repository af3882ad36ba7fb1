import { significant } from '../resolve/identite/mots.js';
import { compareAuthors } from './auteurs.js';
import { editionOf, pagesOf, volumesOf } from './rangs.js';
import type { Signalement } from './signalement.js';
import { workKey } from './titres.js';

/** What keeps two records from being one work: for certain (`non`), or until a person says so (`doute`). */
export interface Obstacle {
  readonly force: 'non' | 'doute';
  /** In French, for a person: « l’année diffère : 2003, 2008 ». */
  readonly motif: string;
}

interface Regle {
  readonly nom: string;
  readonly examiner: (
    a: Signalement,
    b: Signalement,
    memeNumero: boolean,
  ) => 'non' | 'doute' | null;
  readonly dire: (s: Signalement) => string;
}

/** What is in something else: it bears the ISBN or the ISSN of the whole. */
const PARTIES: ReadonlySet<string> = new Set([
  'article',
  'chapitre',
  'communication',
  'numéro de périodique',
]);
/** What is not a text: a film on a subject is not the book of the same title. */
const SUPPORTS: ReadonlySet<string> = new Set([
  'vidéo',
  'son',
  'image',
  'carte',
  'cédérom',
  'site web',
]);
/** What has no author nor end: a record of it is never that of a work. */
const HORS: ReadonlySet<string> = new Set(['périodique', 'poste', 'jeu de données']);

/** Each with what it tells apart. `memeNumero`: both bear the same ISBN or DOI. */
const REGLES: readonly Regle[] = [
  // a chapter and its book, an issue and its periodical share a number
  { nom: 'la nature', examiner: compareKinds, dire: (s) => s.type },
  { nom: 'le volume', examiner: compareVolumes, dire: (s) => [...volumesOf(s)].join(', ') },
  { nom: 'l’édition', examiner: compareEditions, dire: (s) => editionOf(s) ?? '' },
  { nom: 'l’année', examiner: compareYears, dire: (s) => String(s.annee ?? '') },
  { nom: 'la langue', examiner: compareLanguages, dire: (s) => s.langues.join(', ') },
  // the same title in paperback, or as a file, has another number
  { nom: 'l’ISBN', examiner: compareIsbn, dire: (s) => s.isbn.join(', ') },
  {
    nom: 'le DOI',
    examiner: (a, b) => (both(a.doi, b.doi) && a.doi !== b.doi ? 'non' : null),
    dire: (s) => s.doi,
  },
  { nom: 'l’auteur', examiner: compareFirst, dire: (s) => s.auteurs[0]?.nom ?? '' },
  { nom: 'l’éditeur', examiner: comparePublishers, dire: (s) => s.editeur },
  { nom: 'ce dont elle est tirée', examiner: compareHosts, dire: (s) => s.hote },
  { nom: 'la pagination', examiner: comparePages, dire: (s) => s.pagination },
];

/** Everything that keeps two records from being one, the surest first. */
export function obstacles(a: Signalement, b: Signalement, memeNumero: boolean): Obstacle[] {
  const trouves = REGLES.flatMap(({ nom, examiner, dire }): Obstacle[] => {
    const force = examiner(a, b, memeNumero);
    if (force === null) return [];
    const [x, y] = [dire(a), dire(b)].map((v) => (v === '' ? 'non dite' : v));
    return [{ force, motif: `${nom} diffère (${x} ; ${y})` }];
  });
  return trouves.sort((x, y) => Number(y.force === 'non') - Number(x.force === 'non'));
}

function both(a: string, b: string): boolean {
  return a !== '' && b !== '';
}

function compareKinds({ type: a }: Signalement, { type: b }: Signalement): 'non' | 'doute' | null {
  if (HORS.has(a) || HORS.has(b)) return 'non';
  if (a === b) return null;
  if (a === 'document' || b === 'document')
    return PARTIES.has(a) || PARTIES.has(b) ? 'doute' : null;
  if (PARTIES.has(a) !== PARTIES.has(b)) return 'non';
  if (SUPPORTS.has(a) || SUPPORTS.has(b)) return 'non';
  // a thesis and the book made of it are two works
  return a === 'thèse' || b === 'thèse' || PARTIES.has(a) ? 'doute' : null;
}

function compareVolumes(a: Signalement, b: Signalement): 'non' | 'doute' | null {
  const [x, y] = [volumesOf(a), volumesOf(b)];
  if (x.size === 0 && y.size === 0) return null;
  if (x.size === 0 || y.size === 0) return 'doute';
  if ([...x].every((v) => y.has(v)) && x.size === y.size) return null;
  return [...x].some((v) => y.has(v)) ? 'doute' : 'non';
}

function compareEditions(a: Signalement, b: Signalement): 'non' | 'doute' | null {
  const [x, y] = [editionOf(a), editionOf(b)];
  if (x === y) return null;
  return x === null || y === null ? 'doute' : /^\d+$/.test(x) && /^\d+$/.test(y) ? 'non' : 'doute';
}

/** Printed again, a work keeps its ISBN and changes its date. */
function compareYears(
  { annee: a }: Signalement,
  { annee: b }: Signalement,
  memeNumero: boolean,
): 'non' | 'doute' | null {
  if (a === b) return null;
  if (a === null || b === null) return memeNumero ? null : 'doute';
  return memeNumero || Math.abs(a - b) === 1 ? 'doute' : 'non';
}

function compareLanguages({ langues: a }: Signalement, { langues: b }: Signalement): 'non' | null {
  return a.length > 0 && b.length > 0 && !a.some((l) => b.includes(l)) ? 'non' : null;
}

function compareIsbn({ isbn: a }: Signalement, { isbn: b }: Signalement): 'doute' | null {
  return a.length > 0 && b.length > 0 && !a.some((n) => b.includes(n)) ? 'doute' : null;
}

function compareFirst(a: Signalement, b: Signalement, memeNumero: boolean): 'non' | 'doute' | null {
  const accord = compareAuthors(a, b);
  if (accord === 'meme') return null;
  if (accord === 'non') return memeNumero ? 'doute' : 'non';
  const muet = a.auteurs.length === 0 || b.auteurs.length === 0;
  return memeNumero && muet ? null : 'doute';
}

function comparePublishers(
  { editeur: a }: Signalement,
  { editeur: b }: Signalement,
  memeNumero: boolean,
): 'doute' | null {
  if (!both(a, b) || memeNumero) return null;
  const mots = new Set(significant(b));
  const communs = significant(a).filter(
    (m) => mots.has(m) && !/^(?:ed|edition|presse|editeur)$/.test(m),
  );
  return communs.length > 0 ? null : 'doute';
}

function compareHosts(a: Signalement, b: Signalement): 'non' | 'doute' | null {
  if (!PARTIES.has(a.type) && !PARTIES.has(b.type)) return null;
  const [x, y] = [workKey(a.hote), workKey(b.hote)];
  if (x === y) return null;
  if (!both(x, y)) return 'doute';
  return x.startsWith(y) || y.startsWith(x) ? 'doute' : 'non';
}

/** Copies of one work are sometimes counted otherwise by a page or two (« VIII-212 p. », « 214 p. »). */
const PAGES = 4;

function comparePages(a: Signalement, b: Signalement, memeNumero: boolean): 'doute' | null {
  const [x, y] = [pagesOf(a), pagesOf(b)];
  if (x.length === 0 || y.length === 0) return null;
  const proches = x.some((n) => y.some((m) => Math.abs(n - m) <= PAGES));
  return proches || memeNumero ? null : 'doute';
}
