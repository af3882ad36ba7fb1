import { openMeilisearch } from '../../../src/search/meilisearch/ouvrir.js';
import type { Acces } from '../../../src/search/meilisearch/serveur.js';
import type { RechercheEcriture } from '../../../src/search/port.js';
import { motFrancais } from '../mots-francais.js';
import { type Echange, ecrire, lire } from './echanges.js';
import { enregistrer, type Relais, rejouer } from './relais.js';

const { MEILISEARCH_URL, MEILISEARCH_API_KEY = '', MEILISEARCH_RECORD } = process.env;

/** « a real server », « exchanges recorded from Meilisearch 1.50.0 ». */
export function descriptionDe(nom: string): string {
  if (MEILISEARCH_URL === undefined)
    return `échanges enregistrés de Meilisearch ${lire(nom).serveur}`;
  return MEILISEARCH_RECORD === undefined ? 'serveur Meilisearch' : 'enregistrement de Meilisearch';
}

/** Indexes on a Meilisearch for one test file. */
export interface IndexDeTest {
  /** Access to an index that does not exist yet. */
  acces(): Promise<Acces>;
  /** An index that does not exist yet, open. */
  open(): Promise<RechercheEcriture>;
  /** Stops, and fails when a request was not in the recording. */
  fermer(): Promise<void>;
}

/**
 * A real server when MEILISEARCH_URL names one, else what was recorded of one under this name.
 * With MEILISEARCH_RECORD the recording is made anew.
 */
export async function indexDeTest(nom: string): Promise<IndexDeTest> {
  const echanges: Echange[] = [];
  const relais = await relaisDe(nom, echanges);
  const url = relais?.url ?? MEILISEARCH_URL ?? '';
  const apiKey = MEILISEARCH_URL === undefined ? 'rejouee' : MEILISEARCH_API_KEY;
  const index: string[] = [];
  const acces = async (): Promise<Acces> => {
    const neuf = `test-${nom}-${index.length + 1}`;
    index.push(neuf);
    await effacer([neuf]);
    return { url, apiKey, index: neuf };
  };
  return {
    acces,
    open: async () => openMeilisearch(await acces(), { ecriture: true, motFrancais }),
    async fermer() {
      await relais?.arreter();
      await effacer(index);
      if (MEILISEARCH_RECORD !== undefined) ecrire(nom, { serveur: await version(), echanges });
      const [inconnue] = relais?.inconnues ?? [];
      if (inconnue !== undefined)
        throw new Error(
          `Requête absente de l’enregistrement « ${nom} » (npm run meilisearch:record) : ${inconnue}`,
        );
    },
  };
}

async function relaisDe(nom: string, echanges: Echange[]): Promise<Relais | undefined> {
  if (MEILISEARCH_URL === undefined) return rejouer(lire(nom));
  if (MEILISEARCH_RECORD === undefined) return undefined;
  return enregistrer(MEILISEARCH_URL, MEILISEARCH_API_KEY, echanges);
}

/** Indexes of a run before, or of this one: a real server only has them. */
async function effacer(noms: readonly string[]): Promise<void> {
  if (MEILISEARCH_URL === undefined) return;
  for (const nom of noms) {
    for (const uid of [nom, `${nom}-construction`]) {
      const { taskUid } = (await demander(`/indexes/${uid}`, 'DELETE')) as { taskUid: number };
      let statut = '';
      while (!['succeeded', 'failed'].includes(statut))
        ({ status: statut } = (await demander(`/tasks/${taskUid}`)) as { status: string });
    }
  }
}

async function version(): Promise<string> {
  return ((await demander('/version')) as { pkgVersion: string }).pkgVersion;
}

async function demander(chemin: string, method = 'GET'): Promise<unknown> {
  const reponse = await fetch(new URL(chemin, MEILISEARCH_URL), {
    method,
    headers: { authorization: `Bearer ${MEILISEARCH_API_KEY}` },
  });
  return reponse.json();
}
