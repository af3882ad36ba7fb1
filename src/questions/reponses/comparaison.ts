import {
  comparer,
  direEcart,
  natureDe,
  paires,
  programmePrecedent,
  programmesDe,
} from '../comparaison.js';
import type { Contexte } from '../contexte.js';
import { anneesCouvertes } from '../couverture.js';
import { enumerer } from '../francais.js';
import { nombre } from '../references.js';
import { criteresEnMots, garde, restreindre } from '../restreindre.js';
import { silence, silenceAnnee } from '../silences.js';
import type { Equation, Nature } from '../types.js';
import type { Lecture } from '../understand.js';
import { type Corps, muette, sansTenirCompte } from './corps.js';
import { actionsDe } from './intervenants.js';

/** Words that ask for one part of a comparison. Folded question. */
const PARTIES: readonly (readonly [RegExp, readonly Nature[]])[] = [
  [
    /\b(nouvelles? actions?|actions? nouvelles?|nouveautes?|de (neuf|nouveau)|nouveaux? themes?)\b/,
    ['nouvelle'],
  ],
  [
    /\b(dispar\w*|supprim\w*|abandonn\w*|arret\w*|plus (la|reconduit\w*|propos\w*))\b/,
    ['disparue'],
  ],
  [
    /\b(reconduit\w*|poursuiv\w*|poursuit|poursuivi\w*|repris\w*|continu\w*|maintenu\w*)\b/,
    ['identique', 'modifiee'],
  ],
];

/** What became of the actions of a year's programme in a later one: two years asked, or one and the programme before it. */
export async function repondreComparaison(contexte: Contexte, lecture: Lecture): Promise<Corps> {
  const { equation } = lecture;
  const nonCouverte = silenceAnnee(contexte, equation.annee);
  if (nonCouverte !== null) return muette(nonCouverte);
  const annees = anneesComparees(contexte, equation);
  if (annees === null) return muette(silence('non-traite', DEUX_ANNEES));
  const [debut, fin] = annees;
  const [anciens, nouveaux] = [programmesDe(contexte, debut), programmesDe(contexte, fin)];
  const absente = anciens.length === 0 ? debut : nouveaux.length === 0 ? fin : null;
  if (absente !== null)
    return muette(silence('annee-non-couverte', sansProgramme(contexte, absente)));
  const retenues = paires(contexte, anciens, nouveaux);
  if (retenues.length === 0) return muette(silence('rien-trouve', AUCUNE_SUITE(debut, fin)));
  const dans = await actionsDe(contexte, { ...equation, annee: { debut, fin } });
  const restriction = await restreindre(contexte, sansAnnee(equation), lecture.sujets, dans);
  const natures = PARTIES.find(([motif]) => motif.test(lecture.plie))?.[1] ?? null;
  // an action that has left the theme or the place asked has changed, it has not vanished
  const retient = (id: string | undefined): boolean =>
    id !== undefined && dans.has(id) && garde(restriction, id);
  const ecarts = retenues.map(([a, b]) => {
    const ecart = comparer(contexte, a, b);
    const gardees = ecart.actions.filter((x) => retient(x.id) || retient(x.avant?.id));
    return { ...ecart, actions: gardees };
  });
  const resultats = ecarts
    .flatMap((e) => e.actions)
    .filter((a) => natures === null || natures.includes(natureDe(a)));
  const criteres = criteresEnMots(restriction);
  const phrase = ecarts.map((e) => direEcart(e, criteres)).join(' ');
  return sansTenirCompte({ phrase, resultats, total: resultats.length }, restriction.ignores);
}

const DEUX_ANNEES =
  'Une comparaison demande deux années : par exemple « comparer les programmes 2011 et 2012 ».';
const AUCUNE_SUITE = (debut: number, fin: number): string =>
  `Plusieurs programmes ont été lus pour ${debut} ou ${fin}, et rien ne dit lesquels se suivent : comparez-les deux à deux depuis leur page.`;

/** The two years; of one alone, it and the one of the programme before. */
function anneesComparees(
  contexte: Contexte,
  { annee }: Equation,
): readonly [number, number] | null {
  const lues = anneesCouvertes(contexte);
  const fin = annee?.fin ?? lues.at(-1);
  if (fin === undefined) return null;
  if (annee !== undefined && annee.debut !== annee.fin) return [annee.debut, annee.fin];
  const precedents = programmesDe(contexte, fin).flatMap((p) => {
    const id = programmePrecedent(contexte, p.id);
    return id === null ? [] : (nombre(contexte.entites([id]).get(id), 'annee') ?? []);
  });
  const debut = precedents[0] ?? lues.filter((a) => a < fin).at(-1);
  return debut === undefined ? null : [debut, fin];
}

function sansAnnee({ annee, ...reste }: Equation): Equation {
  return reste;
}

function sansProgramme(contexte: Contexte, annee: number): string {
  const lues = [
    ...new Set(contexte.tous('Programme').flatMap((p) => nombre(p, 'annee') ?? [])),
  ].sort((a, b) => a - b);
  const lus =
    lues.length === 0
      ? 'Aucun programme n’a été lu.'
      : `Programmes lus : ${enumerer(lues.map(String))}.`;
  return `Aucun programme de ${annee} n’a été lu : la comparaison n’est pas possible. ${lus}`;
}
