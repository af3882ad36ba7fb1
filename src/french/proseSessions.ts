const N =
  '(?:\\d{1,2}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|vingt)';
const SEANCES =
  '(?:seances?|reunions?|rencontres?|ateliers?|sessions?|regroupements?|visites?|conferences?|seminaires?|petits[- ]dejeuners?)';
const DUREES = '(?:demi[- ]journees?|matinees?|apres[- ]midis?|journees?|soirees?)';
const NOM = `(?:${SEANCES}|${DUREES}|jours?)(?![a-z-])`;
/** « deux grandes rencontres »: a word between, which is no rank. */
const ADJECTIF = '(?:(?!premier|dernier|autre|suivant|prochain|second)[a-z-]{4,} )?';
const UNIQUE = '(?:une (?:demi[- ]journee|matinee|journee|soiree)|une? apres[- ]midi)(?![a-z-])';
/** « un voyage d'étude de deux jours », « formation d'une journée ». */
const CONTENANT =
  "(?:formations?|voyages?|stages?|sessions?|visites?|seminaires?|modules?|cycles?|rencontres?|ateliers?|actions?|seances?)(?: d'[a-z]+| de travail| collective?s?)?,?";

/** Counts of sessions as running text gives them; folded. The first group is what is counted. */
const COMPTES: readonly RegExp[] = [
  new RegExp(
    `(?:reuni|retrouve|rencontre|tien|lieu|propose|organise|programme|prevu)[a-z]*(?![a-z])[^.;]{0,40}? (?:a )?(${N}) (?:fois|reprises)(?![a-z])`,
    'g',
  ),
  new RegExp(
    `(?<![a-z0-9'/,.-])((?:${N} (?:a|ou) )?${N} ${ADJECTIF}${NOM}(?: (?:et|puis) (?:une?|${N}) ${NOM})?)`,
    'g',
  ),
  new RegExp(
    `${CONTENANT} (?:d'une duree )?(?:d'|de )(une? (?:demi[- ]journee|matinee|journee|apres[- ]midi))(?![a-z-])`,
    'g',
  ),
  new RegExp(`(?:^|[,;:] |sur )(${UNIQUE})`, 'g'),
  new RegExp(
    `(?:propos|organis)(?:e|ent|ons|era|erons|eront)(?![a-z])[^.;:]{0,110}? (${UNIQUE})`,
    'g',
  ), // nous proposons aux médiateurs une demi-journée
];

/** Right before a count, these make it something else: « lors des trois séances », « après deux jours ». */
const AVANT =
  /(?:apres|depuis|avant|lors des|sur|il y a|toutes les|tous les|moins de|plus de|delais? (?:sont |est )?de|sous|pendant|durant|autres|chacune? (?:dure )?|parmi|dans) (?:l?es )?$/;
/** Right after: « trois jours par semaine », « une journée type », « douze ateliers santé ville ». */
const APRES =
  /^(?: d'intervalle| par (?:mois|semaine|jour)| ouvre| sur (?:sept|7)| plus (?:tard|tot)| apres| avant| entiere| type| sante[- ]ville| d'insertion| proteges?| nationales?| par (?:groupe|site|ville|commune)| mensuel| hebdo| precedent| passe)/;
/** « deux jours » alone is a length of time; a training, a trip, or « de formation » make it sessions. */
const JOURS_DITS = new RegExp(
  `(?:${CONTENANT} (?:d'une duree )?(?:de|en|sur)|duree de|dure|durent|durera|sur|en|^) ?$`,
);
const JOURS_DE = /^ (?:de|d')\s?(?:formation|stage|visite|travail|rencontre|seminaire|echange)/;

/** A count of sessions in running text. */
export interface Compte {
  readonly debut: number;
  readonly fin: number;
  /** What a reader of counts reads. Folded. */
  readonly texte: string;
}

/** The counts of sessions that a folded sentence gives, in order: « quatre séances », « se réunira six fois ». */
export function comptesIn(plie: string): Compte[] {
  return COMPTES.flatMap((motif) => [...plie.matchAll(motif)].flatMap((m) => compte(plie, m))).sort(
    (a, b) => a.debut - b.debut,
  );
}

function compte(plie: string, trouve: RegExpExecArray): Compte[] {
  const [tout, dit = ''] = trouve;
  const debut = trouve.index + tout.lastIndexOf(dit);
  const fin = debut + dit.length;
  const avant = plie.slice(0, debut);
  const apres = plie.slice(fin);
  const fois = / (?:fois|reprises)$/.exec(tout);
  if (AVANT.test(avant) && !JOURS_DITS.test(avant)) return [];
  if (APRES.test(fois === null ? apres : apres.slice(fois[0].length))) return [];
  if (/ jours?$/.test(dit) && !JOURS_DITS.test(avant) && !JOURS_DE.test(apres)) return [];
  if (fois !== null) return [{ debut, fin: fin + fois[0].length, texte: `${dit} seances` }];
  return [{ debut, fin, texte: dit }];
}
