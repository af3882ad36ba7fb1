import { lireLignes } from '../catalogue/lignes.js';

/** The lines of a stretch of the file that makes a record, a character a byte. */
export interface BlocRis {
  readonly lignes: readonly string[];
  /** False where no `ER` closes it. */
  readonly clos: boolean;
  /** False for lines that no `TY` opens. */
  readonly ouvert: boolean;
  readonly demesure: boolean;
}

/** Far more than any record: only the beginning is kept of what is larger. */
const TAILLE_MAX = 2_000_000;

/** `TY  - BOOK`; one space too (PMB ends its records with `ER - `). */
const OUVRE = /^\s{0,3}TY {1,2}-/;
const FERME = /^\s{0,3}ER {1,2}-\s*$/;

/** Cuts a stream at its `TY` and its `ER`: a record without `ER` ends where the next one opens. */
export async function* decouperRis(flux: AsyncIterable<Uint8Array>): AsyncGenerator<BlocRis> {
  let lignes: string[] = [];
  let taille = 0;
  let ouvert = false;
  const rendre = (clos: boolean): BlocRis[] => {
    const bloc = { lignes, clos, ouvert, demesure: taille > TAILLE_MAX };
    [lignes, taille, ouvert] = [[], 0, false];
    return bloc.lignes.some((l) => l.trim() !== '') ? [bloc] : [];
  };
  for await (const lot of lireLignes(flux)) {
    for (const ligne of lot) {
      const ouvre = OUVRE.test(ligne);
      if (ouvre) {
        yield* rendre(false);
        ouvert = true;
      }
      taille += ligne.length + 1;
      if (taille <= TAILLE_MAX || lignes.length === 0) lignes.push(ligne.slice(0, TAILLE_MAX));
      if (FERME.test(ligne)) yield* rendre(true);
    }
  }
  yield* rendre(false);
}
