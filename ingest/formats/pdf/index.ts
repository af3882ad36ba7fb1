import { PDFParse } from 'pdf-parse';
import { normalizePageText, type PageLue } from '../../../src/domain/page.js';
import { titresCourants } from '../courants.js';
import { EXTENSIONS } from '../extensions.js';
import type { Format, Lecture } from '../format.js';
import { pagesAnnoncees } from './annoncees.js';
import { traduireErreurPdf } from './erreurs.js';
import { lireFragments, type Planche } from './fragments.js';
import { lireImages } from './images.js';
import { lignesDePage } from './lignes.js';
import { numeroterTableaux } from './numerotation.js';

/** A PDF may be preceded by some bytes of another kind; readers look for its mark in the first kilobyte. */
const DEBUT = 1024;
/** Some producers leave bytes after the end mark. */
const FIN = 4096;

/**
 * PDF: the text of each page is that of pdf-parse (`getText`, no joiner), the layout of its lines
 * that of pdfjs. A page whose text is in its image is read on it (`ocr`); one without a character is `vide`.
 */
export const pdf: Format = {
  nom: 'pdf',
  extensions: EXTENSIONS.pdf,
  reconnait: (octets) => Buffer.from(octets.subarray(0, DEBUT)).includes('%PDF-'),
  async lire(octets, options = {}): Promise<Lecture> {
    if (estTronque(octets)) throw traduireErreurPdf(new Error('truncated structure'));
    try {
      const mise = await lireFragments(Uint8Array.from(octets));
      const textes = await lireTextes(octets);
      const titre = mise.titre;
      const pages = await lireImages(octets, assembler(textes, mise.planches), options);
      const annoncees = pagesAnnoncees(octets) ?? 0;
      return {
        pages,
        ...(titre === null ? {} : { titre }),
        ...(annoncees > pages.length ? { pagesAnnoncees: annoncees } : {}),
      };
    } catch (erreur) {
      throw traduireErreurPdf(erreur);
    }
  },
};

/** A parser repairs a cut file and silently returns the pages it finds: the end mark tells it is whole. */
function estTronque(octets: Uint8Array): boolean {
  return !Buffer.from(octets.subarray(-FIN)).includes('%%EOF');
}

/** The parser takes the buffer it is given away from its owner: it gets a copy. */
async function lireTextes(octets: Uint8Array): Promise<string[]> {
  const parser = new PDFParse({ data: Uint8Array.from(octets) });
  try {
    const { pages } = await parser.getText({ pageJoiner: '' });
    return pages.map((page) => normalizePageText(page.text));
  } finally {
    await parser.destroy();
  }
}

const VIDE: Planche = { fragments: [], filets: [] };

function assembler(textes: readonly string[], planches: readonly Planche[]): PageLue[] {
  const lignes = numeroterTableaux(
    textes.map((texte, i) => lignesDePage(texte, planches[i] ?? VIDE)),
    textes,
  );
  const { imprimees } = titresCourants(
    lignes.map((page, i) => page.map((l) => (textes[i] ?? '').slice(l.debut, l.fin))),
    lignes.map((page) => page.map((l) => l.taille ?? null)),
  );
  return textes.map((texte, i) => ({
    numero: i + 1,
    imprimee: imprimees[i] ?? null,
    etat: texte.trim() === '' ? 'vide' : 'lu',
    texte,
    lignes: lignes[i] ?? [],
  }));
}
