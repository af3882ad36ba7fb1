import { createHash } from 'node:crypto';
import { type Meilisearch, MeilisearchApiError } from 'meilisearch';

/** From here on the server, or what stands before it, is in trouble: nothing is known of the key. */
const ERREUR_DE_SERVEUR = 500;

interface Cle {
  readonly key: string;
}

/**
 * A key that can search this index and nothing else, made by the server on the first demand, so that what answers
 * the public never holds the right to write. `undefined` when the key given cannot make one: it is then a search key
 * already, or the server has none (development). Throws what the client throws when the server does not answer.
 */
export async function cleDeRecherche(
  client: Meilisearch,
  index: string,
): Promise<string | undefined> {
  const uid = uidDe(index);
  try {
    return (await lireCle(client, uid)) ?? (await creerCle(client, uid, index));
  } catch (erreur) {
    if ((statutDe(erreur) ?? ERREUR_DE_SERVEUR) < ERREUR_DE_SERVEUR) return undefined;
    throw erreur;
  }
}

async function lireCle(client: Meilisearch, uid: string): Promise<string | undefined> {
  try {
    return (await client.httpRequest.get<Cle>({ path: `keys/${uid}` })).key;
  } catch (erreur) {
    if (statutDe(erreur) === 404) return undefined;
    throw erreur;
  }
}

/** Two processes may make it at once: the second reads what the first made. */
async function creerCle(
  client: Meilisearch,
  uid: string,
  index: string,
): Promise<string | undefined> {
  const body = {
    uid,
    name: `${index} : recherche`,
    description: 'Maillage : lecture de son index, rien d’autre.',
    actions: ['search'],
    indexes: [index],
    expiresAt: null,
  };
  try {
    return (await client.httpRequest.post<Cle>({ path: 'keys', body })).key;
  } catch (erreur) {
    if (statutDe(erreur) === 409) return lireCle(client, uid);
    throw erreur;
  }
}

/** The same for an index on every machine, in the form of a random UUID (RFC 9562, version 4), which the server wants. */
function uidDe(index: string): string {
  const h = createHash('sha256').update(`maillage recherche ${index}`).digest('hex');
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20, 32)}`;
}

function statutDe(erreur: unknown): number | undefined {
  return erreur instanceof MeilisearchApiError ? erreur.response.status : undefined;
}
