import type { PageLue } from '../../../src/domain/page.js';
import { aReconnaitre } from '../ocr/besoin.js';
import { type ContenuDessine, mesurerContenu } from './contenu.js';
import { avecDocument, SANS_IMAGE } from './ouvrir.js';

type Dessin = Pick<ContenuDessine, 'operateurs' | 'traces' | 'retirees'>;

const RIEN: Dessin = { operateurs: 0, traces: 0, retirees: 0 };

/** A page whose image may hold its text. */
export interface Candidate {
  readonly page: PageLue;
  /** What stands around its images already tells that it is so. */
  readonly sure: boolean;
}

/**
 * The pages whose image may hold their text, without decoding any image: the parser decodes those of a page
 * behind the back of whoever asks what is drawn on it, and five hundred scanned pages at once filled the memory.
 */
export async function pagesCandidates(
  octets: Uint8Array,
  pauvres: readonly PageLue[],
): Promise<Candidate[]> {
  const entiers = await dessins(octets, pauvres, false);
  const arretes = await dessins(octets, pauvres, true);
  return pauvres.flatMap((page, i) => {
    const { operateurs, traces, retirees } = entiers[i] ?? RIEN;
    // stopped before its end: there is an image
    const image = (arretes[i] ?? RIEN).operateurs < operateurs;
    const aLire = (images: number) => aReconnaitre({ texte: page.texte, images, traces });
    return aLire(image ? 1 : 0) ? [{ page, sure: aLire(image ? retirees : 0) }] : [];
  });
}

function dessins(
  octets: Uint8Array,
  pages: readonly PageLue[],
  strict: boolean,
): Promise<Dessin[]> {
  const ouverture = { imageMax: SANS_IMAGE, strict };
  return avecDocument(Uint8Array.from(octets), ouverture, async (document) => {
    const lus: Dessin[] = [];
    for (const { numero } of pages) {
      const page = await document.getPage(numero);
      // a drawing that is refused as a whole has stopped before anything
      lus.push(await mesurerContenu(page).catch(() => RIEN));
      page.cleanup();
    }
    return lus;
  });
}
