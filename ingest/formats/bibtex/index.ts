import { MaillageError } from '../../../src/domain/errors.js';
import { normalizePageText } from '../../../src/domain/page.js';
import type { ChampBrut, EnregistrementLu, FormatCatalogue } from '../catalogue/catalogue.js';
import { decoderLatin1, octetsDe } from '../catalogue/lignes.js';
import { decoder } from '../texte/decodage.js';
import { EntreeRompue, type EntreeSituee, situerEntree } from './champs.js';
import { decouperEntrees } from './decouper.js';
import { Renvois } from './renvois.js';

const ENTREE = /^\s*@\s*[A-Za-z]+\s*[{(]\s*[^\s,{}="]*\s*[,=]/m;

/** BibTeX and BibLaTeX, as a stream of entries; `@string` and `crossref` of the same file are followed. */
export const bibtex: FormatCatalogue = {
  nom: 'BibTeX',
  extensions: ['.bib', '.bibtex', '.biblatex'],
  reconnait(debut, fichier) {
    const nomme = this.extensions.some((e) => fichier.toLowerCase().endsWith(e));
    const texte = decoder(debut).slice(0, nomme ? 65_536 : 4000);
    return ENTREE.test(texte) && (nomme || /^\s*(?:%[^\n]*\n|\s)*@/.test(texte));
  },
  async *lire(octets): AsyncGenerator<EnregistrementLu> {
    const renvois = new Renvois();
    let numero = 0;
    for await (const { brut, close } of decouperEntrees(octets)) {
      if (/^@\s*(?:comment|preamble)\b/i.test(brut)) continue;
      const texte = normalizePageText(decoderLatin1(brut));
      const lue = close ? essayer(texte) : 'les accolades de l’entrée ne se ferment pas';
      if (typeof lue !== 'string' && lue.cle === null) {
        renvois.definir(texte, lue);
        continue;
      }
      numero += 1;
      const rompu = { genre: 'rompu', numero, code: 'entree-rompue' } as const;
      yield* typeof lue === 'string'
        ? renvois.passer({ ...rompu, octets: Uint8Array.from(octetsDe(brut)), raison: lue })
        : renvois.ajouter(numero, texte, lue, champsDe(lue));
    }
    yield* renvois.finir();
    if (numero === 0)
      throw new MaillageError(
        'refus',
        'le fichier ne contient aucune notice',
        'Exportez-le de nouveau depuis votre catalogue, au format BibTeX.',
      );
  },
};

function essayer(texte: string): EntreeSituee | string {
  try {
    return situerEntree(texte);
  } catch (cause) {
    if (cause instanceof EntreeRompue) return cause.message;
    throw cause;
  }
}

function champsDe({ type, cle, champs }: EntreeSituee): ChampBrut[] {
  return [
    { etiquette: '@type', sousChamps: [{ code: '', ...type }] },
    ...(cle === null ? [] : [{ etiquette: '@cle', sousChamps: [{ code: '', ...cle }] }]),
    ...champs.map(({ nom, debut, fin, expression }) => ({
      etiquette: nom,
      sousChamps: [{ code: expression ? 'expression' : '', debut, fin }],
    })),
  ];
}
