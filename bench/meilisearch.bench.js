// Search through our layer beside the same requests sent to Meilisearch by hand, in the same run.
// Usage: MEILISEARCH_URL=… MEILISEARCH_API_KEY=… node bench/meilisearch.bench.js [documents]   (needs dist/)
import { pathToFileURL } from 'node:url';
import { documents, REQUETES } from './search-corpus.js';

const BUDGET = 1.2;
const PAR_GENRE = 30;
const TOURS = 3;

/** Indexes generated documents, measures, removes the index. Returns rows for `console.table` and the worst ratio. */
export async function measureMeilisearch(url, apiKey, n) {
  const racine = process.env.MAILLAGE_DIST ?? new URL('../dist', import.meta.url).pathname;
  const { openMeilisearch } = await import(
    pathToFileURL(`${racine}/src/search/meilisearch/ouvrir.js`).href
  );
  const acces = { url, apiKey, index: 'maillage-bench' };
  const index = openMeilisearch(acces, { ecriture: true });
  const debut = performance.now();
  await index.indexer({ sequence: 1, complet: true, documents: documents(n), retires: [] });
  const indexation = (performance.now() - debut) / 1000;
  try {
    const rows = [];
    for (const [genre, mots] of Object.entries(REQUETES)) {
      rows.push(await compare(index, genre, mots.slice(0, PAR_GENRE)));
    }
    return { indexation, rows, ratio: total(rows, 'couche') / total(rows, 'directe') };
  } finally {
    await fetch(new URL(`/indexes/${acces.index}`, url), {
      method: 'DELETE',
      headers: { authorization: `Bearer ${apiKey}` },
    });
  }
}

const total = (rows, nom) => rows.reduce((s, r) => s + Number(r[nom]), 0);

/** Mean times in milliseconds of the searches and of the requests that they send, in turns. */
async function compare(index, genre, liste) {
  let couche = 0;
  let directe = 0;
  for (let tour = 0; tour <= TOURS; tour += 1) {
    for (const mots of liste) {
      const { duree, envois } = await search(index, mots);
      const seule = await resend(envois);
      if (tour === 0) continue; // the first readings of a query fill the caches of the server
      couche += duree;
      directe += seule;
    }
  }
  const fois = TOURS * liste.length;
  return {
    genre,
    couche: (couche / fois).toFixed(2),
    directe: (directe / fois).toFixed(2),
    rapport: (couche / directe).toFixed(2),
  };
}

/** One search of ours, its time and what it sent. */
async function search(index, mots) {
  const envoyer = globalThis.fetch;
  const envois = [];
  globalThis.fetch = (...demande) => {
    envois.push(demande);
    return envoyer(...demande);
  };
  const debut = performance.now();
  await index.chercher({ mots, limite: 20, decalage: 0, filtres: {} });
  const duree = performance.now() - debut;
  globalThis.fetch = envoyer;
  return { duree, envois };
}

async function resend(envois) {
  const debut = performance.now();
  for (const [url, { method, headers, body }] of envois) {
    await (await fetch(url, { method, headers, body })).json();
  }
  return performance.now() - debut;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { MEILISEARCH_URL, MEILISEARCH_API_KEY = '' } = process.env;
  if (MEILISEARCH_URL === undefined) {
    console.error('MEILISEARCH_URL n’est pas défini : donnez l’adresse d’un serveur Meilisearch.');
    process.exit(2);
  }
  const n = Number(process.argv[2] ?? 20_000);
  const { indexation, rows, ratio } = await measureMeilisearch(
    MEILISEARCH_URL,
    MEILISEARCH_API_KEY,
    n,
  );
  console.log(`${n} documents indexés en ${indexation.toFixed(1)} s`);
  console.table(rows);
  console.log(
    `par notre couche : ${ratio.toFixed(2)} x les mêmes requêtes envoyées à la main (${BUDGET} au plus)`,
  );
}
