import { read, utils, type WorkSheet } from '@e965/xlsx';
import { MaillageError } from '../../../src/domain/errors.js';

const OCTETS_MAX = 60_000_000;
const FEUILLES_MAX = 50;
const RANGEES_MAX = 200_000;
const CELLULES_MAX = 4_000_000;

export interface Feuille {
  readonly nom: string;
  readonly rangees: readonly (readonly string[])[];
}

/** True for the first bytes of XLSX and ODS (a ZIP archive) or of XLS (an OLE file). */
export function estClasseur(debut: Uint8Array): boolean {
  const [a, b, c, d] = debut;
  return (
    (a === 0x50 && b === 0x4b && c === 3 && d === 4) || (a === 0xd0 && b === 0xcf && c === 0x11)
  );
}

/** The sheets of a workbook, its cells as they are shown; dates as « 2012-05-03 ». Throws when it is larger than allowed. */
export async function lireClasseur(flux: AsyncIterable<Uint8Array>): Promise<Feuille[]> {
  const morceaux: Uint8Array[] = [];
  let taille = 0;
  for await (const lu of flux) {
    taille += lu.length;
    if (taille > OCTETS_MAX) refuser('le classeur est trop grand');
    morceaux.push(lu);
  }
  const livre = ouvrir(Buffer.concat(morceaux));
  if (livre.SheetNames.length > FEUILLES_MAX)
    refuser(`le classeur a plus de ${FEUILLES_MAX} feuilles`);
  let cellules = 0;
  return livre.SheetNames.flatMap((nom): Feuille[] => {
    const feuille = livre.Sheets[nom];
    if (feuille === undefined) return [];
    daterEnIso(feuille);
    const rangees = utils.sheet_to_json<string[]>(feuille, {
      header: 1,
      raw: false,
      defval: '',
      blankrows: false,
    });
    cellules += rangees.reduce((somme, r) => somme + r.length, 0);
    if (cellules > CELLULES_MAX || rangees.length >= RANGEES_MAX)
      refuser('le classeur a trop de cellules');
    return rangees.length === 0 ? [] : [{ nom, rangees: rangees.map((r) => r.map(String)) }];
  });
}

/** A date is shown by the place of who made the file (« 5/3/12 »): it is written the one way that cannot be mistaken. */
function daterEnIso(feuille: WorkSheet): void {
  for (const place of Object.keys(feuille)) {
    const cellule = place.startsWith('!') ? undefined : feuille[place];
    if (cellule?.t === 'd' && cellule.v instanceof Date)
      cellule.w = cellule.v.toISOString().slice(0, 10);
  }
}

function ouvrir(octets: Buffer): ReturnType<typeof read> {
  try {
    return read(octets, {
      type: 'buffer',
      cellDates: true,
      cellFormula: false,
      cellHTML: false,
      sheetRows: RANGEES_MAX,
      UTC: true,
    });
  } catch (cause) {
    throw new MaillageError(
      'refus',
      'le classeur est abîmé ou protégé',
      'Ouvrez-le dans un tableur et enregistrez-le en CSV.',
      { cause },
    );
  }
}

function refuser(message: string): never {
  throw new MaillageError('refus', message, 'Partagez-le en plusieurs, ou enregistrez-le en CSV.');
}
