import { MaillageError } from '../../../src/domain/errors.js';
import type {
  EnregistrementLu,
  FormatCatalogue,
  OptionsCatalogue,
} from '../catalogue/catalogue.js';
import { decoderLatin1, octetsDe } from '../catalogue/lignes.js';
import { decoder } from '../texte/decodage.js';
import { estClasseur, lireClasseur } from './classeur.js';
import { choisirSeparateur, decouperRangee, lireRangees, mode } from './rangees.js';
import { Table } from './table.js';

/** Tables: delimited text (`;`, comma, tab), XLSX, XLS and ODS. */
export const tableur: FormatCatalogue = {
  nom: 'Tableau',
  extensions: ['.csv', '.tsv', '.tab', '.xlsx', '.xls', '.ods'],
  reconnait(debut, fichier) {
    const nomme = this.extensions.some((e) => fichier.toLowerCase().endsWith(e));
    if (!nomme) return false;
    if (estClasseur(debut)) return true;
    const texte = decoder(debut);
    if (texte.includes('\u0000')) return false;
    const lignes = texte.split(/\r\n?|\n/).filter((l) => l.trim() !== '');
    const separateur = choisirSeparateur(lignes);
    return mode(lignes.slice(0, 50).map((l) => decouperRangee(l, separateur)?.length ?? 0)) > 1;
  },
  async *lire(octets, options = {}): AsyncGenerator<EnregistrementLu> {
    let numero = 0;
    const suite = (): number => {
      numero += 1;
      return numero;
    };
    const iterateur = octets[Symbol.asyncIterator]();
    const premier = await iterateur.next();
    const debut = premier.done === true ? new Uint8Array() : premier.value;
    const flux = reprendre(debut, { [Symbol.asyncIterator]: () => iterateur });
    yield* estClasseur(debut)
      ? lireFeuilles(flux, options, suite)
      : lireTexte(flux, options, suite);
    if (numero === 0)
      throw new MaillageError(
        'refus',
        'le tableau ne contient aucune ligne sous son en-tête',
        'Vérifiez que la première ligne du tableau nomme ses colonnes.',
      );
  },
};

async function* reprendre(
  debut: Uint8Array,
  reste: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield debut;
  yield* reste;
}

async function* lireTexte(
  flux: AsyncIterable<Uint8Array>,
  options: OptionsCatalogue,
  suite: () => number,
): AsyncGenerator<EnregistrementLu> {
  const table = new Table(options, suite);
  for await (const { cellules, brut, rompue } of lireRangees(flux, choisirSeparateur)) {
    const ascii = !/[\u0080-\u00ff]/.test(brut);
    yield* table.ajouter({
      // A cell may be too short to tell its encoding: that of the row holds
      cellules: ascii ? cellules : decoderCellules(cellules),
      octets: () => Uint8Array.from(octetsDe(brut)),
      rompue,
    });
  }
  yield* table.fermer();
}

/** The cells decoded together; U+0001, which no text has, parts them. */
function decoderCellules(cellules: readonly string[]): string[] {
  return decoderLatin1(cellules.map((c) => c.replaceAll('\u0001', '')).join('\u0001')).split(
    '\u0001',
  );
}

async function* lireFeuilles(
  flux: AsyncIterable<Uint8Array>,
  options: OptionsCatalogue,
  suite: () => number,
): AsyncGenerator<EnregistrementLu> {
  for (const { rangees } of await lireClasseur(flux)) {
    const table = new Table(options, suite);
    for (const cellules of rangees)
      yield* table.ajouter({ cellules, octets: () => Buffer.from(cellules.join('\t')) });
    yield* table.fermer();
  }
}
