import { MaillageError } from '../../domain/errors.js';

/** The graph file cannot be opened or read: absent, damaged, of another version of the engine. */
export function unreadable(dossier: string, cause: unknown): MaillageError {
  return new MaillageError(
    'indisponible',
    `Le graphe de « ${dossier} » ne peut pas être lu.`,
    'Reconstruisez-le avec « maillage rebuild » : il se refait en entier à partir des faits.',
    { cause },
  );
}

/** The engine refused a question of the book: its text is wrong, or a parameter is not of its type. */
export function refusedQuestion(question: string, cause: unknown): MaillageError {
  return new MaillageError(
    'refus',
    `Le graphe refuse la question « ${question} » : ${reason(cause)}`,
    `Corrigez « queries/${question}.cypher » ou les paramètres donnés.`,
    { cause },
  );
}

/** A projection that failed; the previous generation is still current. */
export function refusedProjection(cause: unknown): MaillageError {
  if (cause instanceof MaillageError) return cause;
  const absente = /Unable to find primary key value (.+?)\.?$/.exec(reason(cause))?.[1];
  return new MaillageError(
    'refus',
    absente === undefined
      ? `Le graphe n’a pas pu être écrit : ${reason(cause)}`
      : `Une relation mène à « ${absente} », qui n’est pas une entité du graphe.`,
    absente === undefined
      ? 'Vérifiez la place libre et les droits du dossier, puis relancez « maillage rebuild ». Le graphe précédent reste en service.'
      : 'Corrigez la règle qui écrit cette relation sans décrire ses deux bouts. Le graphe précédent reste en service.',
    { cause },
  );
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
