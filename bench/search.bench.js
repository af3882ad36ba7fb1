// Search at 100,000 generated documents: time to index, size, p50 / p95 by kind of query, memory.
// Usage: node bench/search.bench.js [documents]   (needs the compiled code in dist/)
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { documents, REQUETES } from './search-corpus.js';

const racine = process.env.MAILLAGE_DIST ?? new URL('../dist', import.meta.url).pathname;
const { openEmbeddedSearch } = await import(
  pathToFileURL(join(racine, 'src/search/embedded/ouvrir.js')).href
);

const n = Number(process.argv[2] ?? 100_000);
const dossier = mkdtempSync(join(tmpdir(), 'bench-recherche-'));
const fichier = join(dossier, 'index.sqlite');
const ecriture = openEmbeddedSearch(fichier, { ecriture: true });
let t = performance.now();
await ecriture.indexer({ sequence: 1, complet: true, documents: documents(n), retires: [] });
console.log(`${cpus()[0]?.model} × ${cpus().length}, Node ${process.version}`);
console.log(
  `${n} documents indexés en ${((performance.now() - t) / 1000).toFixed(1)} s, ${(statSync(fichier).size / 1e6).toFixed(0)} Mo`,
);
await ecriture.fermer();

const lecture = openEmbeddedSearch(fichier, { ecriture: false });
global.gc?.();
const avant = process.memoryUsage().rss;
t = performance.now();
await lecture.chercher({ mots: 'santé', limite: 10, decalage: 0, filtres: {} });
console.log(`première recherche : ${(performance.now() - t).toFixed(0)} ms`);
const tous = [];
for (const [genre, liste] of Object.entries(REQUETES)) {
  const durees = [];
  let total = 0;
  for (const q of liste) {
    const debut = performance.now();
    const r = await lecture.chercher({ mots: q, limite: 10, decalage: 0, filtres: {} });
    durees.push(performance.now() - debut);
    total += r.total;
  }
  tous.push(...durees);
  afficher(genre, durees, `, ${Math.round(total / liste.length)} résultats en moyenne`);
}
afficher('toutes', tous, '');
console.log(`mémoire ajoutée : ${((process.memoryUsage().rss - avant) / 1e6).toFixed(0)} Mo`);
await lecture.fermer();
rmSync(dossier, { recursive: true });

function afficher(genre, durees, suite) {
  const tri = [...durees].sort((a, b) => a - b);
  const q = (p) => (tri[Math.min(tri.length - 1, Math.floor(tri.length * p))] ?? 0).toFixed(1);
  console.log(`${genre.padEnd(22)} p50 ${q(0.5)} ms, p95 ${q(0.95)} ms, max ${q(1)} ms${suite}`);
}
