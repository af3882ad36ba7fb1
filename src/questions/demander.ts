import { MaillageError } from '../domain/errors.js';
import type { Contexte } from './contexte.js';
import { couverture } from './couverture.js';
import { repondreActions } from './reponses/actions.js';
import { demandeDesAppartenances, repondreAppartenances } from './reponses/appartenances.js';
import { repondreComparaison } from './reponses/comparaison.js';
import { repondreComptage } from './reponses/comptage.js';
import { type Repondre, sansTenirCompte } from './reponses/corps.js';
import { repondreDefinition } from './reponses/definition.js';
import { repondreDeploiement } from './reponses/deploiement.js';
import { repondreDocuments } from './reponses/documents.js';
import { enumeration } from './reponses/enumeration.js';
import { repondreIntervenants } from './reponses/intervenants.js';
import { repondreLiens } from './reponses/liens.js';
import { demandeDesMembres, repondreMembres } from './reponses/membres.js';
import { repondreRecherche } from './reponses/recherche.js';
import { repondreRefus } from './reponses/refus.js';
import type { Intention, Reponse } from './types.js';
import { type Lecture, understand } from './understand.js';

const REPONSES: Readonly<Record<Intention, Repondre>> = {
  actions: repondreActions,
  comptage: repondreComptage,
  comparaison: repondreComparaison,
  definition: repondreDefinition,
  deploiement: repondreDeploiement,
  documents: repondreDocuments,
  intervenants: repondreIntervenants,
  liens: repondreLiens,
  recherche: repondreRecherche,
};

/** A longer text is no question. */
const LONGUEUR_MAX = 1000;

/**
 * Answers a question asked in French.
 * @throws MaillageError `usage` when there is nothing to answer
 */
export async function demander(
  contexte: Contexte,
  question: string,
  maintenant: Date,
): Promise<Reponse> {
  const posee = question.trim();
  if (posee === '' || posee.length > LONGUEUR_MAX) {
    throw new MaillageError(
      'usage',
      posee === '' ? 'La question est vide.' : `La question dépasse ${LONGUEUR_MAX} caractères.`,
      'Posez une question courte, par exemple : « Quelles actions touchent Persan ? »',
    );
  }
  const lecture = understand(contexte, posee, maintenant.getFullYear());
  const repondre = lecture.negationNonLue === null ? choisir(lecture) : repondreRefus;
  const { equation = lecture.equation, ...corps } = await repondre(contexte, lecture);
  return {
    question,
    equation,
    ...sansTenirCompte(corps, lecture.incompris),
    couverture: couverture(contexte, equation.annee ?? null),
  };
}

function choisir(lecture: Lecture): Repondre {
  if (demandeDesMembres(lecture)) return repondreMembres;
  if (demandeDesAppartenances(lecture)) return repondreAppartenances;
  return enumeration(lecture) ?? REPONSES[lecture.equation.intention];
}
