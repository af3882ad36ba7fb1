import { MaillageError } from '../../domain/errors.js';
import { CODES, PANNES } from './causes.js';

/** Turns an error of the driver into one that names the setting to change; `cause` keeps it. */
export function traduireErreurNeo4j(erreur: unknown, contexte: string): MaillageError {
  if (erreur instanceof MaillageError) return erreur;
  const code = codeOf(erreur);
  const dit = spoken(erreur);
  const connue =
    CODES.find(({ motif }) => motif.test(code)) ??
    PANNES.find(({ motif }) => motif.test(`${code} ${dit}`));
  if (connue === undefined || connue.genre === 'refus') {
    const { message, remede } = connue ?? INCONNUE;
    return new MaillageError('refus', `${contexte} : ${message} (${dit}).`, remede, {
      cause: erreur,
    });
  }
  const { genre, message, remede } = connue;
  return new MaillageError(genre, `${contexte} : ${message}.`, remede, { cause: erreur });
}

const INCONNUE = {
  message: 'erreur imprévue',
  remede: 'Signalez-la avec la commande ou l’adresse qui la donne.',
};

/** A relation whose end is no entity: nothing of its projection is kept. */
export function boutAbsent(id: string): MaillageError {
  return new MaillageError(
    'refus',
    `Une relation mène à « ${id} », qui n’est pas une entité du graphe.`,
    'Corrigez la règle qui écrit cette relation sans décrire ses deux bouts. Le graphe précédent reste en service.',
  );
}

function codeOf(erreur: unknown): string {
  return erreur instanceof Error && 'code' in erreur ? String(erreur.code) : '';
}

/** What it says, and what the error that made it says. */
function spoken(erreur: unknown): string {
  if (!(erreur instanceof Error)) return String(erreur);
  const { cause } = erreur;
  return cause instanceof Error ? `${erreur.message} ${cause.message}` : erreur.message;
}
