import { type Morceau, NUMERO, type Paragraphe, type Police, texteEn } from '../flux/modele.js';
import { symbole } from '../flux/numeros.js';
import { chercher, descendre, type Element, elements, texteDe } from '../xml/arbre.js';
import { Champs, estNumeroDePage } from './champs.js';
import { valeur } from './parties.js';
import { lireTexte, type ReglageTexte, type Styles } from './styles.js';

/** What a paragraph holds: its runs, and the text boxes anchored in it. */
export interface Contenu {
  readonly morceaux: Morceau[];
  readonly boites: Element[];
}

/** The notes of a document: the call of the next one and its paragraphs, by kind and id. */
export interface Notes {
  appeler(genre: 'footnote' | 'endnote', id: string): { appel: string; corps: Paragraphe[] } | null;
}

/** What only wraps runs; what was deleted or moved away is not among them. */
const ENVELOPPES = new Set([
  'w:hyperlink',
  'w:smartTag',
  'w:ins',
  'w:moveTo',
  'w:customXml',
  'w:dir',
  'w:bdo',
  'w:sdtContent',
]);
const IMAGES = new Set(['pic:pic', 'v:imagedata']);

/** Reads the runs of paragraphs. One reader a document: a field may run over several paragraphs. */
export class Runs {
  readonly #styles: Styles;
  readonly #notes: Notes | null;
  readonly #champs = new Champs();

  /** Without notes (in a note, in a running head) calls are left out, and page numbers stay to be filled. */
  constructor(styles: Styles, notes: Notes | null) {
    this.#styles = styles;
    this.#notes = notes;
  }

  lire(paragraphe: Element, base: ReglageTexte): Contenu {
    this.#champs.nouveauParagraphe();
    const contenu: Contenu = { morceaux: [], boites: [] };
    this.#envelopper(paragraphe, base, contenu);
    return contenu;
  }

  #envelopper(parent: Element, base: ReglageTexte, c: Contenu): void {
    for (const e of elements(parent)) {
      if (e.nom === 'w:r') this.#run(e, base, c);
      else if (ENVELOPPES.has(e.nom)) this.#envelopper(e, base, c);
      else if (e.nom === 'w:sdt') {
        if (estSaisie(e)) this.#envelopper(descendre(e, 'w:sdtContent') ?? e, base, c);
      } else if (e.nom === 'w:fldSimple') this.#champSimple(e, base, c);
      else if (e.nom === 'mc:AlternateContent') this.#envelopper(alternative(e), base, c);
    }
  }

  #champSimple(e: Element, base: ReglageTexte, c: Contenu): void {
    if (this.#notes === null && estNumeroDePage(e.attributs.get('w:instr') ?? '')) {
      c.morceaux.push(texteEn(NUMERO, policeDe(base)));
    } else this.#envelopper(e, base, c);
  }

  #run(run: Element, base: ReglageTexte, c: Contenu): void {
    const rPr = elements(run, 'w:rPr')[0];
    const style = this.#styles.caractere(valeur(elements(rPr, 'w:rStyle')[0]));
    const reglage = appliquer(base, style, lireTexte(rPr));
    if (reglage.cache === true) {
      for (const f of elements(run, 'w:fldChar')) this.#champs.borne(f);
      return;
    }
    for (const e of elements(run)) this.#element(e, reglage, c);
  }

  #element(e: Element, reglage: ReglageTexte, c: Contenu): void {
    const police = policeDe(reglage);
    const leve = reglage.exposant === true;
    if (e.nom === 'w:fldChar') {
      if (this.#champs.borne(e) && this.#notes === null) c.morceaux.push(texteEn(NUMERO, police));
    } else if (e.nom === 'w:instrText') this.#champs.code(texteDe(e));
    else if (e.nom === 'w:lastRenderedPageBreak') c.morceaux.push({ genre: 'saut', rendu: true });
    else if (e.nom === 'w:br' && e.attributs.get('w:type') === 'page')
      c.morceaux.push({ genre: 'saut', rendu: false });
    else if (e.nom === 'w:footnoteReference' || e.nom === 'w:endnoteReference')
      this.#note(e, police, c);
    else if (e.nom === 'mc:AlternateContent') {
      for (const choix of elements(alternative(e))) this.#element(choix, reglage, c);
    } else if (e.nom === 'w:drawing' || e.nom === 'w:pict' || e.nom === 'w:object') dessin(e, c);
    else {
      const texte = caracteres(e);
      const tu = this.#champs.tait || (this.#notes === null && this.#champs.numero);
      if (texte !== '' && !tu) c.morceaux.push(texteEn(texte, police, leve));
    }
  }

  #note(e: Element, police: Police, c: Contenu): void {
    const genre = e.nom === 'w:footnoteReference' ? 'footnote' : 'endnote';
    const note = this.#notes?.appeler(genre, e.attributs.get('w:id') ?? '') ?? null;
    if (note === null) return;
    // the mark that an author types himself follows as text, in the call as in the note
    const propre = /^(?:1|true|on)$/.test(e.attributs.get('w:customMarkFollows') ?? '');
    c.morceaux.push({ genre: 'note', police, ...note, appel: propre ? '' : note.appel });
  }
}

/** A content control that still shows « Cliquez ici pour taper du texte » holds no text. */
export function estSaisie(sdt: Element): boolean {
  return descendre(sdt, 'w:sdtPr', 'w:showingPlcHdr') === undefined;
}

/** What a version of a content may require and still be read here: the extensions of Word and of its drawings. */
const COMPRIS = /^(?:w|w1\d\w*|wne|wp|wp\d\d|wp[a-z]|a|a\d\d|am3d|aink|c\d\d|cx\d?|m|o|pic|r|v)$/;

/**
 * One of the versions of the same content (ECMA-376 part 3): the first whose requirements are known, unless
 * only the last has something to read.
 */
export function alternative(e: Element): Element {
  const versions = elements(e, 'mc:Choice');
  const choix = versions.find(estComprise);
  const [secours] = elements(e, 'mc:Fallback');
  const utiles = new Set(['w:txbxContent', 'w:t', ...IMAGES]);
  const plein = choix !== undefined && chercher(choix, utiles) !== undefined;
  return (plein ? choix : (secours ?? choix ?? versions[0])) ?? e;
}

function estComprise(choix: Element): boolean {
  const requis = (choix.attributs.get('Requires') ?? '').split(/\s+/).filter((r) => r !== '');
  return requis.every((r) => COMPRIS.test(r));
}

/** A picture, or a shape with its text box. */
function dessin(e: Element, c: Contenu): void {
  if (chercher(e, IMAGES) !== undefined) c.morceaux.push({ genre: 'image' });
  const visiter = (parent: Element): void => {
    for (const enfant of elements(parent)) {
      if (enfant.nom === 'w:txbxContent') c.boites.push(enfant);
      else visiter(enfant.nom === 'mc:AlternateContent' ? alternative(enfant) : enfant);
    }
  };
  visiter(e);
}

function caracteres(e: Element): string {
  if (e.nom === 'w:t') return texteDe(e).replace(/[\n\r]/g, ' ');
  if (e.nom === 'w:tab' || e.nom === 'w:ptab') return '\t';
  if (e.nom === 'w:br' || e.nom === 'w:cr') return '\n';
  if (e.nom === 'w:noBreakHyphen') return '-';
  if (e.nom === 'w:sym')
    return symbole(Number.parseInt(e.attributs.get('w:char') ?? '', 16) || 0xb7);
  return '';
}

function policeDe(r: ReglageTexte): Police {
  return { taille: r.taille, gras: r.gras === true, italique: r.italique === true };
}

/** Bold and italic of a character style turn those of the paragraph's style over (ECMA-376 17.7.3). */
function appliquer(
  base: ReglageTexte,
  style: ReglageTexte | null,
  direct: ReglageTexte,
): ReglageTexte {
  const bascule = (cle: 'gras' | 'italique' | 'cache'): boolean | null =>
    direct[cle] ?? (style?.[cle] === true ? base[cle] !== true : base[cle]);
  return {
    taille: direct.taille ?? style?.taille ?? base.taille,
    gras: bascule('gras'),
    italique: bascule('italique'),
    cache: bascule('cache'),
    exposant: direct.exposant ?? style?.exposant ?? base.exposant,
  };
}
