// A catalogue of 100,000 records imported, linked and indexed, again, then with 50 records changed.
// Usage: node bench/catalogue.bench.js [records]   (needs the compiled code in dist/)
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const MOTS =
  `médiation réussite éducative quartier habitants participation santé logement rénovation urbaine prévention
  délinquance école famille parents jeunesse insertion emploi culture mémoire immigration intégration lien social
  gouvernance évaluation projet territoire association élus professionnels discriminations égalité laïcité accès droits
  développement local économie gestion proximité copropriétés transports enquête observation diagnostic acteurs`.split(
    /\s+/,
  );
const LIEUX = [
  'Sarcelles',
  'Cergy',
  'Argenteuil',
  'Lyon',
  'Marseille',
  'Lille',
  'Nantes',
  'Villiers-le-Bel',
];
const DISPOSITIFS = [
  'programme de réussite éducative',
  'contrat urbain de cohésion sociale',
  'atelier santé ville',
];
const NOMS = [
  'Martin',
  'Bernard',
  'Petit',
  'Durand',
  'Leroy',
  'Moreau',
  'Fontaine',
  'Rousseau',
  'Benali',
  'Diallo',
];
const PRENOMS = [
  'Anne',
  'Jean',
  'Marie',
  'Pierre',
  'Fatima',
  'Luc',
  'Claire',
  'Karim',
  'Sophie',
  'Paul',
];

/** Mulberry32: the same records at each run. */
function random(graine) {
  let a = graine;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One record of ISO 2709: about 900 bytes, an abstract of about 60 words; one in a thousand has a wrong directory. */
function record(i, version) {
  const hasard = random(i * 7919 + 17);
  const un = (liste) => liste[Math.floor(hasard() * liste.length)];
  const mots = (n) => Array.from({ length: n }, () => un(MOTS)).join(' ');
  const lieu = un(LIEUX);
  const titre = `${mots(4)} à ${lieu}${version}`;
  const resume = `${mots(25)}. Le ${un(DISPOSITIFS)} de ${lieu} ${mots(28)}.`;
  const champs = [
    ['001', `N${i}`],
    ['100', `  \x1fa20120101d${1985 + (i % 35)}    m  y0frey50      ba`],
    ['101', '0 \x1fafre'],
    ['200', `1 \x1fa${titre}\x1fe${mots(5)}\x1ff${un(PRENOMS)} ${un(NOMS)}`],
    ['210', `  \x1faParis\x1fcLa Documentation française\x1fd${1985 + (i % 35)}`],
    ['215', `  \x1fa${50 + (i % 400)} p.`],
    ['330', `  \x1fa${resume}`],
    ['606', `  \x1fa${un(MOTS)}`],
    ['606', `  \x1fa${un(MOTS)} ${un(MOTS)}`],
    ['700', ` 1\x1fa${un(NOMS)}\x1fb${un(PRENOMS)}\x1f4070`],
    ['995', `  \x1fbCRDSU\x1fk${i % 700}.${i % 90}`],
  ].map(([tag, valeur]) => [tag, Buffer.from(`${valeur}\x1e`)]);
  let position = 0;
  let repertoire = '';
  for (const [tag, octets] of champs) {
    repertoire += `${tag}${String(octets.length).padStart(4, '0')}${String(position).padStart(5, '0')}`;
    position += octets.length;
  }
  const base = 24 + repertoire.length + 1;
  const longueur = String(base + position + 1).padStart(5, '0');
  const rompu = i % 1000 === 999;
  const guide = `${rompu ? '00XX1' : longueur}nam  22${String(base).padStart(5, '0')}   450 `;
  return Buffer.concat([
    Buffer.from(`${guide}${repertoire}\x1e`),
    ...champs.map(([, o]) => o),
    Buffer.from('\x1d'),
  ]);
}

async function write(fichier, nombre, changes) {
  const flux = createWriteStream(fichier);
  for (let i = 0; i < nombre; i += 1) {
    if (!flux.write(record(i, changes.has(i) ? ', nouvelle édition' : '')))
      await once(flux, 'drain');
  }
  flux.end();
  await once(flux, 'close');
}

/** Runs the command; seconds, greatest resident memory of the parent in MB, and what it says. */
async function run(data, ...args) {
  const debut = performance.now();
  const enfant = spawn(
    process.execPath,
    [join(root, 'bin', 'maillage.js'), ...args, '--data', data, '--json'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let sortie = '';
  enfant.stdout.setEncoding('utf8').on('data', (t) => {
    sortie += t;
  });
  let memoire = 0;
  const montre = setInterval(() => {
    try {
      const [, pages] = readFileSync(`/proc/${enfant.pid}/statm`, 'utf8').split(' ');
      memoire = Math.max(memoire, (Number(pages) * 4096) / 1024 / 1024);
    } catch {
      // it has just ended
    }
  }, 200);
  const [code] = await once(enfant, 'close');
  clearInterval(montre);
  return {
    secondes: (performance.now() - debut) / 1000,
    memoire: Math.round(memoire),
    code,
    rapport: JSON.parse(sortie || '{}'),
  };
}

const nombre = Number(process.argv[2] ?? 100_000);
const dossier = mkdtempSync(join(tmpdir(), 'maillage-bench-catalogue-'));
try {
  const data = join(dossier, 'data');
  const fichier = join(dossier, 'fonds.mrc');
  await write(fichier, nombre, new Set());
  const dire = (nom, r) =>
    console.log(
      `${nom} : ${r.secondes.toFixed(1)} s, ${r.memoire} Mo, ${r.rapport.ecritures ?? '?'} écritures, code ${r.code}`,
    );
  dire(`${nombre} notices`, await run(data, 'ingest', fichier));
  dire('les mêmes', await run(data, 'ingest', fichier));
  const changees = new Set(Array.from({ length: 50 }, (_, i) => Math.floor((i * nombre) / 50) + 1));
  await write(fichier, nombre, changees);
  dire('50 changées', await run(data, 'ingest', fichier));
} finally {
  rmSync(dossier, { recursive: true, force: true });
}
