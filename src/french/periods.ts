import { parseDateList } from './dateLists.js';
import { fold } from './fold.js';
import { MOIS } from './months.js';
import { quinzaine, semaineDu, semaineNumerotee, vacances } from './periodParts.js';
import type { Exercice, Groupes, Periode } from './periodReadings.js';
import {
  abrege,
  anneeDuMois,
  anneeEntiere,
  annees,
  aPartir,
  avant,
  bornes,
  duAu,
  entreMois,
  entreParties,
  jourChiffre,
  jours,
  mois,
  PRECISIONS,
  partAnnee,
  parties,
  saison,
} from './periodReadings.js';

const AN = '(?:19|20)\\d{2}';
const RANG =
  '(1er|1re|1ere|2e|2d|2nd|2nde|2eme|2de|3e|3eme|4e|4eme|premier|premiere|second|seconde|deuxieme|troisieme|quatrieme|dernier|i{1,3}|iv|[1-4])';

type Lecture = (groupes: Groupes, exercice: Exercice) => Periode | null;

const SEMAINE = '(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s? ';
/** « de la mi-septembre à la fin novembre ». */
const PARTIE = "(?:(?:la |le )?(?:(?:mi|fin|debut)[- ])?(?:du )?(?:mois d(?:e |'))?)";
const UNITE = '(trimestre|semestre|trim(?=[ .]|$)\\.?|sem(?=[ .]|$)\\.?)';

/** The first rule that matches wins: the more precise before the vaguer. Texts are folded. */
const REGLES: readonly (readonly [RegExp, Lecture])[] = [
  [
    new RegExp(`\\bannee (?:scolaire|universitaire) (${AN})`),
    ([an], e) => anneeEntiere({ ...e, annee: Number(an), scolaire: true }),
  ], // année scolaire 2013-2014
  [
    new RegExp(
      `(?:\\ba partir d|\\bdes )[^\\d]{0,12}?(\\d{1,2})?(?:er)? ?(${MOIS}) ?(${AN})?(?! ?(?:a|au|jusqu))`,
    ),
    aPartir,
  ], // à partir de septembre
  [
    new RegExp(
      `(?:\\bd'ici|\\bavant) (?:a )?(?:la |l'|le |les )?(?:vacances d')?(?:mois d[e'] ?)?(fin(?: du mois)?(?: d[e'])? ?)?(${MOIS}|ete|fin de l'annee) ?(${AN})?`,
    ),
    avant,
  ], // d'ici l'été
  [
    new RegExp(`^jusqu'(?:a|en|au) (?:la )?(?:fin )?(?:mois de )?(?:d')?(${MOIS}) ?(${AN})?`),
    (bornes, e) => avant(['fin', ...bornes], e),
  ], // jusqu'en juin
  [
    new RegExp(
      `\\bvacances (?:scolaires )?(?:de la |de |d'|du )?(toussaint|automne|noel|fin d'annee|hiver|fevrier|printemps|paques|ete|estivales) ?(${AN})?`,
    ),
    vacances,
  ], // vacances d'automne
  [
    new RegExp(
      `\\b${RANG} (?:quinzaine|moitie)(?: du mois)? d(?:e |'|u )(?:mois d(?:e |'))?(${MOIS}) ?(${AN})?`,
    ),
    quinzaine,
  ], // 1re quinzaine de juin
  [
    new RegExp(`\\brentree(?: scolaire| universitaire)?(?: de)?(?: septembre)? ?(${AN})?`),
    ([an], e) => mois(['septembre', an], e),
  ], // rentrée 2013
  [
    new RegExp(
      `(?<![a-z])(${MOIS}) ?(${AN})? (?:a|au|jusqu'a|jusqu'en|jusqu'au) ${PARTIE}(${MOIS}) ?(${AN})?`,
    ),
    entreMois,
  ], // de mars à juin 2012
  [new RegExp(`\\bentre ${PARTIE}(${MOIS}) ?(${AN})? et ${PARTIE}(${MOIS}) ?(${AN})?`), entreMois], // entre mars et juin
  [new RegExp(`(${MOIS}) ?(${AN})? ?[-/] ?(${MOIS}) ?(${AN})?`), entreMois], // mars-juin 2012
  [/(?<![\d/])(\d{1,2})[/.-](\d{1,2})[/.-]((?:20)?\d{2})(?!\d)/, jourChiffre], // 13/05/2012
  [/(?<![\d/])(\d{1,2})\/(0\d|1[0-2])(?![\d/])/, jourChiffre], // le 13/05
  [
    new RegExp(
      `\\bdu (?:${SEMAINE})?(\\d{1,2})(?:er)? (${MOIS})? ?(${AN})? ?au (?:${SEMAINE})?(\\d{1,2})(?:er)? (${MOIS}) ?(${AN})?`,
    ),
    duAu,
  ], // du 3 mars au 5 mai 2012
  [new RegExp(`\\bsemaine du (?:lundi )?(\\d{1,2})(?:er)? (${MOIS}) ?(${AN})?`), semaineDu], // semaine du 16 juin
  [
    new RegExp(
      `((?:\\d{1,2}(?:er)?(?:(?:,| et|,? puis| ou| &)? (?:${SEMAINE})?(?:le )?| ?[-–] ?(?=\\d))){1,8})(${MOIS}) ?(${AN})?`,
    ),
    jours,
  ], // les 3 et 10 mai 2012, mercredi 13 mai
  [
    new RegExp(
      `\\b(debut|mi|fin|courant)[- ](${AN}) ?(?:-|a|et) ?(debut|mi|fin|courant)[- ](${AN})`,
    ),
    bornes,
  ], // fin 2006-début 2007
  [
    new RegExp(
      `\\b${RANG} (?:${UNITE} )?(?:de )?(${AN} )?(?:au|-|a) ?(?:le )?${RANG} ${UNITE} ?(?:de )?(${AN})?`,
    ),
    entreParties,
  ], // du 3e trimestre 2012 au 1er trimestre 2013
  [
    new RegExp(`\\b${RANG} ?(?:et|-|/) ?${RANG} ${UNITE}s? ?(?:de |d')?(?:l'annee )?(${AN})?`),
    parties,
  ], // 1er et 2ème trimestres
  [
    new RegExp(`\\b${RANG} ${UNITE}(?: de| d')?(?: l'annee)? ?(${AN})?`),
    ([ordre, ...reste], e) => parties([ordre, ordre, ...reste], e),
  ], // 1er semestre 2012
  [new RegExp(`\\b([ts])([1-4]) ?(${AN})?\\b`), abrege], // T2 2012
  [
    new RegExp(
      `(${MOIS}) ?(${AN})?(?:,? (?:et|ou|puis) |, ?)(?:.{0,40}?(?:et|ou) )?(${MOIS}) ?(${AN})?`,
    ),
    entreMois,
  ], // mars et juin 2012
  [new RegExp(`\\b(debut|mi|fin)[- ](${MOIS}) ?(${AN})?`), ([, ...reste], e) => mois(reste, e)], // mi-mars 2012
  [new RegExp(`(?<![a-z])(${MOIS}) ?(${AN})?`), mois], // avril 2012
  [new RegExp(`\\b(printemps|ete|automne|hiver) ?(${AN})?(?: ?[-/] ?(\\d{4}|\\d{2}))?`), saison], // automne
  [new RegExp(`\\b(debut|mi|fin)[- ](?:de l'annee |d'annee )?(${AN})`), partAnnee], // fin 2012
  [/\b(debut|milieu|fin) (?:d'annee|de l'annee)/, partAnnee], // en fin d'année
  [
    new RegExp(`\\bsemaines? (?:n ?° ?)?(\\d{1,2})(?: (?:a|au|et) (\\d{1,2}))?(?!\\d) ?(${AN})?`),
    semaineNumerotee,
  ], // semaines 40 à 42
  [new RegExp(`\\b(${AN}) ?(?:-|/|a|et) ?(${AN}|\\d{2})(?!\\d)`), annees], // année 2012-13
  [
    new RegExp(`\\b(${AN})\\b`),
    ([an], e) => anneeEntiere({ ...e, annee: Number(an), scolaire: false }),
  ], // année 2012
  [
    /\b(?:toute l'annee|au long de l'annee|annee(?: (?:civile|en cours))?|annuel(?:le)?)\b/,
    (_, e) => anneeEntiere(e),
  ], // toute l'année
  [
    /\b(?:(?:tous|toutes) les|chaque|par (?:mois|trimestre|semaine)|mensuel|trimestriel|hebdomadaire|bimestriel)/,
    (_, e) => anneeEntiere(e),
  ], // tous les premiers jeudis du mois
];

/** Between two periods that are one: « premier trimestre et automne ». */
const ENTRE = /^ ?(?:(?:[,;/+]|et|puis|ou|ainsi que|&)(?: |$)|-(?=printemps|ete|automne|hiver))/;
const AVANT = /(?:[,;/+]|(?<![a-z])et|(?<![a-z])puis|&) ?(?:a l'|en |le |la |les |au )?$/;

/**
 * Reads a period as printed: « 1er semestre 2012 », « fin 2006-début 2007 », « les 3 et 10 mai ».
 * What names no year is in the programme's (of a school year 2013-2014, months 9 to 12 are in 2013,
 * the others in 2014). Null when the text gives no date.
 */
export function parsePeriode(texte: string, programme: number | Exercice): Periode | null {
  const exercice =
    typeof programme === 'number' ? { annee: programme, scolaire: false } : programme;
  return lirePeriode(fold(texte.slice(0, 300)).replace(/\s+/g, ' ').trim(), exercice);
}

function lirePeriode(plie: string, exercice: Exercice): Periode | null {
  const liste = parseDateList(plie, (m) => anneeDuMois(exercice, m));
  if (liste !== null) return liste;
  for (const [motif, lire] of REGLES) {
    const trouve = motif.exec(plie);
    if (trouve === null) continue;
    const lue = lire(trouve.slice(1), exercice);
    if (lue === null) continue;
    const avant = plie.slice(0, trouve.index);
    const apres = plie.slice(trouve.index + trouve[0].length);
    const voisines = [
      AVANT.test(avant) ? lirePeriode(avant.replace(AVANT, ''), exercice) : null,
      ENTRE.test(apres) ? lirePeriode(apres.replace(ENTRE, ''), exercice) : null,
    ];
    return voisines.reduce<Periode>((tout, v) => (v === null ? tout : reunir(tout, v)), lue);
  }
  return null;
}

/** From the first day of either to the last, as the vaguer says; a whole year beside a part of it says nothing more. */
function reunir(a: Periode, b: Periode): Periode {
  if (isWholeYear(a) || isWholeYear(b)) return isWholeYear(a) ? b : a;
  const [debut = a.debut] = [a.debut, b.debut].sort();
  const [fin = a.fin] = [a.fin, b.fin].sort().reverse();
  const rang = (p: Periode) => PRECISIONS.indexOf(p.precision);
  return { debut, fin, precision: rang(a) < rang(b) ? b.precision : a.precision };
}

function isWholeYear({ debut, fin, precision }: Periode): boolean {
  return precision === 'annee' && Number(fin.slice(0, 4)) - Number(debut.slice(0, 4)) <= 1;
}
