import type { MaillageError } from '../../domain/errors.js';

/** What a code or a message of the server says to a person, and what they do about it. */
export interface Cause {
  readonly motif: RegExp;
  readonly genre: MaillageError['genre'];
  readonly message: string;
  readonly remede: string;
}

/** Refused by the server for what we asked, whatever its words: their text may hold any word. */
export const CODES: readonly Cause[] = [
  {
    motif: /Schema\.Constraint(Creation|Validation)Failed/,
    genre: 'refus',
    message:
      'la base Neo4j tient déjà, venu d’ailleurs, un nœud ou une relation du même identifiant',
    remede: 'Donnez à Maillage une base à lui (NEO4J_DATABASE), ou retirez-y ces doublons.',
  },
  {
    motif: /ClientError\.(Statement|Schema|Procedure)\./,
    genre: 'refus',
    message: 'le serveur Neo4j refuse la requête',
    remede: 'Corrigez la requête du livre queries/ ou les paramètres donnés.',
  },
];

/** Faults of the server, of the way to it or of the account; the first that matches the code or the message wins. */
export const PANNES: readonly Cause[] = [
  {
    motif: /Security\.(Unauthorized|AuthenticationRateLimit|CredentialsExpired|TokenExpired)/,
    genre: 'indisponible',
    message: 'Neo4j refuse le nom ou le mot de passe',
    remede: 'Corrigez NEO4J_USERNAME et NEO4J_PASSWORD.',
  },
  {
    motif: /Security\.Forbidden|WriteOnReadOnlyAccess/,
    genre: 'indisponible',
    message: 'le compte Neo4j n’a pas les droits nécessaires',
    remede:
      'Donnez au compte NEO4J_USERNAME le droit d’écrire et de créer des contraintes, ou prenez-en un autre.',
  },
  {
    // what 5.26 says of a full disk names no disk: it cannot append to its log, then wants to be restarted
    motif:
      /TransactionLogError|TransactionCommitFailed|critical error, and needs to be restarted|No space left/,
    genre: 'indisponible',
    message: 'le serveur Neo4j ne peut plus écrire, d’ordinaire parce que son disque est plein',
    remede:
      'Sur le serveur, libérez de la place là où est server.directories.data, redémarrez Neo4j, puis relancez.',
  },
  {
    motif: /Database\.DatabaseNotFound|DatabaseUnavailable/,
    genre: 'indisponible',
    message: 'la base Neo4j demandée n’existe pas ou est arrêtée',
    remede:
      'Corrigez NEO4J_DATABASE (« neo4j » d’ordinaire) ; si elle existe, le journal du serveur dit pourquoi elle s’est arrêtée.',
  },
  {
    motif: /OutOfMemory/,
    genre: 'indisponible',
    message: 'le serveur Neo4j manque de mémoire',
    remede:
      'Augmentez server.memory.heap.max_size ou dbms.memory.transaction.total.max sur le serveur.',
  },
  {
    motif: /TransactionTimedOut|TransactionTerminated|LockClientStopped|DeadlockDetected/,
    genre: 'indisponible',
    message: 'Neo4j a mis trop de temps à répondre',
    remede: 'Réessayez ; si cela dure, regardez la charge du serveur.',
  },
  {
    motif:
      /ServiceUnavailable|SessionExpired|ECONNREFUSED|ENOTFOUND|ETIMEDOUT|Could not perform discovery|Connection.*(closed|acquisition|timed out)/i,
    genre: 'indisponible',
    message: 'Neo4j ne répond pas',
    remede: 'Vérifiez que le serveur est démarré et que NEO4J_URI le désigne.',
  },
  {
    motif: /responded HTTP|protocol|handshake|unsupported/i,
    genre: 'indisponible',
    message: 'ce qui répond n’est pas un serveur Neo4j d’une version comprise',
    remede: 'Donnez dans NEO4J_URI l’adresse d’un serveur Neo4j 5 (5.26 LTS) ou plus récent.',
  },
  {
    motif: /Neo\.(Transient|Database)Error/,
    genre: 'indisponible',
    message: 'le serveur Neo4j est en défaut',
    remede: 'Réessayez ; si cela dure, le journal du serveur (logs/debug.log) dit pourquoi.',
  },
];
