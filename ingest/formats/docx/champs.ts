import type { Element } from '../xml/arbre.js';

interface Champ {
  /** Its code is being read; then what it last gave is. */
  phase: 'code' | 'resultat';
  code: string;
}

/** The fields that are open where a document is read (« PAGE », « TOC », « HYPERLINK »): their codes are no text. */
export class Champs {
  #ouverts: Champ[] = [];

  /** A field whose code never ends would swallow the document: a paragraph ends it. */
  nouveauParagraphe(): void {
    this.#ouverts = this.#ouverts.filter((c) => c.phase === 'resultat');
  }

  /** Reads `w:fldChar`; true when the result of a page number field starts. */
  borne(fldChar: Element): boolean {
    const type = fldChar.attributs.get('w:fldCharType');
    const dernier = this.#ouverts.at(-1);
    if (type === 'begin') this.#ouverts.push({ phase: 'code', code: '' });
    else if (type === 'end') this.#ouverts.pop();
    else if (type === 'separate' && dernier !== undefined) {
      dernier.phase = 'resultat';
      return estNumeroDePage(dernier.code);
    }
    return false;
  }

  code(texte: string): void {
    const dernier = this.#ouverts.at(-1);
    if (dernier?.phase === 'code') dernier.code += texte;
  }

  /** True inside a code, whose text is not printed. */
  get tait(): boolean {
    return this.#ouverts.some((c) => c.phase === 'code');
  }

  /** True inside the result of a page number field. */
  get numero(): boolean {
    return this.#ouverts.some((c) => c.phase === 'resultat' && estNumeroDePage(c.code));
  }
}

export function estNumeroDePage(code: string): boolean {
  return /^\s*PAGE\b(?!REF)/i.test(code);
}
