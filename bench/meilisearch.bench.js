// Search through our layer beside the raw call to the same server, in the same run, in turns.
// Usage: MEILISEARCH_URL=… MEILISEARCH_API_KEY=… node bench/meilisearch.bench.js [documents]   (needs dist/)
//
// The raw call is the one request that a person who knows Meilisearch writes, without us, for the
// same answer over the same index:
// - POST /indexes/<index>/search, the words as the answer takes them: those of a sentence that count,
//   as typed (the server corrects faults and finishes words by itself);
// - the same filters, the facets that we count, an exact total (page and hitsPerPage), 20 results with
//   the fields that we return, the title and a passage of 30 words highlighted: we mark both ourselves;
// - searched in the fields that hold text; documents that have every word (`all`), except where we
//   widen to those that have most of them (`last`, what the server does unless told);
// - an uncompressed answer on a connection kept open, like ours: the client as it comes asks for a
//   compressed one, and waits 40 ms more (measured apart, « client nu »).
// It finds fewer documents than we do: neither stems, nor sigles, nor other names. The first turn,
// which fills the caches of the server, is not counted.
import { pathToFileURL } from 'node:url';
import { documents, REQUETES } from './search-corpus.js';

const BUDGET = 1.2;
const DOCUMENTS = 2_000;
const PAR_GENRE = 10;
const TOURS = 4;
const LIMITE = 20;
const FILTRES = [{}, { annee: ['2012', '2013'], type: ['Action', 'Notice'] }];

/** Indexes generated documents, measures, removes the index. Returns rows for `console.table` and the worst ratio. */
export async function measureMeilisearch(url, apiKey, n = DOCUMENTS) {
  const racine = process.env.MAILLAGE_DIST ?? new URL('../dist', import.meta.url).pathname;
  const code = (chemin) => import(pathToFileURL(`${racine}/src/search/${chemin}`).href);
  const { openMeilisearch } = await code('meilisearch/ouvrir.js');
  const acces = { url, apiKey, index: 'maillage-bench' };
  const index = openMeilisearch(acces, { ecriture: true });
  const debut = performance.now();
  await index.indexer({ sequence: 1, complet: true, documents: documents(n), retires: [] });
  const indexation = (performance.now() - debut) / 1000;
  try {
    const brut = await appelBrut(acces, code);
    const mesures = [];
    for (const [genre, liste] of Object.entries(REQUETES))
      mesures.push(...(await compare(index, brut, genre, liste.slice(0, PAR_GENRE))));
    const genres = Object.keys(REQUETES).map((genre) =>
      ligne(
        genre,
        mesures.filter((m) => m.genre === genre),
      ),
    );
    const toutes = ligne('toutes', mesures);
    const ratio = Math.max(...['moyenne', 'médiane', 'p95'].map((c) => Number(toutes[`${c} x`])));
    return { indexation, rows: [...genres, toutes], ratio };
  } finally {
    await fetch(new URL(`/indexes/${acces.index}`, url), {
      method: 'DELETE',
      headers: { authorization: `Bearer ${apiKey}` },
    });
  }
}

/** Times of each query by us and by the raw call, one after the other, the first to go changing at each turn. */
async function compare(index, brut, genre, liste) {
  const mesures = [];
  const larges = new Map();
  for (let tour = 0; tour <= TOURS; tour += 1) {
    for (const [i, mots] of liste.entries()) {
      const filtres = FILTRES[i % FILTRES.length];
      const mesure = { genre };
      const couche = () => index.chercher({ mots, limite: LIMITE, decalage: 0, filtres });
      if (tour === 0) larges.set(mots, (await couche()).elargie === true);
      const elargie = larges.get(mots);
      const essais = { couche, brut: () => brut(mots, filtres, elargie) };
      const noms = tour % 2 === 0 ? ['couche', 'brut'] : ['brut', 'couche'];
      for (const nom of noms) mesure[nom] = await duree(essais[nom]);
      mesure.nu = await duree(() => brut(mots, filtres, elargie, {}));
      if (tour > 0) mesures.push(mesure);
    }
  }
  return mesures;
}

async function duree(travail) {
  const debut = performance.now();
  await travail();
  return performance.now() - debut;
}

/** The raw call, as told at the top of this file. */
async function appelBrut({ url, apiKey, index }, code) {
  const { lireRequete } = await code('requete.js');
  const champs = ['titre', 'alias', 'champs', 'texte'];
  const entetes = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
  const demander = async (chemin, corps, plus = { 'accept-encoding': 'identity' }) => {
    const reponse = await fetch(new URL(chemin, url), {
      method: 'POST',
      headers: { ...entetes, ...plus },
      body: JSON.stringify(corps),
    });
    const lu = await reponse.json();
    if (!reponse.ok) throw new Error(lu.message);
    return lu;
  };
  const codes = await codesDesFacettes(demander, index, code);
  return (mots, filtres, elargie, plus) =>
    demander(
      `/indexes/${index}/search`,
      {
        q: elargie
          ? lireRequete(mots)
              .demandes.map((d) => d.ecrit)
              .join(' ')
          : mots,
        filter: Object.entries(filtres).map(([nom, valeurs]) =>
          valeurs.map((v) => `codes = "${codes.code(nom, v)}"`),
        ),
        facets: ['codes'],
        page: 1,
        hitsPerPage: LIMITE,
        attributesToSearchOn: champs,
        attributesToRetrieve: ['id', 'type', 'titre', 'champs', 'texte', 'document', 'page', 'url'],
        attributesToHighlight: ['titre', 'texte'],
        attributesToCrop: ['texte'],
        cropLength: 30,
        matchingStrategy: elargie ? 'last' : 'all',
      },
      plus,
    );
}

/** Facets are counted on codes in our index: a person who filters it writes them. */
async function codesDesFacettes(demander, index, code) {
  const { lireVocabulaire } = await code('meilisearch/lexique.js');
  const { hits } = await demander(`/indexes/${index}/search`, {
    filter: 'genre = lexique',
    limit: 10_000,
  });
  const pieces = hits.sort((a, b) => a.ordre - b.ordre).map((h) => h.contenu);
  return lireVocabulaire('', pieces);
}

function ligne(genre, mesures) {
  const row = { genre };
  const resumes = { moyenne, médiane: centile(0.5), p95: centile(0.95) };
  for (const [nom, f] of Object.entries(resumes)) {
    const [couche, brut] = ['couche', 'brut'].map((qui) => f(mesures.map((m) => m[qui])));
    row[`${nom} couche`] = couche.toFixed(1);
    row[`${nom} brut`] = brut.toFixed(1);
    row[`${nom} x`] = (couche / brut).toFixed(2);
  }
  row['client nu, médiane'] = centile(0.5)(mesures.map((m) => m.nu)).toFixed(1);
  return row;
}

const moyenne = (durees) => durees.reduce((a, b) => a + b, 0) / durees.length;
const centile = (p) => (durees) => {
  const tri = [...durees].sort((a, b) => a - b);
  return tri[Math.min(tri.length - 1, Math.floor(tri.length * p))] ?? 0;
};

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { MEILISEARCH_URL, MEILISEARCH_API_KEY = '' } = process.env;
  if (MEILISEARCH_URL === undefined) {
    console.error('MEILISEARCH_URL n’est pas défini : donnez l’adresse d’un serveur Meilisearch.');
    process.exit(2);
  }
  const n = Number(process.argv[2] ?? DOCUMENTS);
  const { indexation, rows, ratio } = await measureMeilisearch(
    MEILISEARCH_URL,
    MEILISEARCH_API_KEY,
    n,
  );
  console.log(`${n} documents indexés en ${indexation.toFixed(1)} s`);
  console.table(rows);
  console.log(`par notre couche : ${ratio} x l’appel brut au pire des trois (${BUDGET} au plus)`);
}
