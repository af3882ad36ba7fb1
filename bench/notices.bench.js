// node bench/notices.bench.js [records]: records read a second and memory, for each format of catalogue that is generated.
import { iso2709 } from '../dist/ingest/formats/iso2709/index.js';
import { marcxml } from '../dist/ingest/formats/marcxml/index.js';
import { lireUnimarc } from '../dist/ingest/stages/catalogage/unimarc.js';
import { enIso2709, enXml, fichier, morceaux } from './notices-corpus.js';

const FORMATS = [
  ['UNIMARC ISO 2709', iso2709, lireUnimarc, enIso2709, '', ''],
  ['UNIMARC XML', marcxml, lireUnimarc, enXml, '<collection>\n', '</collection>\n'],
];

/** Processor time of this process, in milliseconds: other work on the machine does not change it. */
function temps() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function mesurer(n, [nom, format, lire, ecrire, tete, queue]) {
  const lots = morceaux(n, ecrire);
  const depart = temps();
  let [lues, rompues, memoire] = [0, 0, 0];
  for await (const lu of format.lire(fichier(n, lots, tete, queue))) {
    if (lu.genre === 'rompu') rompues += 1;
    else lues += lire(lu).notice.titre === '' ? 0 : 1;
    if ((lues + rompues) % 1000 === 0) memoire = Math.max(memoire, process.memoryUsage.rss());
  }
  const duree = (temps() - depart) / 1000;
  return {
    nom,
    lues,
    rompues,
    'par seconde': Math.round(n / duree),
    'mémoire (Mo)': Math.round(memoire / 1e6),
  };
}

const n = Number(process.argv[2] ?? 100_000);
const lignes = [];
for (const format of FORMATS) lignes.push(await mesurer(n, format));
console.table(lignes);
