import type { RequeteRecherche } from '../../search/port.js';
import type { Contexte } from '../contexte.js';
import { compter } from '../francais.js';
import { documentsLus, silence, silenceAnnee } from '../silences.js';
import type { Lecture } from '../understand.js';
import { type Corps, muette } from './corps.js';

/** Results given with an answer; the search page has them all. */
const LIMITE = 20;
/** A longer period is no filter: « depuis 1977 » names no year. */
const ANNEES_MAX = 60;

/** Searches the texts with the words that carry weight. */
export async function repondreRecherche(contexte: Contexte, lecture: Lecture): Promise<Corps> {
  const nonCouverte = silenceAnnee(contexte, lecture.equation.annee);
  if (nonCouverte !== null) return muette(nonCouverte);
  const corps = await chercher(contexte, lecture, {});
  return { ...corps, equation: { ...lecture.equation, intention: 'recherche' } };
}

/** A search restricted to some types of things, as an answer. */
export async function chercher(
  contexte: Contexte,
  { recherche: mots, equation }: Lecture,
  filtres: RequeteRecherche['filtres'],
): Promise<Corps> {
  const demandes = mots.trim();
  if (demandes === '')
    return muette(silence('rien-trouve', 'La question ne contient aucun mot à chercher.'));
  const { total, resultats, suggestion } = await contexte.recherche.chercher({
    mots: demandes,
    limite: LIMITE,
    decalage: 0,
    filtres: { ...filtres, ...filtreAnnee(equation.annee) },
  });
  if (total === 0) {
    const aide = suggestion === undefined ? '' : ` Vouliez-vous dire « ${suggestion} » ?`;
    const phrase = `Rien trouvé pour « ${demandes} » dans ${documentsLus(contexte)}.${aide}`;
    return muette(silence('rien-trouve', phrase));
  }
  return { phrase: `${compter(total, 'résultat')} pour « ${demandes} ».`, resultats, total };
}

function filtreAnnee(
  annee: { readonly debut: number; readonly fin: number } | undefined,
): RequeteRecherche['filtres'] {
  if (annee === undefined || annee.fin - annee.debut > ANNEES_MAX) return {};
  const annees = Array.from(
    { length: annee.fin - annee.debut + 1 },
    (_, i) => `${annee.debut + i}`,
  );
  return { annee: annees };
}
