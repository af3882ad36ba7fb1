import { MaillageError } from '../../domain/errors.js';

/** Codes and messages of the server, and what a person does about each; the first that matches wins. */
const CAUSES: readonly (readonly [RegExp, MaillageError['genre'], string, string])[] = [
  [
    /Security\.(Unauthorized|AuthenticationRateLimit|CredentialsExpired|TokenExpired)/,
    'indisponible',
    'Neo4j refuse le nom ou le mot de passe',
    'Corrigez NEO4J_USERNAME et NEO4J_PASSWORD.',
  ],
  [
    /Security\.Forbidden|AccessMode/,
    'indisponible',
    'le compte Neo4j n’a pas les droits nécessaires',
    'Donnez au compte NEO4J_USERNAME le droit d’écrire et de créer des contraintes, ou prenez-en un autre.',
  ],
  [
    /Database\.DatabaseNotFound|DatabaseUnavailable/,
    'indisponible',
    'la base Neo4j demandée n’existe pas ou est arrêtée',
    'Corrigez NEO4J_DATABASE (« neo4j » d’ordinaire).',
  ],
  [
    /No space left|disk is full|DiskFull|General\.(OutOfDiskSpace|DatabaseUnavailable)/i,
    'indisponible',
    'le disque du serveur Neo4j est plein',
    'Libérez de la place sur le serveur (server.directories.data), puis relancez.',
  ],
  [
    /MemoryPoolOutOfMemory|OutOfMemory|TransactionOutOfMemory/,
    'indisponible',
    'le serveur Neo4j manque de mémoire',
    'Augmentez server.memory.heap.max_size ou dbms.memory.transaction.total.max sur le serveur.',
  ],
  [
    /TransactionTimedOut|TransactionTerminated|LockClientStopped/,
    'indisponible',
    'Neo4j a mis trop de temps à répondre',
    'Réessayez ; si cela dure, regardez la charge du serveur.',
  ],
  [
    /ServiceUnavailable|SessionExpired|ECONNREFUSED|ENOTFOUND|ETIMEDOUT|Could not perform discovery|Connection.*(closed|acquisition|timed out)/i,
    'indisponible',
    'Neo4j ne répond pas',
    'Vérifiez que le serveur est démarré et que NEO4J_URI le désigne.',
  ],
  [
    /protocol|handshake|unsupported/i,
    'indisponible',
    'la version du serveur Neo4j n’est pas comprise',
    'Installez Neo4j 5 (5.26 LTS) ou plus récent.',
  ],
];

/** Turns an error of the driver into one that names the setting to change; `cause` keeps it. */
export function traduireErreurNeo4j(erreur: unknown, contexte: string): MaillageError {
  if (erreur instanceof MaillageError) return erreur;
  const texte = raison(erreur);
  const connue = CAUSES.find(([motif]) => motif.test(texte));
  if (connue !== undefined) {
    const [, genre, message, remede] = connue;
    return new MaillageError(genre, `${contexte} : ${message}.`, remede, { cause: erreur });
  }
  return new MaillageError(
    'refus',
    `${contexte} : ${erreur instanceof Error ? erreur.message : texte}`,
    'Corrigez la requête du livre queries/ ou les paramètres donnés.',
    { cause: erreur },
  );
}

/** A relation whose end is no entity: nothing of its projection is kept. */
export function boutAbsent(id: string): MaillageError {
  return new MaillageError(
    'refus',
    `Une relation mène à « ${id} », qui n’est pas une entité du graphe.`,
    'Corrigez la règle qui écrit cette relation sans décrire ses deux bouts. Le graphe précédent reste en service.',
  );
}

function raison(erreur: unknown): string {
  if (!(erreur instanceof Error)) return String(erreur);
  const code = 'code' in erreur ? String(erreur.code) : '';
  const cause = erreur.cause instanceof Error ? erreur.cause.message : '';
  return `${erreur.name} ${code} ${erreur.message} ${cause}`;
}
