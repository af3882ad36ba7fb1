import { lireLignes } from '../catalogue/lignes.js';

/** A row as its file has it, a character a byte; `rompue` when a quote is never closed. */
export interface Rangee {
  readonly cellules: readonly string[];
  readonly brut: string;
  readonly rompue: boolean;
}

/** A quoted cell of more lines is a quote that nothing closes: its first line is set apart, the next ones are read. */
const LIGNES_MAX = 200;

/**
 * Rows of delimited text (RFC 4180), with cells of several lines. Ours, because a parser that meets a quote that is
 * never closed takes the rest of the file for one cell.
 */
export async function* lireRangees(
  flux: AsyncIterable<Uint8Array>,
  separer: (debut: readonly string[]) => string,
): AsyncGenerator<Rangee> {
  let attente: string[] = [];
  let separateur: string | null = null;
  for await (const lot of lireLignes(flux)) {
    attente = attente.length === 0 ? lot : [...attente, ...lot];
    if (separateur === null && attente.length < 20) continue;
    separateur ??= separer(attente);
    attente = yield* rendre(attente, separateur, false);
  }
  yield* rendre(attente, separateur ?? separer(attente), true);
}

function* rendre(
  lignes: readonly string[],
  separateur: string,
  dernier: boolean,
): Generator<Rangee, string[]> {
  let place = 0;
  while (place < lignes.length) {
    let brut = lignes[place] ?? '';
    let cellules = decouperRangee(brut, separateur);
    let fin = place + 1;
    while (cellules === null && fin < lignes.length && fin - place < LIGNES_MAX) {
      brut += `\n${lignes[fin] ?? ''}`;
      fin += 1;
      // Only a line with a quote can close the cell
      if (lignes[fin - 1]?.includes('"')) cellules = decouperRangee(brut, separateur);
    }
    if (cellules === null && !dernier && fin - place < LIGNES_MAX) break;
    if (cellules === null) {
      brut = lignes[place] ?? '';
      yield { cellules: [], brut, rompue: true };
      place += 1;
      continue;
    }
    if (brut.trim() !== '') yield { cellules, brut, rompue: false };
    place = fin;
  }
  return lignes.slice(place);
}

/** The cells of a row; null when a quote is open at its end. A quote inside an unquoted cell is a sign like another. */
export function decouperRangee(brut: string, separateur: string): string[] | null {
  if (!brut.includes('"')) return brut.split(separateur);
  const cellules: string[] = [];
  let place = 0;
  for (;;) {
    if (brut[place] !== '"') {
      const fin = brut.indexOf(separateur, place);
      cellules.push(fin === -1 ? brut.slice(place) : brut.slice(place, fin));
      if (fin === -1) return cellules;
      place = fin + 1;
      continue;
    }
    const fin = finDeGuillemets(brut, place + 1, separateur);
    if (fin === -1) return null;
    cellules.push(brut.slice(place + 1, fin).replaceAll('""', '"'));
    if (fin + 1 >= brut.length) return cellules;
    place = fin + 2;
  }
}

/** Where the quote stands that closes a cell: the one before a separator or the end. */
function finDeGuillemets(brut: string, depuis: number, separateur: string): number {
  for (let place = brut.indexOf('"', depuis); place !== -1; place = brut.indexOf('"', place + 1)) {
    const suite = brut[place + 1];
    if (suite === undefined || suite === separateur) return place;
    if (suite === '"') place += 1;
  }
  return -1;
}

const SEPARATEURS = [';', '\t', ',', '|'] as const;

/** The sign that parts most rows into the same number of cells, more than one. */
export function choisirSeparateur(lignes: readonly string[]): string {
  const essai = lignes.filter((l) => l.trim() !== '').slice(0, 50);
  const notes = SEPARATEURS.map((s) => {
    const comptes = essai.map((l) => decouperRangee(l, s)?.length ?? 0).filter((n) => n > 1);
    const modal = mode(comptes);
    return {
      s,
      note: modal < 2 ? 0 : comptes.filter((n) => n === modal).length * Math.min(modal, 4),
    };
  });
  return notes.reduce((a, b) => (b.note > a.note ? b : a)).s;
}

/** The number that comes most often, 0 for none. */
export function mode(nombres: readonly number[]): number {
  const comptes = new Map<number, number>();
  for (const n of nombres) comptes.set(n, (comptes.get(n) ?? 0) + 1);
  return [...comptes].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0] as [number, number])[0];
}
