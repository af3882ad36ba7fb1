import {
  MeilisearchApiError,
  MeilisearchRequestError,
  MeilisearchRequestTimeOutError,
} from 'meilisearch';
import { MaillageError } from '../../domain/errors.js';

/** What one asked of the server: the remedy for a refused key depends on it. */
export type Role = 'lecture' | 'ecriture';

/** Oldest version of the server that the engine is tested on. */
export const VERSION_MINIMALE = [1, 50] as const;

const CLE: Readonly<Record<Role, string>> = {
  lecture: 'Corrigez MEILISEARCH_API_KEY ; une clé de recherche suffit pour « maillage serve ».',
  ecriture:
    'Donnez dans MEILISEARCH_API_KEY la clé d’administration : « maillage ingest » et « rebuild » écrivent l’index, la clé de recherche n’y suffit pas.',
};

const REBATIR = 'Lancez « maillage rebuild » avec la même adresse MEILISEARCH_URL.';
const VERSION = `Installez Meilisearch ${VERSION_MINIMALE.join('.')} ou plus récent, puis lancez « maillage rebuild ».`;
const ADRESSE = 'Vérifiez que le serveur est démarré et que MEILISEARCH_URL le désigne.';

/** Codes of the server and words of the network, and what a person does about each; the first that matches wins. */
const CAUSES: readonly (readonly [RegExp, string, string])[] = [
  [
    /no_space_left_on_device|no space left|ENOSPC/i,
    'le disque du serveur Meilisearch est plein',
    'Libérez de la place sur le serveur (MEILI_DB_PATH), puis relancez.',
  ],
  [
    /database_size_limit_reached|index_limit|max_fields_limit/,
    'une limite de taille du serveur Meilisearch est atteinte',
    'Donnez plus de place au serveur (MEILI_DB_PATH sur un disque plus grand), puis relancez.',
  ],
  [
    /payload_too_large/,
    'le serveur Meilisearch refuse un envoi de cette taille',
    'Augmentez MEILI_HTTP_PAYLOAD_SIZE_LIMIT sur le serveur (100 Mo d’ordinaire), ou la limite du serveur qui le précède.',
  ],
  [
    /too_many_search_requests|too_many_open_files/,
    'le serveur Meilisearch est débordé',
    'Réessayez ; si cela dure, donnez-lui plus de mémoire ou de processeurs.',
  ],
  [
    /index_not_found|not filterable/,
    'l’index de recherche n’existe pas encore sur le serveur Meilisearch',
    REBATIR,
  ],
  [
    /invalid_search_|invalid_multi_search|invalid_settings|bad_request|feature_not_enabled|HTTP 404/,
    'la version du serveur Meilisearch n’est pas comprise',
    VERSION,
  ],
  [/timed out|timeout|UND_ERR_.*TIMEOUT/i, 'Meilisearch a mis trop de temps à répondre', ADRESSE],
  [
    /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ECONNRESET|EPIPE|UND_ERR|other side closed|fetch failed|has failed|HTTP 50[234]/i,
    'Meilisearch ne répond pas',
    ADRESSE,
  ],
];

/** Turns an error of the client into one that names the setting to change; `cause` keeps it. */
export function traduireErreur(erreur: unknown, contexte: string, role: Role): MaillageError {
  if (erreur instanceof MaillageError) return erreur;
  const refus = refusDeCle(erreur);
  if (refus) return indisponible(contexte, 'Meilisearch refuse la clé', CLE[role], erreur);
  if (erreur instanceof SyntaxError)
    return indisponible(
      contexte,
      'ce qui répond n’est pas un serveur Meilisearch',
      'Corrigez MEILISEARCH_URL.',
      erreur,
    );
  const texte = raison(erreur);
  const connue = CAUSES.find(([motif]) => motif.test(texte));
  if (connue !== undefined) return indisponible(contexte, connue[1], connue[2], erreur);
  return new MaillageError(
    'refus',
    `${contexte} : Meilisearch répond « ${erreur instanceof Error ? erreur.message : texte} ».`,
    'Regardez le journal du serveur Meilisearch, puis relancez.',
    { cause: erreur },
  );
}

/** A task of the server that failed, or that was cancelled: its code says why. */
export function erreurDeTache(
  tache: { readonly status: string; readonly error?: { code: string; message: string } | null },
  contexte: string,
): MaillageError {
  const { code = tache.status, message = '' } = tache.error ?? {};
  return traduireErreur(new Error(`${code} ${message}`.trim()), contexte, 'ecriture');
}

export function tacheTropLongue(contexte: string, secondes: number): MaillageError {
  return new MaillageError(
    'indisponible',
    `${contexte} : Meilisearch n’a pas fini en ${secondes} s. L’index précédent reste en service.`,
    'Regardez la charge du serveur et sa file de tâches (« GET /tasks »), puis relancez.',
  );
}

export function versionTropAncienne(version: string): MaillageError {
  return new MaillageError(
    'indisponible',
    `Le serveur Meilisearch est en version ${version}, trop ancienne.`,
    VERSION,
  );
}

/** No index to read, or one that another version of the program wrote. */
export function indexAbsent(): MaillageError {
  return new MaillageError(
    'indisponible',
    'L’index de recherche n’existe pas encore sur le serveur Meilisearch, ou vient d’une autre version.',
    REBATIR,
  );
}

/** No index, or one that a run cut short left without settings nor documents. */
export function estIndexAbsent(erreur: unknown): boolean {
  if (!(erreur instanceof MeilisearchApiError)) return false;
  const { code, message = '' } = erreur.cause ?? {};
  return (
    code === 'index_not_found' ||
    (code === 'invalid_search_filter' && /not filterable/.test(message))
  );
}

/** A connection that the other side closed before it answered. */
export function estCoupure(erreur: unknown): boolean {
  return (
    erreur instanceof MeilisearchRequestError &&
    /UND_ERR_SOCKET|ECONNRESET|EPIPE/.test(raison(erreur))
  );
}

/** An index that is replaced again and again while one searches. */
export function indexInstable(): MaillageError {
  return new MaillageError(
    'indisponible',
    'L’index de recherche vient d’être remplacé plusieurs fois de suite.',
    'Réessayez dans un instant.',
  );
}

function indisponible(
  contexte: string,
  message: string,
  remede: string,
  cause: unknown,
): MaillageError {
  return new MaillageError('indisponible', `${contexte} : ${message}.`, remede, { cause });
}

function refusDeCle(erreur: unknown): boolean {
  return erreur instanceof MeilisearchApiError && [401, 403].includes(erreur.response.status);
}

/** All that the error says of its kind: never the address, which may hold a name and a password. */
function raison(erreur: unknown): string {
  if (erreur instanceof MeilisearchApiError)
    return `HTTP ${erreur.response.status} ${erreur.cause?.code ?? ''} ${erreur.message}`;
  if (erreur instanceof MeilisearchRequestError) {
    const { cause } = erreur;
    if (cause instanceof MeilisearchRequestTimeOutError) return 'timed out';
    return `has failed ${raison(cause)}`;
  }
  if (!(erreur instanceof Error)) return String(erreur);
  const code = 'code' in erreur ? String(erreur.code) : '';
  return `${erreur.name} ${code} ${erreur.message} ${erreur.cause === undefined ? '' : raison(erreur.cause)}`;
}
