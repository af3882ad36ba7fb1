import type { Contexte } from '../contexte.js';
import type { Annees } from '../couverture.js';
import { lireDeploiement } from '../deploiement.js';
import { compter, enumerer } from '../francais.js';
import { type LiensDispositifs, lireLiens } from '../liens.js';
import { nomCourt } from '../references.js';
import { aucunDocument, phraseDeploiementInconnu, silence, silenceAnnee } from '../silences.js';
import type { Lecture } from '../understand.js';
import { repondreActions } from './actions.js';
import { type Corps, muette, nonUtilises, sansTenirCompte } from './corps.js';

/** How two things are linked: two dispositifs, or two communes by the actions that touch both. */
export async function repondreLiens(contexte: Contexte, lecture: Lecture): Promise<Corps> {
  const { equation } = lecture;
  const [a, b] = equation.dispositifs ?? [];
  if (a === undefined || b === undefined) return repondreActions(contexte, lecture);
  const nonCouverte = silenceAnnee(contexte, equation.annee);
  if (nonCouverte !== null) return muette(nonCouverte);
  const corps = await liensDispositifs(contexte, a.id, b.id, equation.annee ?? null);
  const autres = (equation.dispositifs ?? []).slice(2).map((d) => nomCourt(contexte, d.id));
  return sansTenirCompte(corps, [...autres, ...nonUtilises(equation, ['dispositifs', 'annee'])]);
}

/** Links between two dispositifs, as an answer: actions, then communes, then people; nothing invented. */
export async function liensDispositifs(
  contexte: Contexte,
  a: string,
  b: string,
  annee: Annees | null = null,
): Promise<Corps> {
  const liens = await lireLiens(contexte, a, b, annee);
  const resultats = [...liens.actions, ...liens.communes, ...liens.intervenants];
  const inconnus = await sansDeploiement(contexte, [a, b]);
  const deploiements = inconnus.map((d) => phraseDeploiementInconnu(contexte, d)).join(' ');
  if (resultats.length === 0) {
    const phrase = `${aucunDocument(contexte)} fait ${contexte.documents().size === 1 ? 'pas ' : ''}le lien entre ${nomCourt(contexte, a)} et ${nomCourt(contexte, b)}.`;
    return muette(silence('rien-trouve', joindre(phrase, deploiements)));
  }
  const phrase = joindre(phraseLiens(contexte, a, b, liens, inconnus.length > 0), deploiements);
  return { phrase, resultats, total: resultats.length };
}

async function sansDeploiement(contexte: Contexte, ids: readonly string[]): Promise<string[]> {
  const listes = await Promise.all(ids.map((id) => lireDeploiement(contexte, id, null)));
  return ids.filter((_, i) => listes[i]?.length === 0);
}

function joindre(...phrases: readonly string[]): string {
  return phrases.filter((p) => p !== '').join(' ');
}

function phraseLiens(
  contexte: Contexte,
  a: string,
  b: string,
  { actions, communes, intervenants }: LiensDispositifs,
  inconnu: boolean,
): string {
  const aussi = communes.filter((l) => l.url?.startsWith('/communes/') === true).length;
  const epci = communes.length - aussi;
  const parts = [
    actions.length === 0 ? 'aucune action' : compter(actions.length, 'action'),
    // Where a deployment is not known, « 0 commune » would say more than the documents do.
    ...(inconnu || (aussi === 0 && epci > 0)
      ? []
      : [
          `${aussi === 0 ? 'aucune commune' : compter(aussi, 'commune')} où les deux sont déployés`,
        ]),
    ...(epci > 0 ? [`${compter(epci, 'intercommunalité')} où les deux sont déployés`] : []),
    ...(intervenants.length > 0
      ? [compter(intervenants.length, 'intervenant commun', 'intervenants communs')]
      : []),
  ];
  return `Entre ${nomCourt(contexte, a)} et ${nomCourt(contexte, b)} : ${enumerer(parts)}.`;
}
