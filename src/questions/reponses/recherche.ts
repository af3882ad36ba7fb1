import type { RequeteRecherche } from '../../search/port.js';
import type { Contexte } from '../contexte.js';
import { compter, enumerer } from '../francais.js';
import { situerResultats } from '../lieuxResultats.js';
import { documentsLus, silence, silenceAnnee } from '../silences.js';
import type { Lecture } from '../understand.js';
import { type Corps, muette } from './corps.js';

/** Results given with an answer; the search page has them all. */
const LIMITE = 20;
/** Results that have less than this of what was asked, the rarer words weighing more, answer something else: all words known, or not. */
const PART_MIN = { connus: 0.5, absents: 0.75 } as const;
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
  const {
    total,
    resultats: bruts,
    suggestion,
    elargie,
    part = 1,
    absents,
  } = await contexte.recherche.chercher({
    mots: demandes,
    limite: LIMITE,
    decalage: 0,
    filtres: { ...filtres, ...filtreAnnee(equation.annee) },
  });
  const resultats = situerResultats(contexte.faits, bruts);
  if (total === 0) {
    const aide = suggestion === undefined ? '' : ` Vouliez-vous dire « ${suggestion} » ?`;
    const phrase = `Rien trouvé pour « ${demandes} » dans ${documentsLus(contexte)}.${aide}`;
    return muette(silence('rien-trouve', phrase));
  }
  const quoi = `« ${demandes} »`;
  if (elargie === true && part < PART_MIN[absents === undefined ? 'connus' : 'absents']) {
    const manque =
      absents === undefined
        ? `aucun des textes lus n’a tous ces mots`
        : `aucun des textes lus ne contient ${enumerer(absents.map((m) => `« ${m} »`))}`;
    const phrase = `Rien trouvé sur ${quoi} dans ${documentsLus(contexte)} : ${manque}.`;
    return muette(silence('rien-trouve', phrase), { proches: resultats });
  }
  const comment = elargie === true && part < 1 ? `une partie des mots de ${quoi}` : quoi;
  const nombre = `${compter(total, 'résultat')} pour ${comment}`;
  // the lists of the seeds name what no document says
  const phrase = resultats.every((r) => r.document === null)
    ? `Aucun des textes lus n’en parle. Dans les référentiels : ${nombre}.`
    : `${nombre}.`;
  return { phrase, resultats, total };
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
