// Builds seeds/gazetteers/*.csv from the installed administrative division and a folder of raw files.
// Which files, where they come from and under which licence: seeds/gazetteers/SOURCES.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { anciensNoms, communesActuelles } from './gazetteers/communes.js';
import {
  estFrancilien,
  listesAnnuelles,
  readJson,
  readMillesimes,
  readRows,
  writeRows,
} from './gazetteers/files.js';
import { intercommunalites, intercommunalitesAilleurs } from './gazetteers/intercommunalites.js';
import { quartiers } from './gazetteers/quartiers.js';

/** Vintage of the installed @etalab/decoupage-administratif, from its README. */
const MILLESIME = 2026;
const racine = join(dirname(fileURLToPath(import.meta.url)), '..');
const installe = join(racine, 'node_modules/@etalab/decoupage-administratif/data');
const sortie = join(racine, 'seeds/gazetteers');

const brut = process.argv[2];
if (brut === undefined) {
  console.error(
    'Usage : npm run gazetteers -- <dossier des fichiers bruts> (voir seeds/gazetteers/SOURCES.md)',
  );
  process.exit(2);
}
mkdirSync(sortie, { recursive: true });

const millesimes = readMillesimes(brut, installe, MILLESIME);
const communes = communesActuelles(millesimes.at(-1));
const franciliennes = communes.filter((c) => estFrancilien(c.insee));

ecrire('communes-ile-de-france.csv', ['insee', 'nom', 'departement', 'population'], franciliennes);
ecrire(
  'communes-france.csv',
  ['insee', 'nom', 'departement', 'population'],
  communes.filter((c) => !estFrancilien(c.insee)),
);

const mouvements = readRows(join(brut, 'communes-mouvements-ile-de-france.tsv'), '\t');
ecrire('communes-anciens-noms.csv', ['insee', 'nom', 'jusqu'], anciensNoms(mouvements, millesimes));

const { appartenances, liste } = intercommunalites(
  readRows(join(brut, 'epci-ile-de-france-1999-2017.csv'), ';'),
  millesimes,
);
ecrire('intercommunalites.csv', ['siren', 'nom', 'nature', 'debut', 'fin'], liste);
ecrire('appartenances.csv', ['siren', 'insee', 'debut', 'fin'], appartenances);

ecrire(
  'intercommunalites-france.csv',
  ['siren', 'nom', 'nature', 'debut', 'fin', 'membres', 'anciens'],
  intercommunalitesAilleurs(listesAnnuelles(join(brut, 'epci')), millesimes, communes),
);

const zus = quartiers(readRows(join(brut, 'zus-95.tsv'), '\t'), franciliennes);
ecrire('quartiers.csv', ['id', 'nom', 'nature', 'communes', 'debut', 'fin'], zus);

const departements = readJson(join(installe, 'departements.json'));
const regions = readJson(join(installe, 'regions.json'));
ecrire(
  'departements.csv',
  ['code', 'nom', 'region', 'liaison'],
  departements
    .filter((d) => d.zone !== 'com')
    .map((d) => ({ code: d.code, nom: d.nom, region: d.region, liaison: d.typeLiaison })),
);
ecrire(
  'regions.csv',
  ['code', 'nom'],
  regions.map((r) => ({ code: r.code, nom: r.nom })),
);
ecrireContours('communes-95.geojson');

function ecrire(fichier, champs, lignes) {
  console.log(`${fichier} : ${writeRows(join(sortie, fichier), champs, lignes)} lignes`);
}

/** Outlines keep the INSEE code only: the names of this file lack their article. */
function ecrireContours(fichier) {
  const { features } = readJson(join(brut, fichier));
  const compacts = features
    .map((f) => ({
      type: 'Feature',
      properties: { insee: f.properties.code },
      geometry: arrondir(f.geometry),
    }))
    .sort((a, b) => (a.properties.insee < b.properties.insee ? -1 : 1));
  const json = JSON.stringify({ type: 'FeatureCollection', features: compacts });
  writeFileSync(
    join(sortie, fichier),
    json.replaceAll('{"type":"Feature",', '\n{"type":"Feature",'),
  );
  console.log(`${fichier} : ${compacts.length} contours`);
}

/** Four decimals: eleven metres, enough for a map of a département. */
function arrondir(geometry) {
  const arrondi = (v) => (Array.isArray(v) ? v.map(arrondi) : Math.round(v * 1e4) / 1e4);
  return { type: geometry.type, coordinates: arrondi(geometry.coordinates) };
}
