import { descendre, type Element, elements } from '../xml/arbre.js';
import { bascule, points, valeur } from './parties.js';

/** What a style or a direct setting says of runs; null where it says nothing. */
export interface ReglageTexte {
  readonly taille: number | null;
  readonly gras: boolean | null;
  readonly italique: boolean | null;
  readonly cache: boolean | null;
  readonly exposant: boolean | null;
}

/** What a style or a direct setting says of paragraphs. */
export interface ReglagePara {
  /** Outline level from 1; 0 when it says « body text ». */
  readonly niveau: number | null;
  readonly avant: number | null;
  readonly apres: number | null;
  readonly sautAvant: boolean | null;
  readonly serre: boolean | null;
  readonly liste: string | null;
  readonly rang: number | null;
}

interface Style {
  readonly nom: string;
  readonly parent: string | undefined;
  readonly texte: ReglageTexte;
  readonly para: ReglagePara;
}

/** A style with everything that it inherits. */
export interface StyleResolu {
  readonly texte: ReglageTexte;
  readonly para: ReglagePara;
}

const HERITAGE_MAX = 30;
/** Built-in heading styles, by the name in any language that Word gives them in styles.xml. */
const TITRE = /^(?:heading|titre|titolo|überschrift|título|kop)\s*([1-9])$/i;

export class Styles {
  readonly #styles = new Map<string, Style>();
  readonly #resolus = new Map<string, StyleResolu>();
  readonly #parDefaut: string | undefined;
  readonly #base: StyleResolu;

  constructor(racine: Element | undefined) {
    const defauts = descendre(racine, 'w:docDefaults');
    this.#base = {
      texte: lireTexte(descendre(defauts, 'w:rPrDefault', 'w:rPr')),
      para: lirePara(descendre(defauts, 'w:pPrDefault', 'w:pPr')),
    };
    let parDefaut: string | undefined;
    for (const s of elements(racine, 'w:style')) {
      const id = s.attributs.get('w:styleId') ?? '';
      this.#styles.set(id, lireStyle(s));
      const defaut = /^(?:1|true|on)$/.test(s.attributs.get('w:default') ?? '');
      if (defaut && s.attributs.get('w:type') === 'paragraph') parDefaut = id;
    }
    this.#parDefaut = parDefaut;
  }

  /** The style of a paragraph, that of the document's defaults when it names none. */
  para(id: string | undefined): StyleResolu {
    const cle = id !== undefined && this.#styles.has(id) ? id : (this.#parDefaut ?? '');
    return this.#resoudre(cle, this.#base);
  }

  /** What a character style adds. */
  caractere(id: string | undefined): ReglageTexte | null {
    if (id === undefined || !this.#styles.has(id)) return null;
    return this.#resoudre(id, VIDE).texte;
  }

  #resoudre(id: string, base: StyleResolu): StyleResolu {
    const cle = `${base === VIDE ? 'c' : 'p'}${id}`;
    const connu = this.#resolus.get(cle);
    if (connu !== undefined) return connu;
    let resolu = base;
    for (const style of this.#lignee(id).reverse()) {
      const nomme = TITRE.exec(style.nom)?.[1];
      const para = couvrir(resolu.para, style.para);
      const niveau = style.para.niveau ?? (nomme === undefined ? null : Number(nomme));
      resolu = {
        texte: couvrir(resolu.texte, style.texte),
        para: niveau === null ? para : { ...para, niveau },
      };
    }
    this.#resolus.set(cle, resolu);
    return resolu;
  }

  /** A style and those it is based on, nearest first; a loop ends it. */
  #lignee(id: string): Style[] {
    const lignee: Style[] = [];
    let style = this.#styles.get(id);
    while (style !== undefined && lignee.length < HERITAGE_MAX && !lignee.includes(style)) {
      lignee.push(style);
      style = style.parent === undefined ? undefined : this.#styles.get(style.parent);
    }
    return lignee;
  }
}

function lireStyle(s: Element): Style {
  return {
    nom: valeur(elements(s, 'w:name')[0]) ?? '',
    parent: valeur(elements(s, 'w:basedOn')[0]),
    texte: lireTexte(elements(s, 'w:rPr')[0]),
    para: lirePara(elements(s, 'w:pPr')[0]),
  };
}

/** Reads `w:rPr`. */
export function lireTexte(rPr: Element | undefined): ReglageTexte {
  const de = (nom: string) => elements(rPr, nom)[0];
  const taille = Number.parseFloat(valeur(de('w:sz')) ?? '');
  const vertical = valeur(de('w:vertAlign'));
  const leve = Number.parseFloat(valeur(de('w:position')) ?? '0') > 2;
  return {
    taille: Number.isFinite(taille) ? taille / 2 : null,
    gras: bascule(de('w:b')),
    italique: bascule(de('w:i')),
    cache: bascule(de('w:vanish')),
    exposant: vertical === undefined ? leve || null : vertical === 'superscript',
  };
}

/** Reads `w:pPr`. */
export function lirePara(pPr: Element | undefined): ReglagePara {
  const plan = Number.parseInt(valeur(elements(pPr, 'w:outlineLvl')[0]) ?? '', 10);
  const espace = elements(pPr, 'w:spacing')[0];
  const auto = (nom: string) => /^(?:1|true|on)$/.test(espace?.attributs.get(nom) ?? '');
  const numPr = elements(pPr, 'w:numPr')[0];
  const rang = Number.parseInt(valeur(descendre(numPr, 'w:ilvl')) ?? '', 10);
  return {
    niveau: Number.isNaN(plan) ? null : plan > 8 ? 0 : plan + 1,
    avant: auto('w:beforeAutospacing') ? 14 : points(espace?.attributs.get('w:before')),
    apres: auto('w:afterAutospacing') ? 14 : points(espace?.attributs.get('w:after')),
    sautAvant: bascule(elements(pPr, 'w:pageBreakBefore')[0]),
    serre: bascule(elements(pPr, 'w:contextualSpacing')[0]),
    liste: valeur(descendre(numPr, 'w:numId')) ?? null,
    rang: Number.isNaN(rang) ? null : rang,
  };
}

/** `dessus` over `dessous`: what it says counts, what it does not say is inherited. */
export function couvrir<T extends object>(dessous: T, dessus: T): T {
  const dits = Object.entries(dessus).filter(([, v]) => v !== null);
  return { ...dessous, ...Object.fromEntries(dits) };
}

const VIDE: StyleResolu = { texte: lireTexte(undefined), para: lirePara(undefined) };
