import type { Bloc } from '../../../src/domain/bloc.js';
import { sliceBloc } from '../../../src/domain/bloc.js';
import { foldWithMap } from '../../../src/french/fold.js';
import { NOMBRE, readNumber } from '../../../src/french/nombres.js';
import type { Dit, Dites } from './dites.js';
import type { Effectif } from './effectifsCellule.js';
import { isApprox, participantsInCell } from './effectifsCellule.js';
import { isOfAnotherActor, isOfAnotherYear } from './portee.js';
import { cellOf } from './tableaux.js';
import type { VocabulaireRapport } from './vocabulaire.js';

/** Reads the participants by their cell first, then by the sentences: a total says more than a session. */
export function participantsOf({ phrases, entree, annee, v }: Dites): Effectif {
  const cellule = cellOf(entree.cellules, 'participants');
  const lue = cellule === undefined ? null : participantsInCell(cellule);
  if (lue !== null) return lue;
  let total: Compte | null = null;
  let moyenne: Compte | null = null;
  for (const phrase of phrases) {
    if (isOfAnotherActor(phrase, v)) continue;
    // « Celle de septembre a reçu 11 agents »: one more session, and those who came to it
    const autre = v.partieDAction.test(foldWithMap(phrase.texte).texte);
    const comptes = countsOf(phrase, annee, v);
    const avant: Compte | null = total;
    for (const c of comptes) {
      if (c.moyen) moyenne ??= c;
      else if (autre && avant !== null && !avant.total && !c.total) total = added(avant, c);
      else if (total === null || (c.total && c.dit.valeur > total.dit.valeur)) total = c;
    }
  }
  const approx = (total ?? moyenne)?.approx === true;
  return { total: total?.dit ?? null, moyenne: moyenne?.dit ?? null, approx };
}

function added(a: Compte, b: Compte): Compte {
  const bloc = a.dit.bloc;
  const suite = [...(a.dit.suite ?? []), b.dit.bloc];
  return {
    ...a,
    dit: { valeur: a.dit.valeur + b.dit.valeur, bloc, suite },
    approx: a.approx || b.approx,
  };
}

interface Compte {
  readonly dit: Dit<number>;
  readonly moyen: boolean;
  readonly approx: boolean;
  /** « au total »: it sums what was counted before. */
  readonly total: boolean;
}

/** A number that sums up others, and its offsets. */
interface Somme {
  readonly valeur: number;
  readonly debut: number;
  readonly fin: number;
  readonly moyen?: boolean;
}

/** The numbers of participants of a sentence, in order. */
function countsOf(phrase: Bloc, annee: number, v: VocabulaireRapport): Compte[] {
  const { texte: plie, carte } = foldWithMap(phrase.texte);
  const part = (debut: number, fin: number) =>
    sliceBloc(phrase, carte[debut] ?? 0, carte[fin] ?? phrase.texte.length);
  const somme = wholeOf(plie, v) ?? sumOf(plie, annee, v);
  if (somme !== null)
    return [
      {
        dit: { valeur: somme.valeur, bloc: part(somme.debut, somme.fin) },
        moyen: somme.moyen === true,
        approx: false,
        total: true,
      },
    ];
  const presence =
    v.presence.test(plie) || /participant/.test(plie) || new RegExp(came(v)).test(plie);
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

/** « une soixantaine d'habitants ont parcouru le quartier », « avec 14 stagiaires », « : 16 stagiaires ». */
function came({ participants }: VocabulaireRapport): string {
  const gens = `${NOMBRE} (?:d'|de )?(?:[a-z]+ )?(?:${participants.join('|')})(?![a-z])`;
  const passe =
    "(?:y |l'|les )?(?:ont|se sont) (?!(?:ete )?(?:annule|renonce|decline|invite|contacte|interroge|recense|forme))[a-z]+(?:e|i|u|is|it|ert)e?s?";
  return `${gens}(?: [^,.;]{0,40}?)? ${passe}(?![a-z])|(?:avec|[:(]) ?(?:environ |quelque |pres de )?${gens}`;
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
  // « neuf à douze personnes selon les séances »
  if (new RegExp(`${NOMBRE} a $`).test(avant)) return false;
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
function sumOf(plie: string, annee: number, v: VocabulaireRapport): Somme | null {
  if (isOfAnotherYear(plie, annee)) return null;
  const liste = new RegExp(
    `(?:respectivement |en presence d(?:e |')|reuni |rassemble |attire |\\)(?:,| :) |(?:^|[a-z]) : )(${NOMBRE}(?:(?:, | et | puis )${NOMBRE})+) (?:${v.participants.join('|')})(?![a-z])`,
  ).exec(plie);
  const ordres = new RegExp(
    `(?:la |le )?premiere? [^.;]*?(${NOMBRE})[^.;]*?(?:,|et) l[ea] (?:seconde?|deuxieme) [^.;]*?(${NOMBRE})(?:[^.;]*?(?:,|et) l[ea] troisieme [^.;]*?(${NOMBRE}))?`,
  ).exec(plie);
  // « deux promotions de quinze stagiaires »
  const groupes = new RegExp(
    `(${NOMBRE}) (?:groupes|promotions|sessions|equipes) de (${NOMBRE}) (?:${v.participants.join('|')})(?![a-z])`,
  ).exec(plie);
  // « (12 + 15 participants) », « en présence de 24 puis de 31 professionnels »
  const ajouts = new RegExp(
    `(${NOMBRE}) (?:\\+|puis(?: de)?) (${NOMBRE}) (?:${v.participants.join('|')})(?![a-z])`,
  ).exec(plie);
  // « 40 conseillers le premier soir, 33 le second »
  const seances = new RegExp(
    `(${NOMBRE}) (?:[a-z]+ )?(?:${v.participants.join('|')})?(?: [a-z]+)? ?(?:le|la|lors d[eu](?: la)?) premi(?:er|ere) [a-z-]+(?: \\([^)]*\\))?(?:,| et| puis)+ (${NOMBRE}) (?:[a-z]+ )?(?:le|la|lors d[eu](?: la)?) (?:seconde?|deuxieme)(?![a-z])`,
  ).exec(plie);
  const additions = seances ?? ajouts;
  const [x, y] = [readNumber(additions?.[1] ?? ''), readNumber(additions?.[2] ?? '')];
  if (liste === null && additions !== null && x !== null && y !== null)
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

/** « avec 10 à 15 chefs de projet à chaque fois, 27 en tout »: the number that sums up has no noun of its own. */
function wholeOf(plie: string, v: VocabulaireRapport): Somme | null {
  const m = new RegExp(
    `(?<=[,(:] ?(?:soit )?)(${NOMBRE}) (en tout|au total|en cumul[a-z]*|cumules|en moyenne)(?![a-z])`,
  ).exec(plie);
  const lu = readNumber(m?.[1] ?? '');
  const gens = new RegExp(`(?<![a-z])(?:${v.participants.join('|')})(?![a-z])`).exec(plie);
  const fois =
    / a chaque (?:fois|seance|rencontre|session)|selon les (?:seances|rencontres|jours|sessions)/.test(
      plie,
    );
  if (m === null || lu === null) return null;
  if (!fois && (gens === null || gens.index > m.index)) return null;
  return {
    valeur: lu.valeur,
    debut: m.index,
    fin: m.index + m[0].length,
    moyen: m[2] === 'en moyenne',
  };
}
