import { setTimeout as attendre, setImmediate as immediate } from 'node:timers/promises';
import { Meilisearch } from 'meilisearch';
import { cleDeRecherche } from './cle.js';
import {
  erreurDeTache,
  estCoupure,
  estIndexAbsent,
  type Role,
  tacheTropLongue,
  traduireErreur,
} from './erreurs.js';
import type { Fiche } from './fiche.js';

/** How to reach the server. */
export interface Acces {
  readonly url: string;
  /** For reading a search key is enough; writing needs the administration key. */
  readonly apiKey: string;
  /** Name of the index. */
  readonly index?: string;
}

/** Milliseconds. A search takes tens of them; an absent server is said within five seconds. */
const DELAIS: Readonly<Record<Role, number>> = { lecture: 5_000, ecriture: 120_000 };
/** Milliseconds that one task may take, and between two looks at it. */
const TACHE = { limite: 15 * 60_000, pas: [10, 500] } as const;

/** Things sent and not yet done by the server, at most. */
const EN_FILE = 8;

/** One query of a search in several. */
export interface Requete {
  readonly q?: string;
  readonly filter: string;
  readonly attributesToSearchOn?: readonly string[];
  readonly attributesToRetrieve?: readonly string[];
  readonly sort?: readonly string[];
  readonly page?: number;
  readonly hitsPerPage?: number;
  readonly limit?: number;
  readonly weight?: number;
}

export type Trouvee = Fiche & { readonly _federation: { readonly weightedRankingScore: number } };

/** Answer of a federated search: one list, each document once. */
export interface ReponseFederee {
  readonly hits: readonly Trouvee[];
  readonly totalHits: number;
  readonly facetsByIndex: Readonly<
    Record<string, { readonly distribution: Readonly<Record<string, Record<string, number>>> }>
  >;
}

export interface ReponseSimple {
  readonly hits: readonly Readonly<Record<string, unknown>>[];
  readonly totalHits: number;
}

interface Tache {
  readonly status: string;
  readonly error?: { code: string; message: string } | null;
}

/** What the engine asks of a server. Every failure is a `MaillageError` in French. */
export class Serveur {
  readonly index: string;
  readonly #acces: Acces;
  readonly #role: Role;
  /** With the key that was given. */
  readonly #client: Meilisearch;
  readonly #restreint: boolean;
  /** What searches go through: of a key that can do nothing else when `restreint`. */
  #chercheur: Promise<Meilisearch> | undefined;

  /** `restreint`: searches go with a key that can do nothing else, whatever the one given. */
  constructor(acces: Acces, role: Role, { restreint = false } = {}) {
    this.index = acces.index ?? 'maillage';
    this.#acces = acces;
    this.#role = role;
    this.#client = clientDe(acces, role);
    this.#restreint = restreint;
  }

  /** One ranked list out of several queries, with exact numbers. */
  federer(
    requetes: readonly Requete[],
    page: { readonly page: number; readonly hitsPerPage: number },
    facette: string,
  ): Promise<ReponseFederee> {
    const { index } = this;
    const queries = requetes.map(({ weight = 1, ...r }) => ({
      indexUid: index,
      ...r,
      matchingStrategy: 'last',
      federationOptions: { weight },
    }));
    const federation = { ...page, facetsByIndex: { [index]: [facette] } };
    return this.#demander('multi-search', { federation, queries });
  }

  /** Answers to several queries, in their order; the numbers are exact for those that ask for a page. */
  async chercher(requetes: readonly Requete[]): Promise<readonly ReponseSimple[]> {
    const queries = requetes.map((r) => ({ indexUid: this.index, ...r }));
    const { results } = await this.#demander<{ results: ReponseSimple[] }>('multi-search', {
      queries,
    });
    return results;
  }

  async #demander<T>(path: string, body: object): Promise<T> {
    const envoyer = async () => (await this.#ouvrir()).httpRequest.post<T>({ path, body });
    try {
      // A connection kept from before the server was started again fails once.
      return await envoyer().catch((e: unknown) => (estCoupure(e) ? envoyer() : Promise.reject(e)));
    } catch (erreur) {
      if (estIndexAbsent(erreur)) throw erreur;
      // the key may have been withdrawn on the server: the next search asks for it again
      this.#chercheur = undefined;
      throw traduireErreur(erreur, 'Recherche', this.#role);
    }
  }

  #ouvrir(): Promise<Meilisearch> {
    this.#chercheur ??= this.#restreint ? this.#restreindre() : Promise.resolve(this.#client);
    return this.#chercheur;
  }

  async #restreindre(): Promise<Meilisearch> {
    try {
      const apiKey = await cleDeRecherche(this.#client, this.index);
      return apiKey === undefined ? this.#client : clientDe({ ...this.#acces, apiKey }, this.#role);
    } catch (erreur) {
      this.#chercheur = undefined;
      throw erreur;
    }
  }

  /** Sends what only a writer asks, and waits for the task that it starts; `undefined` when the thing is not there. */
  async ecrire(
    contexte: string,
    demande: (client: Meilisearch) => Promise<unknown>,
  ): Promise<unknown> {
    const reponse = await this.#envoyer(contexte, demande);
    const uid = tacheDe(reponse);
    if (uid !== undefined) await this.#finir(uid, contexte);
    return reponse;
  }

  /** Removes an index if it is there once all that was asked of the server before is done, a run cut short included. */
  async supprimer(contexte: string, index: string): Promise<void> {
    const reponse = await this.#envoyer(contexte, (c) =>
      c.httpRequest.delete({ path: `indexes/${index}` }),
    );
    const uid = tacheDe(reponse);
    if (uid !== undefined) await this.#finir(uid, contexte, 'index_not_found');
  }

  /** Sends things in a row; waits for their tasks late, since the server does together all that waits for it. */
  async ecrireEnFile(
    contexte: string,
    demandes: Iterable<(client: Meilisearch) => Promise<unknown>>,
  ): Promise<void> {
    const enFile: number[] = [];
    for (const demande of demandes) {
      const uid = tacheDe(await this.#envoyer(contexte, demande));
      if (uid !== undefined) enFile.push(uid);
      const premiere = enFile.length > EN_FILE ? enFile.shift() : undefined;
      if (premiere !== undefined) await this.#finir(premiere, contexte);
    }
    for (const uid of enFile) await this.#finir(uid, contexte);
  }

  async #envoyer(
    contexte: string,
    demande: (client: Meilisearch) => Promise<unknown>,
  ): Promise<unknown> {
    try {
      // After seconds of work without a pause, lets a connection that the server closed be known as closed.
      await immediate();
      return await demande(this.#client);
    } catch (erreur) {
      if (estIndexAbsent(erreur)) return undefined;
      throw traduireErreur(erreur, contexte, 'ecriture');
    }
  }

  async #finir(uid: number, contexte: string, admise?: string): Promise<void> {
    try {
      await this.#attendre(uid, contexte, admise);
    } catch (erreur) {
      throw traduireErreur(erreur, contexte, 'ecriture');
    }
  }

  /** `admise`: code of the failure that changes nothing. */
  async #attendre(uid: number, contexte: string, admise?: string): Promise<void> {
    const debut = Date.now();
    for (let pas: number = TACHE.pas[0]; ; pas = Math.min(pas * 2, TACHE.pas[1])) {
      const tache = await this.#client.httpRequest.get<Tache>({ path: `tasks/${uid}` });
      if (tache.status === 'succeeded') return;
      if (admise !== undefined && tache.error?.code === admise) return;
      if (tache.status === 'failed' || tache.status === 'canceled')
        throw erreurDeTache(tache, contexte);
      if (Date.now() - debut > TACHE.limite) throw tacheTropLongue(contexte, TACHE.limite / 1000);
      await attendre(pas);
    }
  }
}

function clientDe({ url, apiKey }: Acces, role: Role): Meilisearch {
  return new Meilisearch({
    host: url,
    apiKey,
    timeout: DELAIS[role],
    // A compressed answer comes in pieces, the last of which waits 40 ms for the system to acknowledge the first.
    requestInit: { headers: { 'Accept-Encoding': 'identity' } },
  });
}

function tacheDe(reponse: unknown): number | undefined {
  const uid =
    typeof reponse === 'object' && reponse !== null && 'taskUid' in reponse
      ? reponse.taskUid
      : undefined;
  return typeof uid === 'number' ? uid : undefined;
}
