import type { Cellule } from '../../../src/domain/page.js';
import type { Paragraphe } from '../flux/modele.js';
import type { Mise } from '../flux/pages.js';
import { descendre, type Element, elements } from '../xml/arbre.js';
import { Numerotation } from './numerotation.js';
import { lireParagraphe } from './paragraphe.js';
import type { Parties } from './parties.js';
import { alternative, estSaisie, type Notes, Runs } from './runs.js';
import { courantsDe, lireSections, type Section } from './sections.js';
import { Styles } from './styles.js';
import { lireTableau } from './tableau.js';

/** What only wraps blocks. */
const ENVELOPPES = new Set(['w:ins', 'w:moveTo', 'w:customXml', 'w:sdtContent']);

/** Goes through the body of a Word document and sets it into pages. */
export class Corps {
  readonly #parties: Parties;
  readonly #styles: Styles;
  readonly #numerotation: Numerotation;
  readonly #runs: Runs;
  readonly #sections: readonly Section[];
  readonly #mise: Mise;
  #section = 0;
  #tableaux = 0;

  constructor(parties: Parties, mise: Mise) {
    this.#parties = parties;
    this.#mise = mise;
    this.#styles = new Styles(parties.partie('styles'));
    this.#numerotation = new Numerotation(parties.partie('numbering'));
    this.#runs = new Runs(this.#styles, this.#notes());
    this.#sections = lireSections(parties, this.#styles);
  }

  lire(): void {
    const premiere = this.#sections[0];
    if (premiere !== undefined) this.#mise.section(premiere.courants, premiere.premierNumero);
    this.#blocs(descendre(this.#parties.document, 'w:body'), null);
    if (this.#mise.sansRien) this.#courants();
  }

  /** A letter typed in its letterhead: where a document has nothing else, its running heads are its text. */
  #courants(): void {
    for (const id of courantsDe(this.#parties.document)) {
      this.#blocs(this.#parties.parId(id), null);
    }
  }

  #blocs(parent: Element | undefined, cellule: Cellule | null): void {
    for (const e of elements(parent)) {
      if (e.nom === 'w:p') this.#paragraphe(e, cellule);
      else if (e.nom === 'w:tbl') this.#tableau(e);
      else if (e.nom === 'w:sdt') {
        if (estSaisie(e)) this.#blocs(descendre(e, 'w:sdtContent'), cellule);
      } else if (e.nom === 'mc:AlternateContent') this.#blocs(alternative(e), cellule);
      else if (ENVELOPPES.has(e.nom)) this.#blocs(e, cellule);
    }
  }

  #paragraphe(p: Element, cellule: Cellule | null): void {
    const { paragraphe, boites, section } = lireParagraphe(p, cellule, {
      styles: this.#styles,
      numerotation: this.#numerotation,
      runs: this.#runs,
    });
    this.#mise.paragraphe(paragraphe);
    for (const boite of boites) this.#boite(boite);
    if (section !== undefined) this.#changerDeSection();
  }

  /** A text box is read where it is anchored, as a table of one cell. */
  #boite(contenu: Element): void {
    const tableau = this.#tableaux;
    this.#tableaux += 1;
    this.#blocs(contenu, { tableau, rangee: 0, colonne: 0, rangees: 1, colonnes: 1 });
  }

  #changerDeSection(): void {
    this.#section += 1;
    const suivante = this.#sections[this.#section];
    if (suivante === undefined) return;
    if (suivante.nouvellePage) this.#mise.saut();
    this.#mise.section(suivante.courants, suivante.premierNumero);
  }

  #tableau(tbl: Element): void {
    const tableau = this.#tableaux;
    this.#tableaux += 1;
    const { rangees, colonnes, cellules } = lireTableau(tbl);
    for (const { contenu, rangee, colonne } of cellules) {
      this.#blocs(contenu, { tableau, rangee, colonne, rangees, colonnes });
      this.#mise.finDeCellule();
    }
  }

  #notes(): Notes {
    const parties = this.#parties;
    const listes = {
      footnote: parId(parties.partie('footnotes'), 'w:footnote'),
      endnote: parId(parties.partie('endnotes'), 'w:endnote'),
    };
    let appelees = 0;
    return {
      appeler: (genre, id) => {
        const note = listes[genre].get(id);
        if (note === undefined) return null;
        appelees += 1;
        return { appel: String(appelees), corps: this.#corpsDeNote(note) };
      },
    };
  }

  #corpsDeNote(note: Element): Paragraphe[] {
    const runs = new Runs(this.#styles, null);
    const outils = { styles: this.#styles, numerotation: this.#numerotation, runs };
    return elements(note, 'w:p').map((p) => lireParagraphe(p, null, outils).paragraphe);
  }
}

/** Notes by id; the separators that a word processor keeps among them are none. */
function parId(racine: Element | undefined, nom: string): ReadonlyMap<string, Element> {
  return new Map(
    elements(racine, nom)
      .filter((n) => (n.attributs.get('w:type') ?? 'normal') === 'normal')
      .map((n) => [n.attributs.get('w:id') ?? '', n]),
  );
}
