// Search at 100,000 generated documents: time to index, size, p50 / p95 by kind of query, memory.
// Usage: node bench/search.bench.js [documents]   (needs the compiled code in dist/)
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const racine = process.env.MAILLAGE_DIST ?? new URL('../dist', import.meta.url).pathname;
const { openEmbeddedSearch } = await import(
  pathToFileURL(join(racine, 'src/search/embedded/ouvrir.js')).href
);

/** Deterministic numbers in [0, 1): the same corpus on every machine. */
function hasard(graine) {
  let etat = graine;
  return () => {
    etat = (Math.imul(etat, 1664525) + 1013904223) >>> 0;
    return etat / 2 ** 32;
  };
}

const rnd = hasard(2012);
const THEMES =
  'santé emploi logement éducation médiation prévention délinquance insertion jeunesse culture habitants quartier ville associations discriminations parentalité participation rénovation urbaine sociale développement économique réussite éducative accès droits territoire département coordinateurs ateliers groupe travail échanges cycle qualification journée rencontre professionnels acteurs collectivités'.split(
    ' ',
  );
const VIDES = 'de la le les des et à du en pour dans par un une sur au aux ce ces qui que'.split(
  ' ',
);
const SYLLABES =
  'ba ce di fo gu la me ni pro ru sé ti vo cha tion ment eur ité age ique able ance'.split(' ');
const RARES = Array.from({ length: 40_000 }, () => {
  const n = 2 + Math.floor(rnd() * 3);
  return Array.from({ length: n }, () => SYLLABES[Math.floor(rnd() * SYLLABES.length)]).join('');
});
const COMMUNES = Array.from({ length: 1300 }, (_, i) => `${RARES[i]}-sur-${RARES[i + 1300]}`);

function mot() {
  const r = rnd();
  if (r < 0.4) return VIDES[Math.floor(rnd() * VIDES.length)];
  if (r < 0.6) return THEMES[Math.floor(rnd() ** 2 * THEMES.length)];
  return RARES[Math.floor(rnd() ** 3 * RARES.length)];
}
const mots = (n) => Array.from({ length: n }, mot).join(' ');

function documents(n) {
  return Array.from({ length: n }, (_, i) => ({
    id: `notice:${i}`,
    type: ['Notice', 'Action', 'Page', 'Personne'][i % 4],
    titre: mots(7),
    alias: [],
    champs: mots(15),
    texte: mots(90),
    document: `sha256:${i % 500}`,
    page: i % 30,
    url: `/notices/${i}`,
    facettes: {
      annee: 1990 + (i % 30),
      axe: `Axe ${i % 13}`,
      commune: [COMMUNES[i % 1300], COMMUNES[(i * 7) % 1300]],
      theme: [THEMES[i % THEMES.length]],
    },
  }));
}

const REQUETES = {
  'un mot fréquent': THEMES.map((t) => t),
  'deux mots fréquents': THEMES.map((t, i) => `${t} ${THEMES[(i + 9) % THEMES.length]}`),
  'trois mots': THEMES.map((t, i) => `${t} ${THEMES[(i + 5) % THEMES.length]} ${RARES[i * 50]}`),
  'mot rare': RARES.slice(1000, 1060),
  commune: COMMUNES.slice(0, 60),
  'en cours de frappe': THEMES.filter((t) => t.length > 6).map((t) => t.slice(0, 5)),
  'faute de frappe': THEMES.filter((t) => t.length > 6).map(
    (t) => `${t.slice(0, 3)}x${t.slice(4)} `,
  ),
  'phrase entière': THEMES.map(
    (t, i) =>
      `Quelles actions portent sur ${t} et ${THEMES[(i + 3) % THEMES.length]} à ${COMMUNES[i]} ?`,
  ),
};

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
