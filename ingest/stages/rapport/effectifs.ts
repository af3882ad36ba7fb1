import type { Bloc } from '../../../src/domain/bloc.js';
import { sliceBloc } from '../../../src/domain/bloc.js';
import { foldWithMap } from '../../../src/french/fold.js';
import { NOMBRE, readNumber } from '../../../src/french/nombres.js';
import type { Dit, Dites } from './dites.js';
import { isOfAnotherActor, isOfAnotherYear } from './portee.js';
import { cellOf } from './tableaux.js';
import type { VocabulaireRapport } from './vocabulaire.js';

/** How many people took part: the total that is given, or the mean of the sessions. */
export interface Effectif {
  readonly total: Dit<number> | null;
  readonly moyenne: Dit<number> | null;
  readonly approx: boolean;
}

/** Reads the participants by their cell first, then by the sentences: a total says more than a session. */
export function participantsOf({ phrases, entree, annee, v }: Dites): Effectif {
  const cellule = cellOf(entree.cellules, 'participants');
  const lue = cellule === undefined ? null : inCell(cellule);
  if (lue !== null) return lue;
  let total: Compte | null = null;
  let moyenne: Compte | null = null;
  for (const phrase of phrases) {
    if (isOfAnotherActor(phrase, v)) continue;
    for (const c of countsOf(phrase, annee, v)) {
      if (c.moyen) moyenne ??= c;
      else if (total === null || (c.total && c.dit.valeur > total.dit.valeur)) total = c;
    }
  }
  const approx = (total ?? moyenne)?.approx === true;
  return { total: total?.dit ?? null, moyenne: moyenne?.dit ?? null, approx };
}

function inCell(cellule: Bloc): Effectif | null {
  const { texte: plie, carte } = foldWithMap(cellule.texte);
  const m = new RegExp(NOMBRE).exec(plie);
  const lu = m === null ? null : readNumber(m[0]);
  if (m === null || lu === null) return null;
  const bloc = sliceBloc(cellule, carte[m.index] ?? 0, carte[m.index + m[0].length] ?? 0);
  const moyen = /moyenne|par (?:seance|session|rencontre|atelier)/.test(plie);
  const dit = { valeur: lu.valeur, bloc };
  const approx = lu.approx || isApprox(plie.slice(0, m.index));
  return { total: moyen ? null : dit, moyenne: moyen ? dit : null, approx };
}

interface Compte {
  readonly dit: Dit<number>;
  readonly moyen: boolean;
  readonly approx: boolean;
  /** « au total »: it sums what was counted before. */
  readonly total: boolean;
}

/** The numbers of participants of a sentence, in order. */
function countsOf(phrase: Bloc, annee: number, v: VocabulaireRapport): Compte[] {
  const { texte: plie, carte } = foldWithMap(phrase.texte);
  const part = (debut: number, fin: number) =>
    sliceBloc(phrase, carte[debut] ?? 0, carte[fin] ?? phrase.texte.length);
  const somme = sumOf(plie, annee, v);
  if (somme !== null)
    return [
      {
        dit: { valeur: somme.valeur, bloc: part(somme.debut, somme.fin) },
        moyen: false,
        approx: false,
        total: true,
      },
    ];
  const presence = v.presence.test(plie) || /participant/.test(plie);
  return v.comptes.slice(presence ? 0 : 1).flatMap((motif) =>
    [...plie.matchAll(motif)].flatMap((m): Compte[] => {
      const nombre = m.groups?.n ?? '';
      const lu = readNumber(nombre);
      const debut = m.index + m[0].indexOf(nombre);
      const fin = m.index + m[0].length;
      if (lu === null || !isCounted(plie, debut, fin, annee, v)) return [];
      const avant = plie.slice(Math.max(0, debut - 40), debut);
      const apres = plie.slice(debut + nombre.length, fin + 40);
      return [
        {
          dit: { valeur: lu.valeur, bloc: part(debut, fin) },
          moyen:
            /moyenne[^.]{0,12}$/.test(avant) ||
            /^[^,.;(]{0,45}?(?:,? en moyenne| par (?:seance|rencontre|reunion|session|atelier|jour)|a chaque (?:seance|rencontre|reunion|session|fois))/.test(
              plie.slice(debut + nombre.length, debut + nombre.length + 90),
            ),
          approx: lu.approx || isApprox(avant),
          total:
            /(?:total|ensemble|cumul)[^.]{0,25}$/.test(avant) ||
            /^[^,.;]{0,30}(?:au total|en tout|en cumul|cumules)/.test(apres),
        },
      ];
    }),
  );
}

/** Not a part of another count, not those who were expected, not those of another year. */
function isCounted(
  plie: string,
  debut: number,
  fin: number,
  annee: number,
  v: VocabulaireRapport,
): boolean {
  const avant = plie.slice(Math.max(0, debut - 40), debut);
  const apres = plie.slice(fin, fin + 40);
  if (/^ (?:de (?:plus|moins)|supplementaire)/.test(apres)) return false;
  if (v.absents.test(apres.split(/[,;.]| (?:et|dont) /)[0] ?? '')) return false;
  if (
    /(?:dont|parmi (?:lesquel(?:le)?s|eux)|contre|au lieu de|sur) (?:[a-z]+ )?$|entre (?:\d+|[a-z-]+) et $/.test(
      avant,
    )
  )
    return false;
  if (
    /(?:place|capacite|limitee? a|prevue?s? (?:pour|a)|attendu|objectif de|ouverte? a|invit[a-z]+) (?:[a-z]+ )?$/.test(
      avant,
    )
  )
    return false;
  return !isOfAnotherYear(clauseAround(plie, debut, fin), annee);
}

/** The clause that holds a number: between commas, brackets or semicolons. */
function clauseAround(plie: string, debut: number, fin: number): string {
  const avant = Math.max(...[',', ';', '(', ' : '].map((c) => plie.lastIndexOf(c, debut - 1)));
  const suite = /[,;)]| : /.exec(plie.slice(fin));
  return plie.slice(avant + 1, suite === null ? plie.length : fin + suite.index);
}

/** « respectivement 12, 15 et 18 participants », « la première 33, la seconde 27 »: a number a session. */
function sumOf(
  plie: string,
  annee: number,
  v: VocabulaireRapport,
): { valeur: number; debut: number; fin: number } | null {
  if (isOfAnotherYear(plie, annee)) return null;
  const liste = new RegExp(
    `(?:respectivement |en presence d(?:e |')|reuni |rassemble |attire |\\)(?:,| :) |(?:seances|rencontres|ateliers|visites) : )(${NOMBRE}(?:(?:, | et | puis )${NOMBRE})+) (?:${v.participants.join('|')})(?![a-z])`,
  ).exec(plie);
  const ordres = new RegExp(
    `(?:la |le )?premiere? [^.;]*?(${NOMBRE})[^.;]*?(?:,|et) l[ea] (?:seconde?|deuxieme) [^.;]*?(${NOMBRE})(?:[^.;]*?(?:,|et) l[ea] troisieme [^.;]*?(${NOMBRE}))?`,
  ).exec(plie);
  // « deux promotions de quinze stagiaires »
  const groupes = new RegExp(
    `(${NOMBRE}) (?:groupes|promotions|sessions|equipes) de (${NOMBRE}) (?:${v.participants.join('|')})(?![a-z])`,
  ).exec(plie);
  // « (12 + 15 participants) », « en présence de 24 puis de 31 professionnels »
  const additions = new RegExp(
    `(${NOMBRE}) (?:\\+|puis(?: de)?) (${NOMBRE}) (?:${v.participants.join('|')})(?![a-z])`,
  ).exec(plie);
  const [x, y] = [readNumber(additions?.[1] ?? ''), readNumber(additions?.[2] ?? '')];
  if (additions !== null && x !== null && y !== null)
    return {
      valeur: x.valeur + y.valeur,
      debut: additions.index,
      fin: additions.index + additions[0].length,
    };
  const [n, par] = [readNumber(groupes?.[1] ?? ''), readNumber(groupes?.[2] ?? '')];
  if (groupes !== null && n !== null && par !== null)
    return {
      valeur: n.valeur * par.valeur,
      debut: groupes.index,
      fin: groupes.index + groupes[0].length,
    };
  const trouve = liste ?? (v.presence.test(plie) ? ordres : null);
  if (trouve === null) return null;
  const nombres =
    liste === null
      ? trouve.slice(1)
      : [...(liste[1] ?? '').matchAll(new RegExp(NOMBRE, 'g'))].map(([n]) => n);
  const lus = nombres.flatMap((n) => (n === undefined ? [] : (readNumber(n)?.valeur ?? [])));
  if (lus.length < 2) return null;
  return {
    valeur: lus.reduce((a, b) => a + b, 0),
    debut: trouve.index,
    fin: trouve.index + trouve[0].length,
  };
}

function isApprox(avant: string): boolean {
  return /(?:environ|pres d[e']|plus d[e']|quelques?|autour d[e']|une?) ?$/.test(avant);
}

/** How many sessions took place, by the cell, then by the sentences. */
export function sessionsOf({ phrases, entree, annee, v }: Dites): Dit<number> | null {
  const cellule =
    cellOf(entree.cellules, 'seances') ??
    entree.champs.find((c) => c.champs.includes('seances'))?.valeur;
  const lue = cellule === undefined ? null : firstCount(cellule, NOMBRE);
  if (lue !== null) return lue;
  const dites = phrases.filter((p) => {
    const { texte: plie } = foldWithMap(p.texte);
    return (
      !isOfAnotherYear(plie.split(/[;(]/)[0] ?? '', annee) &&
      !/(?:prevue?s?|programmee?s?|annulee?s?|reportee?s?|auront lieu|suivantes?) *$/.test(plie)
    );
  });
  const motifs = [
    // « 4 séances prévues, 3 tenues »
    `(?<=${NOMBRE} ${v.seances} (?:prevues?|programmees?|annoncees?|imaginees?|envisagees?)[^.;]{0,20}, (?:seule?s? )?)${NOMBRE}(?= (?:seulement )?(?:tenu|realise|organise|mene|ont|a |se sont|s'est))`,
    // « sur les six ateliers programmés, quatre… »
    `(?<=(?:sur|parmi) (?:les )?${NOMBRE} ${v.seances}[^,.;]*, (?:seule?s? )?)${NOMBRE}(?= (?:seulement )?(?:ont|a|se sont|s'est))`,
    // « six rencontres étaient inscrites au programme, quatre ont pu être organisées »
    `(?<=${NOMBRE} ${v.seances} (?:etaient|avaient ete) [^,.;]{3,40}, (?:seule?s? )?)${NOMBRE}(?= (?:ont|a|se sont|s'est))`,
    // four of five: four took place
    `${NOMBRE}(?= (?:seules? )?(?:${v.seances} )?(?:sur(?: les)?|des|parmi les|de ses|de leurs) ${NOMBRE}(?: ${v.seances}| prevu| programme))`,
    `(?<!sur |sur les |des |de ses )${NOMBRE}(?= (?:(?:seule |autres |nouvelles |nouveaux |grandes )?)${v.seances}(?! (?:(?:prevu|programme)[es]*(?![es]* (?:ont|se sont))|annule|reporte|ont ete annule|a ete annule|de (?:moins|plus)|supplementaire)))`,
    `(?<=sur |sur les |en )${NOMBRE}(?= ${v.seances})`,
  ];
  for (const motif of motifs) {
    for (const phrase of dites) {
      const compte = firstCount(phrase, motif);
      if (compte !== null) return compte;
    }
  }
  return null;
}

function firstCount(bloc: Bloc, motif: string): Dit<number> | null {
  const { texte: plie, carte } = foldWithMap(bloc.texte);
  const m = new RegExp(motif).exec(plie);
  const lu = m === null ? null : readNumber(m[0].trim());
  if (m === null || lu === null) return null;
  return { valeur: lu.valeur, bloc: sliceBloc(bloc, carte[m.index] ?? 0, bloc.texte.length) };
}
