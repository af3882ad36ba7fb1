import { listerActions } from '../actions.js';
import { bornes } from '../bornes.js';
import type { Contexte } from '../contexte.js';
import { compter } from '../francais.js';
import { nombre } from '../references.js';
import { criteresEnMots, garde, type Restriction, restreindre } from '../restreindre.js';
import { aucunDocument, silence, silenceAnnee, silenceLieuInconnu } from '../silences.js';
import { lireTouchees, type Touchees, trier } from '../territoire.js';
import type { Equation, Portee, Reference, ResultatAction } from '../types.js';
import type { Lecture } from '../understand.js';
import { type Corps, muette, sansTenirCompte } from './corps.js';
import { type ParMois, parMois } from './parMois.js';
import { direTouchees, quand, reserve } from './touchees.js';

/** Actions that touch a territory, by portée; or, without a territory, those that meet the criteria. */
export async function repondreActions(contexte: Contexte, lecture: Lecture): Promise<Corps> {
  const { equation, lieuInconnu, sujets } = lecture;
  const nonCouverte = silenceAnnee(contexte, equation.annee);
  if (nonCouverte !== null) return muette(nonCouverte);
  if (lieuInconnu !== null && lieuInconnu === equation.mots) {
    return muette(silenceLieuInconnu(contexte, lieuInconnu));
  }
  const territoires = territoiresDe(equation);
  const touchees =
    territoires.length === 0 ? null : await lireToutes(contexte, territoires, equation);
  const dans =
    touchees === null ? null : new Set([...touchees.resultats, ...touchees.apart].map((a) => a.id));
  const restriction = await restreindre(contexte, equation, sujets, dans);
  const mois = parMois(contexte, lecture.mois, equation.periode);
  const corps =
    touchees === null
      ? await sansTerritoire(contexte, lecture, restriction, mois)
      : direTouchees(contexte, equation, territoires, mois.garder(touchees), restriction, mois);
  return sansTenirCompte(corps, restriction.ignores);
}

/** The territories of an equation: several communes, or the narrowest one named. */
export function territoiresDe(equation: Equation): readonly Reference[] {
  if (equation.communes !== undefined) return equation.communes;
  const un =
    equation.quartier ?? equation.commune ?? equation.intercommunalite ?? equation.departement;
  return un === undefined ? [] : [un];
}

async function lireToutes(
  contexte: Contexte,
  territoires: readonly Reference[],
  { annee }: Equation,
): Promise<Touchees> {
  const lues = await Promise.all(
    territoires.map((t) => lireTouchees(contexte, t.id, bornes(annee))),
  );
  return ensemble(lues);
}

/** Of several territories, the actions that touch each of them. */
function ensemble(lues: readonly Touchees[]): Touchees {
  const [premiere, ...autres] = lues;
  const dans = (action: ResultatAction): boolean =>
    autres.every((t) => t.resultats.some((a) => a.id === action.id));
  return trier([
    ...(premiere?.resultats.filter(dans) ?? []),
    ...(lues.length === 1 ? (premiere?.apart ?? []) : []),
  ]);
}

async function sansTerritoire(
  contexte: Contexte,
  lecture: Lecture,
  restriction: Restriction,
  mois: ParMois,
): Promise<Corps> {
  const { equation } = lecture;
  const { anneeMin, anneeMax } = bornes(equation.annee);
  const ids = restriction.actions ?? contexte.tous('Action').map((a) => a.id);
  const visees = parPorteeSeule(contexte, equation, restriction);
  const gardees = [...contexte.entites(ids).values()].filter((a) => {
    const annee = nombre(a, 'annee') ?? anneeMin;
    return anneeMin <= annee && annee <= anneeMax && garde(restriction, a.id) && visees(a.id);
  });
  const toutes = listerActions(
    contexte,
    gardees.map((a) => a.id),
  );
  const resultats = mois.ordonner(toutes);
  const total = resultats.length;
  const criteres = `${criteresEnMots(restriction)}${mois.quand}`;
  if (total > 0 && restriction.actions !== null && !mois.demande) {
    await parMots(contexte, lecture, resultats);
  }
  if (total === 0) {
    const phrase = `${aucunDocument(contexte)} prévoit ${contexte.documents().size === 1 ? 'aucune action' : 'd’action'}${criteres}${quand(equation)}.`;
    return muette(silence('rien-trouve', phrase));
  }
  const trouvees = total === 1 ? 'trouvée' : 'trouvées';
  const phrase = `${compter(total, 'action')} ${trouvees}${criteres}${quand(equation)}.${mois.precision(toutes)}${reserve(contexte, equation)}`;
  return { phrase, resultats, total };
}

const LABELS_PORTEES: Partial<Readonly<Record<Portee, string>>> = {
  nommee: 'Commune',
  quartier: 'Quartier',
  groupement: 'Intercommunalite',
  departement: 'Departement',
};

/** Without a territory, a portée is the kind of what the action touches. */
function parPorteeSeule(
  contexte: Contexte,
  { portee }: Equation,
  { porteesExclues }: Restriction,
): (action: string) => boolean {
  const touchant = (p: Portee): ReadonlySet<string> => {
    const relations = contexte.faits.relations({ type: 'TOUCHE' });
    const vers = contexte.entites(relations.map((r) => r.vers));
    const siennes = relations.filter((r) => vers.get(r.vers)?.type === LABELS_PORTEES[p]);
    return new Set(siennes.map((r) => r.de));
  };
  const voulues = portee === undefined ? null : touchant(portee);
  const exclues = [...porteesExclues].map(touchant);
  return (id) => (voulues?.has(id) ?? true) && exclues.every((e) => !e.has(id));
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
