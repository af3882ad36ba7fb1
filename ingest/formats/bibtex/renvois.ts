import type {
  ChampBrut,
  Enregistrement,
  EnregistrementLu,
  EnregistrementRompu,
} from '../catalogue/catalogue.js';
import type { EntreeSituee } from './champs.js';

/** Entries kept for those that refer to them, and entries that wait for one: more would make memory grow with the file. */
const MEMOIRE = 5000;

interface Cite {
  readonly texte: string;
  readonly entree: EntreeSituee;
}

/** What an entry takes from the one it refers to (BibLaTeX manual, appendix B); the rest tells of that one only. */
const HERITES = new Set(
  'title subtitle author editor publisher institution organization address location year date month series volume number isbn issn language langid journal journaltitle booktitle'.split(
    ' ',
  ),
);
const PARENTS = /^(?:mv)?(?:book|collection|proceedings|reference|periodical)$/i;

/** Adds to each record the text of what it refers to, so that each of its values is a slice of its text. */
export class Renvois {
  readonly #chaines = new Map<string, Cite>();
  readonly #parents = new Map<string, Cite>();
  #file: { lu: EnregistrementLu; parent: string | null }[] = [];

  definir(texte: string, entree: EntreeSituee): void {
    for (const { nom } of entree.champs)
      if (this.#chaines.size < MEMOIRE) this.#chaines.set(nom.toLowerCase(), { texte, entree });
  }

  /** A broken entry, in its place. */
  passer(rompu: EnregistrementRompu): EnregistrementLu[] {
    this.#file.push({ lu: rompu, parent: null });
    return this.#rendre(false);
  }

  ajouter(
    numero: number,
    texte: string,
    entree: EntreeSituee,
    champs: readonly ChampBrut[],
  ): EnregistrementLu[] {
    const { type, cle } = entree;
    if (
      PARENTS.test(texte.slice(type.debut, type.fin)) &&
      this.#parents.size < MEMOIRE &&
      cle !== null
    )
      this.#parents.set(texte.slice(cle.debut, cle.fin).toLowerCase(), { texte, entree });
    const renvoi = entree.champs.find((c) => c.nom.toLowerCase() === 'crossref');
    const parent =
      renvoi === undefined ? null : texte.slice(renvoi.debut, renvoi.fin).trim().toLowerCase();
    const lu: Enregistrement = {
      genre: 'enregistrement',
      numero,
      texte,
      dialecte: 'bibtex',
      champs,
    };
    this.#file.push({ lu: this.#avecChaines(lu), parent });
    return this.#rendre(false);
  }

  finir(): EnregistrementLu[] {
    return this.#rendre(true);
  }

  /** Records whose reference is known, in their order; all of them at the end, or when too many wait. */
  #rendre(tous: boolean): EnregistrementLu[] {
    const sans = tous || this.#file.length > MEMOIRE;
    const premier = sans
      ? -1
      : this.#file.findIndex(({ parent }) => parent !== null && !this.#parents.has(parent));
    const prets = premier === -1 ? this.#file : this.#file.slice(0, premier);
    this.#file = premier === -1 ? [] : this.#file.slice(premier);
    return prets.map(({ lu, parent }) =>
      lu.genre === 'rompu' || parent === null ? lu : this.#avecParent(lu, parent),
    );
  }

  #avecChaines(lu: Enregistrement): Enregistrement {
    const noms = lu.champs.flatMap(({ sousChamps: [v] }) =>
      v?.code === 'expression' ? (lu.texte.slice(v.debut, v.fin).match(/[^\s#"{}]+/g) ?? []) : [],
    );
    let complet = lu;
    for (const nom of new Set(noms.map((n) => n.toLowerCase()))) {
      const cite = this.#chaines.get(nom);
      if (cite === undefined) continue;
      complet = joindre(complet, cite, '@string ', (n) => n === nom);
    }
    return complet;
  }

  #avecParent(lu: Enregistrement, parent: string): Enregistrement {
    const cite = this.#parents.get(parent);
    if (cite !== undefined) return joindre(lu, cite, 'crossref.', (nom) => HERITES.has(nom));
    const message = `La notice renvoie à « ${parent} », qui n’est pas dans le fichier.`;
    return { ...lu, remarques: [{ code: 'renvoi-absent', message }] };
  }
}

function joindre(
  lu: Enregistrement,
  { texte, entree }: Cite,
  prefixe: string,
  garder: (nom: string) => boolean,
): Enregistrement {
  const base = lu.texte.length + 1;
  const champs = entree.champs
    .filter((c) => garder(c.nom.toLowerCase()))
    .map(({ nom, debut, fin, expression }) => ({
      etiquette: prefixe + nom,
      sousChamps: [{ code: expression ? 'expression' : '', debut: base + debut, fin: base + fin }],
    }));
  return { ...lu, texte: `${lu.texte}\n${texte}`, champs: [...lu.champs, ...champs] };
}
