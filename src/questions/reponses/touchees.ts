import { labelDe } from '../../domain/schema.js';
import type { Contexte } from '../contexte.js';
import { anneesCouvertes, anneesNonCouvertes } from '../couverture.js';
import { compter, enumerer } from '../francais.js';
import { lieu } from '../phrases.js';
import { enPortee } from '../portees.js';
import { criteresEnMots, garde, type Restriction } from '../restreindre.js';
import { dansDocuments, silence, silenceTerritoire } from '../silences.js';
import { type Touchees, trier } from '../territoire.js';
import { type Equation, PORTEES, type Reference, type ResultatAction } from '../types.js';
import { ancienNom, type Corps, muette } from './corps.js';
import type { ParMois } from './parMois.js';

const TOUTES: Restriction = {
  actions: null,
  exclues: new Set(),
  porteesExclues: new Set(),
  criteres: [],
  exclusions: [],
  ignores: [],
};

/** Actions already read of some territories, as an answer with its sentence. */
export function direTouchees(
  contexte: Contexte,
  equation: Equation,
  territoires: readonly Reference[],
  toutes: Touchees,
  restriction: Restriction = TOUTES,
  mois?: ParMois,
): Corps {
  const touchees = garder(toutes, restriction, equation);
  const noms = enumerer(territoires.map((t) => lieu(contexte, t.id)));
  const total = touchees.resultats.length;
  const { parPortee, apart } = touchees;
  const criteres = `${criteresEnMots(restriction)}${mois?.quand ?? ''}`;
  const dire: ADire = { noms, equation, territoires, criteres };
  if (total === 0) {
    const hors = territoires.map((t) => silenceTerritoire(contexte, t.id)).find((s) => s !== null);
    const phrase =
      hors === undefined || hors === null
        ? `${ancienNom(equation)}${phraseRien(contexte, dire, restriction, toutes)}`
        : `${hors.phrase}${phraseCitee(territoires, apart)}`;
    return muette(silence(hors?.motif ?? 'rien-trouve', phrase), { parPortee, apart });
  }
  const phrase = `${ancienNom(equation)}${phraseTouchees(dire, touchees)}${mois?.precision(touchees.resultats) ?? ''}${reserve(contexte, equation)}`;
  return { phrase, resultats: touchees.resultats, total, parPortee, apart };
}

interface ADire {
  readonly noms: string;
  readonly equation: Equation;
  readonly territoires: readonly Reference[];
  readonly criteres: string;
}

function garder(touchees: Touchees, restriction: Restriction, { portee }: Equation): Touchees {
  const { porteesExclues } = restriction;
  const gardees = [...touchees.resultats, ...touchees.apart].filter(
    (a) =>
      garde(restriction, a.id) &&
      (portee === undefined || a.portee === portee) &&
      !PORTEES.some((p) => p === a.portee && porteesExclues.has(p)),
  );
  return trier(gardees);
}

function phraseTouchees(
  { noms, equation, territoires, criteres }: ADire,
  { resultats, parPortee, apart }: Touchees,
): string {
  const label = labelDe(territoires[0]?.id ?? 'commune:');
  const presentes = PORTEES.filter((p) => parPortee[p] > 0);
  const parts = presentes.map((p) => `${parPortee[p]} ${enPortee(p, label)}`);
  const seule = presentes.length === 1 ? presentes[0] : undefined;
  const comment =
    seule === undefined
      ? ` : ${enumerer(parts)}`
      : `, ${resultats.length === 1 ? '' : 'toutes '}${enPortee(seule, label)}`;
  const touchent = resultats.length === 1 ? 'touche' : 'touchent';
  const compte = compter(resultats.length, 'action');
  return `${compte} ${touchent} ${noms}${quand(equation)}${criteres}${comment}.${phraseApart(apart)}`;
}

function phraseApart(apart: readonly ResultatAction[]): string {
  const citees = apart.filter((a) => a.portee === 'citee').length;
  const reservees = apart.length - citees;
  const parts = [
    ...(reservees > 0
      ? [
          `${reservees} ${reservees === 1 ? 'réservée' : 'réservées'} aux équipes d’un dispositif que rien de lu n’y dit déployé`,
        ]
      : []),
    ...(citees > 0
      ? [`${citees} qui ${citees === 1 ? 'cite' : 'citent'} ce territoire sans le toucher`]
      : []),
  ];
  return parts.length === 0 ? '' : ` À part, non comptées : ${enumerer(parts)}.`;
}

/** « Rennes est citée par 1 action, sans être touchée. » */
function phraseCitee(territoires: readonly Reference[], apart: readonly ResultatAction[]): string {
  const citees = apart.filter((a) => a.portee === 'citee').length;
  const [premier] = territoires;
  if (citees === 0 || premier === undefined) return '';
  return ` ${premier.libelle} est citée par ${compter(citees, 'action')}, sans être touchée.`;
}

function phraseRien(
  contexte: Contexte,
  { noms, equation, criteres, territoires }: ADire,
  restriction: Restriction,
  toutes: Touchees,
): string {
  const sans = toutes.resultats.length;
  const n = restriction.criteres.length + restriction.exclusions.length + (equation.portee ? 1 : 0);
  const portee =
    equation.portee === undefined
      ? ''
      : ` ${enPortee(equation.portee, labelDe(territoires[0]?.id ?? 'commune:'))}`;
  const suite =
    n > 0 && sans > 0
      ? ` Sans ${n === 1 ? 'ce critère' : 'ces critères'}, ${compter(sans, 'action')} ${sans === 1 ? 'touche' : 'touchent'} ${noms}.`
      : phraseCitee(territoires, toutes.apart) +
        phraseApart(toutes.apart.filter((a) => a.portee !== 'citee'));
  return `Aucune action ne touche ${noms}${portee}${quand(equation)}${criteres} ${dansDocuments(contexte)}.${suite}`;
}

/** « en 2012 », « de 2010 à 2012 », with a space before; nothing when no year is asked. */
export function quand({ annee }: Equation): string {
  if (annee === undefined) return '';
  return annee.debut === annee.fin ? ` en ${annee.debut}` : ` de ${annee.debut} à ${annee.fin}`;
}

/** Years asked that nothing covers, said beside an answer that rests on the others. */
export function reserve(contexte: Contexte, { annee }: Equation): string {
  if (annee === undefined || annee.debut === annee.fin) return '';
  if (anneesNonCouvertes(contexte, annee)) return '';
  const lues = anneesCouvertes(contexte).filter((a) => annee.debut <= a && a <= annee.fin);
  if (lues.length === annee.fin - annee.debut + 1) return '';
  const une = lues.length === 1;
  return ` De ces années, ${une ? 'seule' : 'seules'} ${enumerer(lues.map(String))} ${une ? 'est couverte' : 'sont couvertes'} par les documents lus.`;
}
