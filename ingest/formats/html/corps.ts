import { MaillageError } from '../../../src/domain/errors.js';
import type { Cellule } from '../../../src/domain/page.js';
import { marquer } from '../flux/marque.js';
import { type Morceau, texteEn } from '../flux/modele.js';
import { ecrireNumero, type FormatNumero } from '../flux/numeros.js';
import type { Mise } from '../flux/pages.js';
import { attribut, type Balise, estBalise, type Noeud, texteDe, toutes } from './arbre.js';
import type { NoteHtml } from './notes.js';
import { type Feuilles, REGLAGE, type Reglage } from './styles.js';
import { estMiseEnPage, lireTableau } from './tableau.js';

/** Space above and below the blocks that have some, in points. */
const MARGE = 12;
const ESPACES = /^(?:p|h[1-6]|ul|ol|dl|table|blockquote|pre|hr|figure|form|fieldset)$/;
const BLOCS =
  /^(?:p|div|h[1-6]|ul|ol|li|dl|dt|dd|table|caption|blockquote|pre|hr|address|section|article|aside|header|footer|main|nav|figure|figcaption|fieldset|legend|form|details|summary|center|body|html)$/;
/** What is no text of the page. */
const MUETS =
  /^(?:head|script|style|template|noscript|svg|math|select|button|iframe|object|canvas|audio|video|textarea|datalist|rp|rt)$/;
const PROFONDEUR_MAX = 1000;
const FORMATS: Readonly<Record<string, FormatNumero>> = {
  a: 'minuscule',
  A: 'majuscule',
  i: 'romain',
  I: 'romainMajuscule',
};

/** Where a run of text stands. */
interface Contexte {
  readonly reglage: Reglage;
  readonly niveau: number | null;
  readonly rang: number;
  readonly cellule: Cellule | null;
  readonly profondeur: number;
}

/** Goes through a page and sets it into paragraphs. */
export class Corps {
  readonly #feuilles: Feuilles;
  readonly #notes: ReadonlyMap<Balise, NoteHtml>;
  readonly #blocsDeNotes: ReadonlySet<Balise>;
  readonly #mise: Mise;
  #ligne: Morceau[] = [];
  #avant = 0;
  /** The number or bullet of the list item whose first text is to come. */
  #marque: string | null = null;
  #tableaux = 0;

  constructor(feuilles: Feuilles, notes: ReadonlyMap<Balise, NoteHtml>, mise: Mise) {
    this.#feuilles = feuilles;
    this.#notes = notes;
    this.#blocsDeNotes = new Set([...notes.values()].map((n) => n.bloc));
    this.#mise = mise;
  }

  lire(racine: readonly Noeud[]): void {
    const contexte = { reglage: REGLAGE, niveau: null, rang: 0, cellule: null, profondeur: 0 };
    this.#suivre(racine, contexte);
    this.#finir(contexte);
  }

  #suivre(noeuds: readonly Noeud[], c: Contexte): void {
    if (c.profondeur > PROFONDEUR_MAX) {
      throw new MaillageError(
        'refus',
        'la page est imbriquée à l’excès',
        'Ouvrez-la dans un navigateur et imprimez-la en PDF.',
      );
    }
    for (const n of noeuds) {
      if (estBalise(n)) this.#balise(n, { ...c, profondeur: c.profondeur + 1 });
      else if (n.nodeName === '#text' && 'value' in n) this.#texte(n.value, c);
    }
  }

  #balise(e: Balise, autour: Contexte): void {
    if (MUETS.test(e.tagName) || this.#blocsDeNotes.has(e) || estNavigation(e)) return;
    // what a word processor prints around its pages, left at both ends of the page it exports
    if (e.tagName === 'div' && /^(?:header|footer)$/.test(attribut(e, 'title') ?? '')) return;
    const reglage = this.#feuilles.regler(e, autour.reglage);
    if (reglage.cache) return;
    const c = { ...autour, reglage };
    const note = this.#notes.get(e);
    if (note !== undefined) this.#note(note, c);
    else if (e.tagName === 'br') this.#retour(c);
    else if (e.tagName === 'img') this.#ligne.push({ genre: 'image' });
    else if (!BLOCS.test(e.tagName)) this.#suivre(e.childNodes, c);
    else this.#bloc(e, c, autour);
  }

  #bloc(e: Balise, c: Contexte, autour: Contexte): void {
    this.#finir(autour);
    const espace = ESPACES.test(e.tagName) ? MARGE : 0;
    this.#avant = Math.max(this.#avant, espace);
    const saut = c.reglage.sautAvant || (e.tagName === 'hr' && /page/i.test(classes(e)));
    if (saut) this.#mise.saut(true);
    const niveau = Number(/^h([1-6])$/.exec(e.tagName)?.[1] ?? 0);
    const dedans = niveau > 0 ? { ...c, niveau } : c;
    if (e.tagName === 'ul' || e.tagName === 'ol') this.#liste(e, dedans);
    else if (e.tagName === 'table' && !estMiseEnPage(e)) this.#tableau(e, dedans);
    else this.#suivre(e.childNodes, dedans);
    this.#finir(dedans);
    this.#avant = Math.max(this.#avant, espace);
    if (c.reglage.sautApres) this.#mise.saut();
  }

  #liste(e: Balise, c: Contexte): void {
    const rang = c.rang + 1;
    let numero = Number.parseInt(attribut(e, 'start') ?? '1', 10) || 1;
    const format = FORMATS[attribut(e, 'type') ?? ''] ?? 'decimal';
    for (const n of e.childNodes) {
      if (!estBalise(n) || n.tagName !== 'li') {
        this.#suivre([n], { ...c, rang });
        continue;
      }
      this.#finir(c);
      numero = Number.parseInt(attribut(n, 'value') ?? '', 10) || numero;
      const puce = e.tagName === 'ul' ? '•' : `${ecrireNumero(numero, format)}.`;
      const reglage = this.#feuilles.regler(n, c.reglage);
      this.#marque = reglage.sansPuce ? null : puce;
      if (!reglage.cache) numero += 1;
      this.#balise(n, { ...c, rang });
      this.#marque = null;
    }
  }

  #tableau(e: Balise, c: Contexte): void {
    for (const n of e.childNodes) {
      if (estBalise(n) && n.tagName === 'caption') this.#balise(n, c);
    }
    const tableau = this.#tableaux;
    this.#tableaux += 1;
    const { rangees, colonnes, cellules } = lireTableau(e);
    for (const { contenu, rangee, colonne } of cellules) {
      const reglage = this.#feuilles.regler(contenu, c.reglage);
      if (reglage.cache) continue;
      const cellule = { tableau, rangee, colonne, rangees, colonnes };
      const place = { ...c, reglage, rang: 0, cellule };
      this.#suivre(contenu.childNodes, place);
      this.#finir(place);
      this.#avant = 0;
      this.#mise.finDeCellule();
    }
  }

  /** Two line breaks in a row part paragraphs, in pages that know no other way. */
  #retour(c: Contexte): void {
    const dernier = this.#ligne.findLast(
      (m) => m.genre !== 'texte' || m.texte.trim() !== '' || m.texte.includes('\n'),
    );
    if (dernier?.genre === 'texte' && dernier.texte === '\n') {
      this.#finir(c);
      this.#avant = MARGE;
    } else this.#ligne.push(texteEn('\n', c.reglage.police));
  }

  #texte(brut: string, c: Contexte): void {
    const { police, exposant, preforme } = c.reglage;
    const texte = preforme ? brut.replace(/\r\n?/g, '\n') : brut.replace(/[ \t\n\r\f]+/g, ' ');
    const avant = this.#ligne.at(-1);
    const blanc = avant === undefined || (avant.genre === 'texte' && /\s$/.test(avant.texte));
    const ecrit = blanc && !preforme ? texte.replace(/^ /, '') : texte;
    if (ecrit !== '') this.#ligne.push(texteEn(ecrit, police, exposant));
  }

  #note({ appel, bloc, retour }: NoteHtml, c: Contexte): void {
    const entier = texteDe(bloc).replace(/\s+/g, ' ');
    const marque = texteDe(retour).replace(/\s+/g, ' ').trim();
    const place = entier.indexOf(marque);
    const texte = entier.slice(0, place) + entier.slice(place + marque.length);
    const place0 = {
      niveau: null,
      liste: null,
      cellule: null,
      avant: 0,
      apres: 0,
      style: '',
      serre: false,
    };
    const corps = [{ ...place0, morceaux: [texteEn(texte.trim(), REGLAGE.police)] }];
    this.#ligne.push({ genre: 'note', appel, police: c.reglage.police, corps });
  }

  /** Ends the paragraph that is being filled, if anything is in it. */
  #finir(c: Contexte): void {
    if (this.#ligne.length === 0) return;
    const imprime = this.#ligne.some(
      (m) => m.genre !== 'texte' || m.texte.replaceAll('\u00a0', ' ').trim() !== '',
    );
    const morceaux = marquer(this.#ligne, imprime ? this.#marque : null);
    this.#ligne = [];
    if (!imprime) {
      this.#avant = MARGE;
      return;
    }
    this.#marque = null;
    const liste = c.rang === 0 || c.niveau !== null ? null : c.rang;
    this.#mise.paragraphe({
      morceaux,
      niveau: c.niveau,
      liste,
      cellule: c.cellule,
      avant: this.#avant,
      apres: 0,
      style: '',
      serre: false,
    });
    this.#avant = 0;
  }
}

function classes(e: Balise): string {
  return `${attribut(e, 'class') ?? ''} ${attribut(e, 'id') ?? ''}`;
}

/** A menu: what says that it is one, and is made of links. The rest of a page may stand in anything. */
function estNavigation(e: Balise): boolean {
  if (e.tagName !== 'nav' && attribut(e, 'role') !== 'navigation') return false;
  let liens = 0;
  for (const b of toutes(e)) if (b.tagName === 'a') liens += texteDe(b).trim().length;
  return liens * 10 >= texteDe(e).replace(/\s+/g, ' ').trim().length * 7;
}
