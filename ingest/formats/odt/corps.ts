import type { Cellule } from '../../../src/domain/page.js';
import { marquer } from '../flux/marque.js';
import type { Morceau, Paragraphe } from '../flux/modele.js';
import type { Mise } from '../flux/pages.js';
import { type Element, elements } from '../xml/arbre.js';
import { type Compteurs, Listes } from './listes.js';
import { Maitresses } from './maitresses.js';
import { compte, type Parties } from './parties.js';
import { type StyleResolu, Styles } from './styles.js';
import { lireTableau } from './tableau.js';
import { Textes } from './textes.js';

/** The list that a paragraph stands in. */
interface EnListe {
  readonly style: string | undefined;
  readonly rang: number;
  readonly compteurs: Compteurs;
  /** The next paragraph is the first of its item: it takes the number. */
  premier: boolean;
}

/** What is no text of the document. */
const MUETS = new Set(['text:tracked-changes', 'office:forms', 'text:sequence-decls']);

/** Goes through the body of an OpenDocument text and sets it into pages. */
export class Corps {
  readonly #texte: Element;
  readonly #styles: Styles;
  readonly #listes: Listes;
  readonly #textes: Textes;
  readonly #maitresses: Maitresses;
  readonly #mise: Mise;
  /** Counters of the lists read, by their id, and the last of each style. */
  readonly #parId = new Map<string, Compteurs>();
  readonly #parStyle = new Map<string, Compteurs>();
  #tableaux = 0;

  constructor(parties: Parties, mise: Mise) {
    this.#texte = parties.texte;
    this.#mise = mise;
    this.#styles = new Styles(parties);
    this.#listes = new Listes(parties);
    this.#maitresses = new Maitresses(parties);
    this.#textes = new Textes(this.#styles, (corps) => this.#note(corps));
  }

  lire(): void {
    this.#mise.section(this.#maitresses.depuis(null), null);
    this.#blocs(this.#texte, null, null);
  }

  #blocs(parent: Element, cellule: Cellule | null, liste: EnListe | null): void {
    for (const e of elements(parent)) {
      if (MUETS.has(e.nom) || e.attributs.get('text:display') === 'none') continue;
      if (e.nom === 'text:p' || e.nom === 'text:h') this.#paragraphe(e, cellule, liste);
      else if (e.nom === 'text:list') this.#liste(e, cellule, liste);
      else if (e.nom === 'table:table') this.#tableau(e);
      else if (e.nom === 'text:soft-page-break') this.#mise.saut(true);
      else if (e.nom === 'draw:text-box') this.#boite(e);
      else if (e.nom !== 'text:note') this.#blocs(e, cellule, liste);
    }
  }

  #paragraphe(e: Element, cellule: Cellule | null, liste: EnListe | null): void {
    const style = this.#styles.para(e.attributs.get('text:style-name'));
    const { morceaux, boites } = this.#textes.lire(e, style);
    this.#ouvrirPage(style);
    const vide = !morceaux.some((m) => m.genre === 'texte' && m.texte.trim() !== '');
    const titre = e.nom === 'text:h' ? compte(e, 'text:outline-level') : null;
    const marque = vide ? null : this.#marque(e, titre, liste);
    this.#mise.paragraphe(
      composer(style, marquer(morceaux, marque), {
        niveau: titre ?? style.niveau,
        liste: titre === null && liste !== null ? liste.rang : null,
        cellule,
      }),
    );
    for (const boite of boites) this.#boite(boite);
    if (style.sautApres) this.#mise.saut();
  }

  #marque(e: Element, titre: number | null, liste: EnListe | null): string | null {
    if (e.attributs.get('text:is-list-header') === 'true') return null;
    if (liste === null) return titre === null ? null : this.#listes.titre(titre);
    if (!liste.premier) return null;
    liste.premier = false;
    return this.#listes.marque(liste.style, liste.rang, liste.compteurs);
  }

  /** A break before a paragraph or a table, or another master page. */
  #ouvrirPage(style: StyleResolu): void {
    const maitresse = style.maitresse !== null && style.maitresse !== '' ? style.maitresse : null;
    if (style.sautAvant || maitresse !== null) this.#mise.saut(true);
    if (maitresse !== null) {
      this.#mise.section(this.#maitresses.depuis(maitresse), style.numeroPage);
    }
  }

  #liste(e: Element, cellule: Cellule | null, dessus: EnListe | null): void {
    const style = e.attributs.get('text:style-name') ?? dessus?.style ?? this.#styleDuContenu(e);
    const rang = (dessus?.rang ?? 0) + 1;
    const compteurs = dessus?.compteurs ?? this.#compteurs(e, style);
    for (const item of elements(e)) {
      if (item.nom !== 'text:list-item' && item.nom !== 'text:list-header') continue;
      const depart = compte(item, 'text:start-value', -1);
      if (depart >= 0) compteurs[rang] = depart - 1;
      const premier = item.nom === 'text:list-item';
      this.#blocs(item, cellule, { style, rang, compteurs, premier });
    }
  }

  /** A list that names no style takes that of its first paragraph. */
  #styleDuContenu(liste: Element): string | undefined {
    const [item] = elements(liste, 'text:list-item');
    const [p] = elements(item, 'text:p');
    return this.#styles.para(p?.attributs.get('text:style-name')).liste ?? undefined;
  }

  #compteurs(e: Element, style: string | undefined): Compteurs {
    const suite = e.attributs.get('text:continue-list');
    const suivie = suite === undefined ? undefined : this.#parId.get(suite);
    const reprise = e.attributs.get('text:continue-numbering') === 'true';
    const compteurs = suivie ?? (reprise ? this.#parStyle.get(style ?? '') : undefined) ?? [];
    this.#parId.set(e.attributs.get('xml:id') ?? '', compteurs);
    this.#parStyle.set(style ?? '', compteurs);
    return compteurs;
  }

  #tableau(e: Element): void {
    this.#ouvrirPage(this.#styles.tableau(e.attributs.get('table:style-name')));
    const tableau = this.#tableaux;
    this.#tableaux += 1;
    const { rangees, colonnes, suite } = lireTableau(e);
    for (const s of suite) {
      if (s.genre === 'saut') {
        this.#mise.saut(true);
        continue;
      }
      const place = { tableau, rangee: s.rangee, colonne: s.colonne, rangees, colonnes };
      this.#blocs(s.contenu, place, null);
      this.#mise.finDeCellule();
    }
  }

  /** A text box is read where it is anchored, as a table of one cell. */
  #boite(contenu: Element): void {
    const tableau = this.#tableaux;
    this.#tableaux += 1;
    this.#blocs(contenu, { tableau, rangee: 0, colonne: 0, rangees: 1, colonnes: 1 }, null);
  }

  #note(corps: Element): Paragraphe[] {
    const textes = new Textes(this.#styles, null);
    return elements(corps, 'text:p').map((p) => {
      const style = this.#styles.para(p.attributs.get('text:style-name'));
      const place = { niveau: null, liste: null, cellule: null };
      return composer(style, textes.lire(p, style).morceaux, place);
    });
  }
}

function composer(
  style: StyleResolu,
  morceaux: readonly Morceau[],
  place: Pick<Paragraphe, 'niveau' | 'liste' | 'cellule'>,
): Paragraphe {
  return {
    morceaux,
    ...place,
    avant: style.avant,
    apres: style.apres,
    style: style.nom,
    serre: style.serre,
  };
}
