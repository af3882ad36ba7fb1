import { fold } from '../../../src/french/fold.js';
import type { EnregistrementLu, OptionsCatalogue } from '../catalogue/catalogue.js';
import {
  type Correspondance,
  devinerColonnes,
  ecrireColonnes,
  tableauDeclare,
} from './colonnes.js';
import { composerRangee } from './composer.js';
import { mode } from './rangees.js';

/** A row, its text decoded, and its bytes for quarantine. */
export interface RangeeLue {
  readonly cellules: readonly string[];
  readonly octets: () => Uint8Array;
  readonly rompue?: boolean;
}

/** Rows read before the header and the mapping are settled. */
const ESSAI = 100;
const AVANT_ENTETE = 20;

/** Makes records of the rows of one table: finds its header, guesses what its columns give, sets apart what does not fit. */
export class Table {
  readonly #options: OptionsCatalogue;
  readonly #suite: () => number;
  #essai: RangeeLue[] = [];
  #entete: readonly string[] | null = null;
  #champs: Correspondance = [];
  /** What a source declares the rows to be. */
  #type: string | undefined;

  /** `suite` gives the next rank in the file. */
  constructor(options: OptionsCatalogue, suite: () => number) {
    this.#options = options;
    this.#suite = suite;
  }

  *ajouter(rangee: RangeeLue): Generator<EnregistrementLu> {
    if (this.#entete !== null) yield* this.#lire(rangee);
    else if (this.#essai.push(rangee) >= ESSAI) yield* this.#ouvrir();
  }

  *fermer(): Generator<EnregistrementLu> {
    if (this.#entete === null) yield* this.#ouvrir();
  }

  *#ouvrir(): Generator<EnregistrementLu> {
    const rangees = this.#essai;
    this.#essai = [];
    const place = trouverEntete(rangees);
    this.#entete = (rangees[place]?.cellules ?? []).map((c) => c.replace(/\s+/g, ' ').trim());
    while (this.#entete.at(-1) === '') this.#entete = this.#entete.slice(0, -1);
    const donnees = rangees.slice(place + 1);
    const cellules = donnees.map((r) => r.cellules);
    const declare = tableauDeclare(this.#entete, this.#options.tableaux);
    this.#type = declare?.type;
    const champs = devinerColonnes(this.#entete, cellules, declare);
    if (declare === undefined && donnees.length > 0)
      this.#options.surColonnes?.(ecrireColonnes(this.#entete, champs));
    // Beside a column for its complement, a title holds none, even where that column is empty
    const propre = champs.includes('complement');
    this.#champs = propre ? champs.map((c) => (c === 'titre' ? 'titrePropre' : c)) : champs;
    for (const avant of rangees.slice(0, place))
      yield this.#rompre(avant, 'hors-tableau', 'cette ligne est avant l’en-tête du tableau');
    for (const rangee of donnees) yield* this.#lire(rangee);
  }

  *#lire(rangee: RangeeLue): Generator<EnregistrementLu> {
    const entete = this.#entete ?? [];
    const { cellules } = rangee;
    if (rangee.rompue === true)
      yield this.#rompre(rangee, 'guillemet-ouvert', 'un guillemet ouvert n’est jamais fermé');
    else if (cellules.every((c) => c.trim() === '')) return;
    else if (estEntete(cellules, entete)) return;
    else if (
      cellules.length < entete.length ||
      cellules.slice(entete.length).some((c) => c.trim() !== '')
    )
      yield this.#rompre(
        rangee,
        'nombre-de-colonnes',
        `la ligne a ${cellules.length} colonnes et l’en-tête ${entete.length}`,
      );
    else
      yield {
        ...composerRangee(this.#suite(), entete, cellules.slice(0, entete.length), this.#champs),
        ...(this.#type === undefined ? {} : { type: this.#type }),
      };
  }

  #rompre(rangee: RangeeLue, code: string, raison: string): EnregistrementLu {
    return { genre: 'rompu', numero: this.#suite(), octets: rangee.octets(), code, raison };
  }
}

/** The first row as wide as most, all its cells but a few filled with different words: titles above it are narrower. */
function trouverEntete(rangees: readonly RangeeLue[]): number {
  const remplies = rangees.map((r) => r.cellules.filter((c) => c.trim() !== '').length);
  const largeur = Math.max(mode(rangees.map((r) => r.cellules.length)), 1);
  const place = rangees.slice(0, AVANT_ENTETE).findIndex(({ cellules, rompue }, i) => {
    const noms = cellules.filter((c) => c.trim() !== '');
    return (
      rompue !== true &&
      (remplies[i] ?? 0) >= Math.max(Math.min(2, largeur), largeur * 0.6) &&
      new Set(noms.map(fold)).size >= noms.length - 1 &&
      !noms.some((nom) => /^[\d.,/ -]+$/.test(nom))
    );
  });
  return Math.max(place, 0);
}

function estEntete(cellules: readonly string[], entete: readonly string[]): boolean {
  return entete.every(
    (nom, i) => fold(nom) === fold((cellules[i] ?? '').replace(/\s+/g, ' ').trim()),
  );
}
