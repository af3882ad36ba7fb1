import type { Bloc } from '../../../src/domain/bloc.js';
import { findDates, weekday } from '../../../src/french/dates.js';
import { foldWithMap } from '../../../src/french/fold.js';
import { parsePeriode } from '../../../src/french/periods.js';
import { parseSeances } from '../../../src/french/sessions.js';
import { alert } from '../assert/alertes.js';
import type { Contexte } from '../assert/contexte.js';
import { clean, proofs } from '../assert/contexte.js';
import type { ActionLue, ProgrammeLu } from '../structure.js';
import { blocsDe } from '../uncovered.js';

const AN = /(?<!\d)(?:19|20)\d\d(?!\d)/;

/** Days of the week that are not those of their dates, dates of another year, sessions that do not match their dates. */
export function checkDates(contexte: Contexte, lu: ProgrammeLu): void {
  for (const bloc of blocsDe({ introduction: lu.introduction, axes: lu.axes }))
    checkWeekdays(contexte, bloc);
  for (const action of lu.axes.flatMap((axe) => axe.actions)) {
    checkYear(contexte, action);
    checkSessions(contexte, action);
  }
}

/** Only a date whose year is printed, or is the programme's for sure, has a day of the week to check. */
function checkWeekdays(contexte: Contexte, bloc: Bloc): void {
  const { texte, carte } = foldWithMap(bloc.texte);
  const autres = AN.test(texte);
  for (const d of findDates(texte, contexte.annee)) {
    if (d.jourSemaine === null || (!d.anneeDite && autres)) continue;
    const vrai = weekday(d.date);
    if (vrai === d.jourSemaine) continue;
    const debut = carte[d.debut] ?? 0;
    const fin = carte[d.fin] ?? bloc.texte.length;
    alert(contexte, proofs(contexte, bloc, debut, fin), {
      code: 'jour-discordant',
      message: `« ${clean(bloc.texte.slice(debut, fin))} » : ce jour de ${d.date.slice(0, 4)} est un ${vrai}, non un ${d.jourSemaine}.`,
      remede: 'La date est gardée ; vérifiez-la auprès du producteur.',
    });
  }
}

function fieldOf(action: ActionLue, nom: 'periode' | 'seances') {
  return action.champs.find((c) => c.champs.includes(nom) && clean(c.valeur.texte) !== '');
}

/** A printed year that the whole period lies outside the programme's own. */
function checkYear(contexte: Contexte, action: ActionLue): void {
  const champ = fieldOf(action, 'periode');
  if (champ === undefined || !AN.test(champ.valeur.texte)) return;
  const periode = parsePeriode(champ.valeur.texte, contexte.annee);
  if (periode === null) return;
  const [debut, fin] = [Number(periode.debut.slice(0, 4)), Number(periode.fin.slice(0, 4))];
  if (debut <= contexte.annee && contexte.annee <= fin) return;
  const annee = contexte.anneePreuves.flatMap((p) =>
    'document' in p ? [`« ${clean(p.citation)} », page ${p.page}`] : [],
  )[0];
  alert(contexte, proofs(contexte, champ.valeur), {
    code: 'date-hors-annee',
    message: `« ${clean(champ.valeur.texte)} » n’est pas dans l’année ${contexte.annee} du programme${annee === undefined ? '' : ` (${annee})`} : « ${clean(action.intitule.texte)} ».`,
    remede: 'La date est gardée telle qu’elle est imprimée ; vérifiez-la auprès du producteur.',
  });
}

/** « 3 séances » beside two dates. */
function checkSessions(contexte: Contexte, action: ActionLue): void {
  const [dates, nombre] = [fieldOf(action, 'periode'), fieldOf(action, 'seances')];
  if (dates === undefined || nombre === undefined) return;
  const { texte } = foldWithMap(dates.valeur.texte);
  const lues = new Set(findDates(texte, contexte.annee).map((d) => d.date)).size;
  const seances = parseSeances(nombre.valeur.texte, contexte.annee, nombre.etiquette.texte);
  // a span, or dates still to come, are no list of sessions
  if (
    lues < 2 ||
    /(?<![a-z])(?:du|au|entre|a partir|autres?|suivante?s|puis|etc|(?:a )?(?:definir|preciser|confirmer|fixer))(?![a-z])/.test(
      texte,
    )
  )
    return;
  if (
    seances === null ||
    seances.approx ||
    seances.unite !== 'seance' ||
    seances.max !== seances.min
  )
    return;
  if (seances.min === lues || !/^\D*\d{1,2}\D*$|^[^\d]+$/.test(nombre.valeur.texte)) return;
  const page = proofs(contexte, nombre.valeur).flatMap((p) => ('document' in p ? [p.page] : []))[0];
  alert(contexte, proofs(contexte, dates.valeur), {
    code: 'seances-discordantes',
    message: `« ${clean(action.intitule.texte)} » annonce « ${clean(nombre.valeur.texte)} » (page ${page}), ses dates en comptent ${lues} : « ${clean(dates.valeur.texte)} ».`,
    remede: 'Les deux passages sont gardés ; vérifiez-les auprès du producteur.',
  });
}
