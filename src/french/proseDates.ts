import { MOIS } from './months.js';

const AN = '(?:19|20)\\d{2}';
const SEMAINE = '(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s? )';
const M = `${MOIS}(?: ${AN})?`;
const ET = '(?:,? et|,? puis| ou|,)';
const JOURS = `${SEMAINE}?(?:\\d{1,2}(?:er)?${ET} (?:les? )?${SEMAINE}?){0,8}\\d{1,2}(?:er)? ${M}`;
const PARTIE = "(?:(?:la |le )?(?:(?:mi|fin|debut)[- ])?(?:du )?(?:mois d(?:e |'))?)";
const RANG =
  '(?:1er|2e|2d|2nd|2eme|3e|3eme|4e|4eme|premier|second|deuxieme|troisieme|quatrieme|dernier)';

/** Moments as running text gives them, the longer before the shorter. Folded. */
const MOMENTS: readonly string[] = [
  `du \\d{1,2}(?:er)?(?: ${M})? au \\d{1,2}(?:er)? ${M}`, // du 8 au 10 octobre
  `(?:(?:les?|au|des|du) )?(?<![\\d/])${JOURS}(?:${ET} (?:les? )?${JOURS})*`, // les 22 septembre et 21 décembre
  `(?:le |les )?(?<![\\d/])\\d{1,2}/\\d{1,2}/(?:20)?\\d{2}`, // le 12/03/2012
  `(?:dans |durant |pendant |au cours de |en |a )?(?:la |le )?(?:semaine|semaine du lundi) du \\d{1,2}(?:er)? ${M}`, // la semaine du 17 juin
  `semaines? (?:n ?° ?)?\\d{1,2}(?: (?:a|au|et) \\d{1,2})?(?! ?[a-z])`, // semaine 24
  `(?:dans |durant |pendant |au cours de |en |a )?(?:la )?(?:1re|2e|premiere|deuxieme|seconde) (?:quinzaine|moitie) (?:du mois )?d(?:e |')${M}`, // la première quinzaine de juin
  `entre ${PARTIE}${M} et ${PARTIE}${M}`, // entre octobre et novembre
  `(?:de|a partir de) la (?:mi|fin)[- ]${M} (?:a|au|jusqu'a|jusqu'en) ${PARTIE}${M}`, // de la mi-mars à la fin mai
  `(?:de |d'|du mois de |du mois d')${M} (?:a|au|jusqu'a|jusqu'en) ${PARTIE}${M}`, // d'avril à octobre
  `(?:a partir d(?:e |')|a compter d(?:e |'))(?:mois d(?:e |'))?${M}`, // à partir de septembre
  `(?:en |des |courant |au mois d(?:e |')|au cours du mois d(?:e |')|(?:a la |en |au )?(?:mi-|mi |fin |debut )(?:du mois d(?:e |'))?)${M}(?:${ET} (?:en )?${M})*`, // en juin 2011
  `(?:au |au cours du |pendant le |durant le |des le |sur le )${RANG} (?:tri|se)mestre(?: (?:de (?:l'annee )?)?${AN})?`, // au second semestre
  `(?:aux |au cours des )${RANG} et ${RANG} (?:tri|se)mestres?(?: ${AN})?`,
  `(?:au |a l'|cet |a la fin de l'|des l')(?:printemps|ete|automne|hiver)(?: ${AN})?`, // à l'automne
  `(?:en |cet )(?:ete|automne|hiver)(?: ${AN})?`,
  `(?:a|des|apres) la rentree(?: scolaire| de septembre)?(?: ${AN})?`, // à la rentrée
  `(?:tout au long de|toute|dans|sur|sur l'ensemble de|sur toute|au cours de|pendant|durant|tout le long de) ?l'annee(?: ${AN})?`,
  `toute l'annee(?: ${AN})?`,
  `(?:en|a la|au|des le) (?:debut|fin|milieu) (?:de l'annee|d'annee)(?: ${AN})?`, // en fin d'année
  `(?:pendant|durant|lors des|aux|au cours des) (?:les )?vacances (?:scolaires )?(?:de |d'|de la )?(?:toussaint|automne|noel|hiver|fevrier|printemps|paques|ete)(?: ${AN})?`,
  `(?:d'ici|avant) (?:a )?(?:l'ete|la fin de l'annee|les vacances d'ete|fin ${M})(?: ${AN})?`, // d'ici l'été
  `(?:en|courant) ${AN}`, // en 2023
  `par an(?![a-z])`,
  `^(?:du mois de )?${M} (?:a|-|et|ou) ${PARTIE}${M}$`, // mars à mai 2022, alone
  `^${MOIS} ${AN}$`, // novembre 2022, alone
];

const QUAND = "(?:en |des |courant |mi-|fin |debut |au mois d(?:e |'))+";
const FIN_DITE =
  ",? (?:et|puis|pour) (?:elles? |ils? )?(?:se |s')?(?:termin|achev|clotur|conclu|fini|prend|poursui|prolong|continu)[a-z]*(?: fin)?(?: jusqu')? ?(?:a la |au )?";
/** « débuteront en septembre et se termineront en décembre », « à la rentrée et se poursuivront jusqu'en mars » */
const DEBUT_ET_FIN = `(?:${QUAND}${M}|a la rentree(?: scolaire| de septembre)?(?: ${AN})?)${FIN_DITE}${QUAND}${M}`;
const VERBE_FIN = new RegExp(FIN_DITE);
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
  const depuis = debut.replace(/^a la rentree(?: scolaire| de septembre)?/, 'septembre');
  return `de ${depuis.replace(QUAND_SEUL, '')} a ${fin.replace(QUAND_SEUL, '')}`;
}
