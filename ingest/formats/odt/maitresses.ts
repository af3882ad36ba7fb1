import type { Courants } from '../flux/modele.js';
import { descendre, type Element, elements } from '../xml/arbre.js';
import type { Parties } from './parties.js';
import { Styles } from './styles.js';
import { Textes } from './textes.js';

const LIGNES_MAX = 2;
const LONGUEUR_MAX = 160;

/** What the master pages of a document print around its text. */
export class Maitresses {
  readonly #pages = new Map<string, Element>();
  readonly #styles: Styles;
  readonly #premiere: string | undefined;

  constructor(parties: Parties) {
    this.#styles = new Styles(parties);
    const maitres = descendre(parties.styles, 'office:master-styles');
    for (const m of elements(maitres, 'style:master-page')) {
      this.#pages.set(m.attributs.get('style:name') ?? '', m);
    }
    this.#premiere = this.#pages.has('Standard') ? 'Standard' : [...this.#pages.keys()][0];
  }

  /** The running heads from a page on: a first page may give way to another master. */
  depuis(nom: string | null): (premiere: boolean) => Courants {
    const page = this.#pages.get(nom ?? this.#premiere ?? '');
    const suivante = this.#pages.get(page?.attributs.get('style:next-style-name') ?? '') ?? page;
    const propre = this.#courants(page, true);
    const suite = this.#courants(suivante, page !== suivante);
    return (premiere) => (premiere ? propre : suite);
  }

  #courants(page: Element | undefined, premiere: boolean): Courants {
    const partie = (nom: string): Element | undefined => {
      const [speciale] = [
        ...elements(page, `loext:${nom}-first`),
        ...elements(page, `style:${nom}-first`),
      ];
      return premiere && speciale !== undefined ? speciale : elements(page, `style:${nom}`)[0];
    };
    return { enTete: this.#lignes(partie('header')), pied: this.#lignes(partie('footer')) };
  }

  /** Long running heads are a letterhead or a legal notice: one line of it, or nothing. */
  #lignes(partie: Element | undefined): readonly string[] {
    if (partie === undefined || partie.attributs.get('style:display') === 'false') return [];
    const textes = new Textes(this.#styles, null);
    const lignes = this.#paragraphes(partie, textes).filter((t) => t.trim() !== '');
    const reunies = lignes.length > LIGNES_MAX ? [lignes.join('\t')] : lignes;
    return reunies.every((l) => l.length <= LONGUEUR_MAX) ? reunies : [];
  }

  #paragraphes(parent: Element, textes: Textes): string[] {
    return elements(parent).flatMap((e) => {
      if (e.nom !== 'text:p' && e.nom !== 'text:h') return this.#paragraphes(e, textes);
      const { morceaux, boites } = textes.lire(e, this.#styles.para(undefined));
      const texte = morceaux.map((m) => (m.genre === 'texte' ? m.texte : '')).join('');
      return [...texte.split('\n'), ...boites.flatMap((b) => this.#paragraphes(b, textes))];
    });
  }
}
