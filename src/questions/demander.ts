import { MaillageError } from '../domain/errors.js';
import type { Contexte } from './contexte.js';
import { couverture } from './couverture.js';
import { repondreActions } from './reponses/actions.js';
import { repondreComptage } from './reponses/comptage.js';
import type { Repondre } from './reponses/corps.js';
import { repondreDefinition } from './reponses/definition.js';
import { repondreDeploiement } from './reponses/deploiement.js';
import { repondreDocuments } from './reponses/documents.js';
import { repondreIntervenants } from './reponses/intervenants.js';
import { repondreLiens } from './reponses/liens.js';
import { repondreRecherche } from './reponses/recherche.js';
import type { Intention, Reponse } from './types.js';
import { understand } from './understand.js';

const REPONSES: Readonly<Record<Intention, Repondre>> = {
  actions: repondreActions,
  comptage: repondreComptage,
  comparaison: repondreRecherche,
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
  const { equation = lecture.equation, ...corps } = await REPONSES[lecture.equation.intention](
    contexte,
    lecture,
  );
  return { question, equation, ...corps, couverture: couverture(contexte, equation.annee ?? null) };
}
