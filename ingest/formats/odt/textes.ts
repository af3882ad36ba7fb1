import { type Morceau, NUMERO, type Paragraphe, texteEn } from '../flux/modele.js';
import { descendre, type Element, elements, texteDe } from '../xml/arbre.js';
import { compte } from './parties.js';
import type { StyleResolu, Styles } from './styles.js';

/** What a paragraph holds: its runs, and the frames and shapes anchored in it. */
export interface Contenu {
  readonly morceaux: Morceau[];
  readonly boites: Element[];
}

/** What is no text of the document: comments, marks, rulers of fields. */
const MUETS = new Set([
  'office:annotation',
  'office:annotation-end',
  'text:note',
  'text:ruby-text',
  'text:tracked-changes',
  'office:event-listeners',
]);

/** The paragraphs of a note, read by the one who knows lists and styles. */
export type LireNote = (corps: Element) => readonly Paragraphe[];

/** Reads `text:p` and `text:h`. Without `lireNote` (in a running head, in a note) notes are left out. */
export class Textes {
  readonly #styles: Styles;
  readonly #lireNote: LireNote | null;
  /** White space runs into one across the elements of a paragraph (ODF 1.2, 6.1.2). */
  #blanc = true;

  constructor(styles: Styles, lireNote: LireNote | null) {
    this.#styles = styles;
    this.#lireNote = lireNote;
  }

  lire(paragraphe: Element, style: StyleResolu): Contenu {
    this.#blanc = true;
    const contenu: Contenu = { morceaux: [], boites: [] };
    this.#suivre(paragraphe, style, contenu);
    return contenu;
  }

  #suivre(parent: Element, style: StyleResolu, c: Contenu): void {
    for (const n of parent.enfants) {
      if (typeof n === 'string') this.#ecrire(this.#reduire(n), style, c);
      else this.#element(n, style, c);
    }
  }

  #element(e: Element, style: StyleResolu, c: Contenu): void {
    if (e.nom === 'text:span') {
      this.#suivre(e, this.#styles.texte(e.attributs.get('text:style-name'), style), c);
    } else if (e.nom === 'text:s') this.#blancs(' '.repeat(compte(e, 'text:c')), style, c);
    else if (e.nom === 'text:tab') this.#blancs('\t', style, c);
    else if (e.nom === 'text:line-break') this.#blancs('\n', style, c);
    else if (e.nom === 'text:soft-page-break') c.morceaux.push({ genre: 'saut', rendu: true });
    else if (e.nom === 'text:note') this.#note(e, style, c);
    else if (e.nom === 'text:page-number' && this.#lireNote === null)
      this.#ecrire(NUMERO, style, c);
    else if (e.nom.startsWith('draw:') && e.nom !== 'draw:a') dessin(e, c);
    else if (MUETS.has(e.nom) || e.attributs.get('text:is-hidden') === 'true') return;
    else this.#suivre(e, style, c);
  }

  #note(e: Element, style: StyleResolu, c: Contenu): void {
    if (this.#lireNote === null) return;
    const citation = texteDe(elements(e, 'text:note-citation')[0]).trim();
    const corps = elements(e, 'text:note-body')[0];
    this.#blanc = false;
    c.morceaux.push({
      genre: 'note',
      appel: citation,
      police: style.police,
      corps: corps === undefined ? [] : this.#lireNote(corps),
    });
  }

  #reduire(texte: string): string {
    let reduit = texte.replace(/[ \t\n\r]+/g, ' ');
    if (this.#blanc) reduit = reduit.replace(/^ /, '');
    if (reduit !== '') this.#blanc = reduit.endsWith(' ');
    return reduit;
  }

  #blancs(texte: string, style: StyleResolu, c: Contenu): void {
    this.#ecrire(texte, style, c);
    this.#blanc = false;
  }

  #ecrire(texte: string, style: StyleResolu, c: Contenu): void {
    if (texte !== '' && !style.cache) {
      c.morceaux.push(texteEn(texte, style.police, style.exposant));
    }
  }
}

/** A picture; a frame or a shape with text is a box. */
function dessin(e: Element, c: Contenu): void {
  if (e.nom === 'draw:image') c.morceaux.push({ genre: 'image' });
  else if (e.nom === 'draw:text-box') c.boites.push(e);
  else if (descendre(e, 'text:p') !== undefined || descendre(e, 'text:list') !== undefined) {
    if (e.nom !== 'draw:frame') c.boites.push(e);
  } else {
    for (const enfant of elements(e)) if (enfant.nom.startsWith('draw:')) dessin(enfant, c);
  }
}
