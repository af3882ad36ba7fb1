import { listerActions } from '../actions.js';
import { bornes } from '../bornes.js';
import type { Contexte } from '../contexte.js';
import { anneesCouvertes, anneesNonCouvertes } from '../couverture.js';
import { compter, enumerer } from '../francais.js';
import { lieu } from '../phrases.js';
import { nombre } from '../references.js';
import { criteresEnMots, type Restriction, restreindre } from '../restreindre.js';
import {
  aucunDocument,
  dansDocuments,
  silence,
  silenceAnnee,
  silenceLieuInconnu,
  silenceTerritoire,
} from '../silences.js';
import { lireTouchees, type Touchees, trier } from '../territoire.js';
import {
  type Equation,
  PORTEES,
  type Portee,
  type Reference,
  type ResultatAction,
} from '../types.js';
import type { Lecture } from '../understand.js';
import { ancienNom, type Corps, muette } from './corps.js';

/** Actions that touch a territory, by portée; or, without a territory, those that meet the criteria. */
export async function repondreActions(contexte: Contexte, lecture: Lecture): Promise<Corps> {
  const { equation, lieuInconnu } = lecture;
  const nonCouverte = silenceAnnee(contexte, equation.annee);
  if (nonCouverte !== null) return muette(nonCouverte);
  if (lieuInconnu !== null && lieuInconnu === equation.mots) {
    return muette(silenceLieuInconnu(contexte, lieuInconnu));
  }
  const restriction = await restreindre(contexte, equation);
  const territoires = territoiresDe(equation);
  return territoires.length === 0
    ? sansTerritoire(contexte, lecture, restriction)
    : surTerritoires(contexte, equation, territoires, restriction);
}

/** The territories of an equation: several communes, or the narrowest one named. */
export function territoiresDe(equation: Equation): readonly Reference[] {
  if (equation.communes !== undefined) return equation.communes;
  const un =
    equation.quartier ?? equation.commune ?? equation.intercommunalite ?? equation.departement;
  return un === undefined ? [] : [un];
}

async function surTerritoires(
  contexte: Contexte,
  equation: Equation,
  territoires: readonly Reference[],
  restriction: Restriction,
): Promise<Corps> {
  const lues = await Promise.all(
    territoires.map((t) => lireTouchees(contexte, t.id, bornes(equation.annee))),
  );
  return direTouchees(contexte, equation, territoires, communes(lues), restriction);
}

/** Actions already read of some territories, as an answer with its sentence. */
export function direTouchees(
  contexte: Contexte,
  equation: Equation,
  territoires: readonly Reference[],
  toutes: Touchees,
  restriction: Restriction = { actions: null, criteres: [] },
): Corps {
  const touchees = garder(toutes, restriction);
  const noms = enumerer(territoires.map((t) => lieu(contexte, t.id)));
  const total = touchees.resultats.length;
  const { parPortee, apart } = touchees;
  if (total === 0) {
    const hors = territoires.map((t) => silenceTerritoire(contexte, t.id)).find((s) => s !== null);
    const phrase = `${ancienNom(equation)}${phraseRien(contexte, noms, equation, restriction, toutes)}`;
    return muette(hors ?? silence('rien-trouve', phrase), { parPortee, apart });
  }
  const phrase = `${ancienNom(equation)}${phraseTouchees(noms, equation, restriction, touchees)}${reserve(contexte, equation)}`;
  return { phrase, resultats: touchees.resultats, total, parPortee, apart };
}

/** Of several territories, the actions that touch each of them. */
function communes(lues: readonly Touchees[]): Touchees {
  const [premiere, ...autres] = lues;
  const dans = (action: ResultatAction): boolean =>
    autres.every((t) => t.resultats.some((a) => a.id === action.id));
  return trier([
    ...(premiere?.resultats.filter(dans) ?? []),
    ...(lues.length === 1 ? (premiere?.apart ?? []) : []),
  ]);
}

function garder(touchees: Touchees, { actions }: Restriction): Touchees {
  if (actions === null) return touchees;
  return trier([...touchees.resultats, ...touchees.apart].filter((a) => actions.has(a.id)));
}

const PAR: Readonly<Record<Portee, string>> = {
  nommee: 'où il est nommé',
  quartier: 'par un quartier',
  groupement: 'par un groupement de communes',
  dispositif: 'par un dispositif',
  departement: 'par le département',
};

function phraseTouchees(
  noms: string,
  equation: Equation,
  restriction: Restriction,
  { resultats, parPortee, apart }: Touchees,
): string {
  const parts = PORTEES.filter((p) => parPortee[p] > 0).map((p) =>
    p === 'nommee' ? `${parPortee[p]} nommément` : `${parPortee[p]} ${PAR[p]}`,
  );
  const touchent = resultats.length === 1 ? 'touche' : 'touchent';
  const compte = compter(resultats.length, 'action');
  return `${compte} ${touchent} ${noms}${quand(equation)}${criteresEnMots(restriction)} : ${enumerer(parts)}.${phraseApart(apart)}`;
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

function phraseRien(
  contexte: Contexte,
  noms: string,
  equation: Equation,
  restriction: Restriction,
  toutes: Touchees,
): string {
  const sans = toutes.resultats.length;
  const suite =
    restriction.criteres.length > 0 && sans > 0
      ? ` Sans ${restriction.criteres.length === 1 ? 'ce critère' : 'ces critères'}, ${compter(sans, 'action')} ${sans === 1 ? 'touche' : 'touchent'} ${noms}.`
      : phraseApart(toutes.apart);
  return `Aucune action ne touche ${noms}${quand(equation)}${criteresEnMots(restriction)} ${dansDocuments(contexte)}.${suite}`;
}

/** « en 2012 », « de 2010 à 2012 », with a space before; nothing when no year is asked. */
export function quand({ annee }: Equation): string {
  if (annee === undefined) return '';
  return annee.debut === annee.fin ? ` en ${annee.debut}` : ` de ${annee.debut} à ${annee.fin}`;
}

/** Years asked that nothing covers, said beside an answer that rests on the others. */
function reserve(contexte: Contexte, { annee }: Equation): string {
  if (annee === undefined || annee.debut === annee.fin) return '';
  if (anneesNonCouvertes(contexte, annee)) return '';
  const lues = anneesCouvertes(contexte).filter((a) => annee.debut <= a && a <= annee.fin);
  if (lues.length === annee.fin - annee.debut + 1) return '';
  const une = lues.length === 1;
  return ` De ces années, ${une ? 'seule' : 'seules'} ${enumerer(lues.map(String))} ${une ? 'est couverte' : 'sont couvertes'} par les documents lus.`;
}

async function sansTerritoire(
  contexte: Contexte,
  lecture: Lecture,
  restriction: Restriction,
): Promise<Corps> {
  const { equation } = lecture;
  const { anneeMin, anneeMax } = bornes(equation.annee);
  const ids = restriction.actions ?? contexte.tous('Action').map((a) => a.id);
  const gardees = [...contexte.entites(ids).values()].filter((a) => {
    const annee = nombre(a, 'annee') ?? anneeMin;
    return anneeMin <= annee && annee <= anneeMax;
  });
  const resultats = listerActions(
    contexte,
    gardees.map((a) => a.id),
  );
  const total = resultats.length;
  const criteres = criteresEnMots(restriction);
  if (total > 0 && restriction.actions !== null) await parMots(contexte, lecture, resultats);
  if (total === 0) {
    const phrase = `${aucunDocument(contexte)} prévoit ${contexte.documents().size === 1 ? 'aucune action' : 'd’action'}${criteres}${quand(equation)}.`;
    return muette(silence('rien-trouve', phrase));
  }
  const trouvees = total === 1 ? 'trouvée' : 'trouvées';
  const phrase = `${compter(total, 'action')} ${trouvees}${criteres}${quand(equation)}.${reserve(contexte, equation)}`;
  return { phrase, resultats, total };
}

const RANGS_LUS = 200;

/** Puts first the actions that say the words asked: « décrochage scolaire » is of a wider theme. */
async function parMots(
  { recherche }: Contexte,
  { recherche: mots }: Lecture,
  actions: ResultatAction[],
): Promise<void> {
  const { resultats } = await recherche.chercher({
    mots: `${mots} `,
    limite: RANGS_LUS,
    decalage: 0,
    filtres: { type: ['Action'] },
  });
  const rangs = new Map(resultats.map((r, i) => [r.id, i]));
  const rang = (a: ResultatAction): number => rangs.get(a.id) ?? RANGS_LUS;
  actions.sort((a, b) => rang(a) - rang(b));
}
