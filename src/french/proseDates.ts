import { MOIS } from './months.js';

const AN = '(?:19|20)\\d{2}';
const SEMAINE = '(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s? )';
const M = `${MOIS}(?: ${AN})?`;
const ET = '(?:,? et|,? puis| ou|,)';
const JOURS = `${SEMAINE}?(?:\\d{1,2}(?:er)?${ET} (?:les? )?${SEMAINE}?){0,8}\\d{1,2}(?:er)? ${M}`;
const RANG =
  '(?:1er|2e|2d|2nd|2eme|3e|3eme|4e|4eme|premier|second|deuxieme|troisieme|quatrieme|dernier)';

/** Moments as running text gives them, the longer before the shorter. Folded. */
const MOMENTS: readonly string[] = [
  `du \\d{1,2}(?:er)?(?: ${M})? au \\d{1,2}(?:er)? ${M}`, // du 8 au 10 octobre
  `(?:(?:les?|au|des|du) )?(?<![\\d/])${JOURS}(?:${ET} (?:les? )?${JOURS})*`, // les 22 septembre et 21 décembre
  `(?:le |les )?(?<![\\d/])\\d{1,2}/\\d{1,2}/(?:20)?\\d{2}`, // le 12/03/2012
  `entre (?:le mois de )?${M} et (?:fin )?${M}`, // entre octobre et novembre
  `(?:de |d'|du mois de |du mois d')${M} (?:a|au|jusqu'a|jusqu'en) (?:fin |mois de |mois d')?${M}`, // d'avril à octobre
  `(?:a partir d(?:e |')|a compter d(?:e |'))(?:mois d(?:e |'))?${M}`, // à partir de septembre
  `(?:en |des |courant |au mois d(?:e |')|au cours du mois d(?:e |')|(?:a la |en |au )?(?:mi-|mi |fin |debut )(?:du mois d(?:e |'))?)${M}(?:${ET} (?:en )?${M})*`, // en juin 2011
  `(?:au |au cours du |pendant le |durant le |des le |sur le )${RANG} (?:tri|se)mestre(?: (?:de (?:l'annee )?)?${AN})?`, // au second semestre
  `(?:aux |au cours des )${RANG} et ${RANG} (?:tri|se)mestres?(?: ${AN})?`,
  `(?:au |a l'|cet |a la fin de l'|des l')(?:printemps|ete|automne|hiver)(?: ${AN})?`, // à l'automne
  `(?:en |cet )(?:ete|automne|hiver)(?: ${AN})?`,
  `(?:a|des|apres) la rentree(?: scolaire| de septembre)?(?: ${AN})?`, // à la rentrée
  `(?:tout au long de|toute|dans|sur|sur l'ensemble de|sur toute|au cours de|pendant|durant|tout le long de) ?l'annee(?: ${AN})?`,
  `toute l'annee(?: ${AN})?`,
  `(?:en|courant) ${AN}`, // en 2023
  `par an(?![a-z])`,
];

const QUAND = "(?:en |des |courant |mi-|fin |debut |au mois d(?:e |'))+";
/** « débuteront en septembre et se termineront en décembre » */
const DEBUT_ET_FIN = `${QUAND}${M},? (?:et|puis|pour) (?:elles? |ils? )?(?:se |s')?(?:termin|achev|clotur|conclu|fini|prend)[a-z]*(?: fin)? ${QUAND}${M}`;
const VERBE_FIN =
  /,? (?:et|puis|pour) (?:elles? |ils? )?(?:se |s')?(?:termin|achev|clotur|conclu|fini|prend)[a-z]*(?: fin)? /;
const QUAND_SEUL = new RegExp(QUAND, 'g');

const MOMENT = new RegExp(
  `(?<![a-z0-9'’-])(?:${[DEBUT_ET_FIN, ...MOMENTS].join('|')})(?![a-z0-9])`,
  'g',
);

/** A moment named in running text. */
export interface Moment {
  readonly debut: number;
  readonly fin: number;
  /** What a reader of periods reads. Folded. */
  readonly texte: string;
}

/** The moments that a folded text names, in order: « les 22 septembre et 21 décembre », « à l'automne ». */
export function momentsIn(plie: string): Moment[] {
  return [...plie.matchAll(MOMENT)].map((m) => ({
    debut: m.index,
    fin: m.index + m[0].length,
    texte: intervalle(m[0]) ?? m[0].replace(/par an$/, 'annee'),
  }));
}

/** « en septembre et se termineront en décembre » as « de septembre a decembre ». */
function intervalle(texte: string): string | undefined {
  const [debut, fin] = texte.split(VERBE_FIN);
  if (debut === undefined || fin === undefined) return undefined;
  return `de ${debut.replace(QUAND_SEUL, '')} a ${fin.replace(QUAND_SEUL, '')}`;
}
