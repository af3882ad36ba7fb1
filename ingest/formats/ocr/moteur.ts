import { access } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createWorker, OEM, type Worker } from 'tesseract.js';

/** A word as recognised: its box in points of the image, origin at the top left. */
export interface MotReconnu {
  readonly texte: string;
  readonly confiance: number;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A line as recognised, in the reading order of the page. */
export interface LigneReconnue {
  readonly mots: readonly MotReconnu[];
  readonly confiance: number;
  /** Both ends of the line on which the letters stand. */
  readonly base: {
    readonly x0: number;
    readonly y0: number;
    readonly x1: number;
    readonly y1: number;
  };
  /** From the top of the tallest letters to the bottom of the lowest: about the font size. */
  readonly hauteur: number;
}

/** Longest time for one page, in milliseconds: a page of noise can keep the engine for minutes. */
const DELAI_PAGE_MS = 40_000;

/** The language data that the package manager installed: nothing is ever downloaded. */
export function dossierLangue(): string {
  const paquet = createRequire(import.meta.url).resolve('@tesseract.js-data/fra/package.json');
  return join(dirname(paquet), '4.0.0_best_int');
}

/** Recognises the characters of page images, in a thread of its own. */
export class Moteur {
  readonly #langue: string;
  readonly #delaiMs: number;
  #travailleur: Worker | null = null;

  constructor({ langue = dossierLangue(), delaiMs = DELAI_PAGE_MS } = {}) {
    this.#langue = langue;
    this.#delaiMs = delaiMs;
  }

  /** The lines of a page's image (PNG). Throws when the engine fails, or takes longer than its limit. */
  async lire(png: Uint8Array): Promise<LigneReconnue[]> {
    this.#travailleur ??= await this.#ouvrir();
    const travailleur = this.#travailleur;
    try {
      const { data } = await auPlus(
        travailleur.recognize(Buffer.from(png), {}, { blocks: true, text: false }),
        this.#delaiMs,
      );
      return (data.blocks ?? []).flatMap((b) => b.paragraphs).flatMap((p) => p.lines.map(ligne));
    } catch (erreur) {
      // what it was doing cannot be stopped otherwise; the next page gets a new one
      await this.fermer();
      throw erreur;
    }
  }

  async fermer(): Promise<void> {
    const travailleur = this.#travailleur;
    this.#travailleur = null;
    await travailleur?.terminate();
  }

  /** The library does not tell its promise that the language could not be loaded: its error handler is told. */
  async #ouvrir(): Promise<Worker> {
    // looked for here first: where it is missing, a thread would be left waiting for ever
    await access(join(this.#langue, 'fra.traineddata.gz'));
    let echouer: (cause: unknown) => void = () => undefined;
    const echec = new Promise<never>((_, reject) => {
      echouer = reject;
    });
    // a page that fails later also tells its own promise
    echec.catch(() => undefined);
    const ouvert = createWorker('fra', OEM.LSTM_ONLY, {
      langPath: this.#langue,
      cacheMethod: 'none',
      gzip: true,
      errorHandler: (cause: unknown) => echouer(cause),
    });
    return auPlus(Promise.race([ouvert, echec]), this.#delaiMs);
  }
}

interface LigneMoteur {
  readonly confidence: number;
  readonly baseline: LigneReconnue['base'];
  readonly bbox: { readonly y0: number; readonly y1: number };
  readonly rowAttributes?: { readonly rowHeight: number };
  readonly words: readonly {
    readonly text: string;
    readonly confidence: number;
    readonly bbox: {
      readonly x0: number;
      readonly y0: number;
      readonly x1: number;
      readonly y1: number;
    };
  }[];
}

function ligne({ words, confidence, baseline, bbox, rowAttributes }: LigneMoteur): LigneReconnue {
  return {
    mots: words.map(({ text, confidence, bbox: { x0, y0, x1, y1 } }) => ({
      texte: text,
      confiance: confidence,
      x0,
      y0,
      x1,
      y1,
    })),
    confiance: confidence,
    base: baseline,
    hauteur: rowAttributes?.rowHeight ?? bbox.y1 - bbox.y0,
  };
}

async function auPlus<T>(travail: Promise<T>, delaiMs: number): Promise<T> {
  let minuterie: NodeJS.Timeout | undefined;
  const limite = new Promise<never>((_, reject) => {
    minuterie = setTimeout(() => reject(new Error('recognition took too long')), delaiMs);
  });
  try {
    return await Promise.race([travail, limite]);
  } finally {
    clearTimeout(minuterie);
  }
}
