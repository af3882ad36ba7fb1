import type { DateNotice, Notice, TypeNotice } from '../../../domain/notice.js';
import type { ChampEcrit } from './champ.js';
import { champ } from './champ.js';

/** Positions 6 to 8 of the leader (type, level, hierarchical level): a printed monograph unless said otherwise. */
const GUIDES: Readonly<Partial<Record<TypeNotice, string>>> = {
  chapitre: 'aa ',
  article: 'aa ',
  communication: 'aa ',
  périodique: 'as1',
  'numéro de périodique': 'as2',
  dossier: 'ac ',
  'site web': 'lm ',
  vidéo: 'gm ',
  son: 'im ',
  image: 'km ',
  carte: 'em ',
  cédérom: 'lm ',
  'jeu de données': 'lm ',
  poste: 'rm ',
  document: 'rm ',
};

/** 105$a: form of contents (position 4), meeting (position 8). */
const CONTENUS: Readonly<Partial<Record<TypeNotice, string>>> = {
  thèse: 'y   m   000yy',
  'texte officiel': 'y   n   000yy',
  rapport: 'y   p   000yy',
  'acte de colloque': 'y   z   100yy',
  communication: 'y   z   100yy',
};

/** 135$a, position 0: type of electronic resource. */
const RESSOURCES: Readonly<Partial<Record<TypeNotice, string>>> = {
  'site web': 'jr|||||||||||',
  'jeu de données': 'ar|||||||||||',
};

/** Types that no code tells: their name is the material (200$b). */
const EN_CLAIR: ReadonlySet<TypeNotice> = new Set(['cédérom', 'poste']);

/** Positions 5 to 8 of the leader. */
export function guideDe({ type }: Notice): string {
  return `n${GUIDES[type] ?? 'am '}`;
}

/** What 200$b says, for the types that codes cannot tell. */
export function materielDe({ type }: Notice): string | undefined {
  return EN_CLAIR.has(type) ? type : undefined;
}

/** 100, 105 and 135: dates, language and character set (ISO 10646), contents. Blanks count, so they are written as they are. */
export function champsCodes({ type, date }: Notice): ChampEcrit[] {
  const code = (etiquette: string, valeur: string | undefined) =>
    valeur === undefined
      ? []
      : [{ etiquette, indicateurs: '  ', sousChamps: [['a', valeur] as const] }];
  return [
    ...code('100', donneesGenerales(date)),
    ...code('105', CONTENUS[type]),
    ...code('135', RESSOURCES[type]),
  ];
}

/**
 * 100$a, 36 positions (IFLA, UNIMARC Manual): date entered, kind of date and years, audience, cataloguing in French,
 * « 50 » for ISO 10646. The date entered is that of the document: the same notice always gives the same bytes.
 */
function donneesGenerales(date: DateNotice | undefined): string {
  const annee = (n: number | undefined, defaut: string) =>
    n === undefined ? defaut : String(n).padStart(4, '0');
  const { debut, fin } = date ?? {};
  const genre = debut === undefined ? 'u' : fin === undefined ? 'a' : fin === debut ? 'd' : 'f';
  const seconde = genre === 'a' ? '9999' : genre === 'f' ? annee(fin, '') : '    ';
  return `${annee(debut, '1900')}0101${genre}${annee(debut, '    ')}${seconde}u  y0frey50      ba`;
}

/** A subject and its subdivisions, parted by « -- ». */
export function sujet(etiquette: string, indicateurs: string, terme: string): ChampEcrit | null {
  const [tete, ...suite] = terme.split(' -- ');
  return champ(etiquette, indicateurs, ['a', tete], ...suite.map((s) => ['x', s] as const));
}
