import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Départements of Île-de-France. */
const ILE_DE_FRANCE = ['75', '77', '78', '91', '92', '93', '94', '95'];

/** True for an INSEE code of Île-de-France (five characters). */
export const estFrancilien = (insee) =>
  insee.length === 5 && ILE_DE_FRANCE.includes(insee.slice(0, 2));

/** Rows of a file with a header line, as objects; the files read here have no quoted field. */
export function readRows(file, separator) {
  const [header = '', ...lines] = readFileSync(file, 'utf8').split(/\r?\n/);
  const names = header.split(separator);
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const values = line.split(separator);
      return Object.fromEntries(names.map((name, i) => [name, (values[i] ?? '').trim()]));
    });
}

export const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/**
 * The yearly versions of the administrative division found in the raw folder
 * (`decoupage-2019/epci.json`…), oldest first, and the installed package as the last one.
 */
export function readMillesimes(raw, installed, lastYear) {
  const millesimes = [];
  for (let annee = 2018; annee < lastYear; annee += 1) {
    const folder = join(raw, `decoupage-${annee}`);
    if (existsSync(folder)) millesimes.push(readMillesime(folder, annee));
  }
  return [...millesimes, readMillesime(installed, lastYear)];
}

function readMillesime(folder, annee) {
  const list = (name) => (existsSync(join(folder, name)) ? readJson(join(folder, name)) : []);
  return {
    annee,
    communes: list('communes.json'),
    epci: list('epci.json'),
    ept: list('ept.json'),
    historique: list('historique-communes.json'),
  };
}

/** Rows of the yearly lists of groupings in a folder (`1999.csv`…), each with its year and a code of five characters. */
export function listesAnnuelles(folder) {
  return readdirSync(folder)
    .filter((name) => /^\d{4}\.csv$/.test(name))
    .sort()
    .flatMap((name) =>
      readRows(join(folder, name), ';').map(({ siren, nom, nature, insee }) => ({
        siren,
        nom,
        nature,
        insee: insee.padStart(5, '0'),
        annee: Number(name.slice(0, 4)),
      })),
    );
}

const ordre = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** Writes rows as a CSV with semicolons, sorted, so that a rebuild from the same data changes no byte. */
export function writeRows(file, names, rows) {
  const lines = rows.map((row) => names.map((name) => field(row[name])).join(';')).sort(ordre);
  writeFileSync(file, `${names.join(';')}\n${lines.join('\n')}\n`);
  return lines.length;
}

function field(value) {
  const text = String(value ?? '').normalize('NFC');
  return /[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
