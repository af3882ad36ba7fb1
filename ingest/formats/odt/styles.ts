import { POLICE, type Police } from '../flux/modele.js';
import { descendre, type Element, elements } from '../xml/arbre.js';
import { type Parties, points } from './parties.js';

/** What is known of a style with everything that it inherits. */
export interface StyleResolu {
  readonly police: Police;
  readonly exposant: boolean;
  readonly cache: boolean;
  readonly avant: number;
  readonly apres: number;
  readonly sautAvant: boolean;
  readonly sautApres: boolean;
  /** Name of the master page that it starts, which makes a page break. */
  readonly maitresse: string | null;
  readonly numeroPage: number | null;
  readonly niveau: number | null;
  readonly liste: string | null;
  /** Nearest style that has a name of its own: automatic ones come and go with each saving. */
  readonly nom: string;
  readonly serre: boolean;
}

const NU: StyleResolu = {
  police: POLICE,
  exposant: false,
  cache: false,
  avant: 0,
  apres: 0,
  sautAvant: false,
  sautApres: false,
  maitresse: null,
  numeroPage: null,
  niveau: null,
  liste: null,
  nom: '',
  serre: false,
};
const HERITAGE_MAX = 30;

/** The styles of a document, automatic ones first: a name in content.xml hides that of styles.xml. */
export class Styles {
  readonly #styles = new Map<string, Element>();
  readonly #defauts = new Map<string, Element>();
  readonly #resolus = new Map<string, StyleResolu>();

  constructor({ contenu, styles }: Pick<Parties, 'contenu' | 'styles'>) {
    const sources = [
      descendre(styles, 'office:styles'),
      descendre(contenu, 'office:automatic-styles'),
    ];
    for (const source of sources) {
      for (const s of elements(source, 'style:style')) {
        this.#styles.set(cle(s, s.attributs.get('style:name')), s);
      }
      for (const s of elements(source, 'style:default-style')) {
        this.#defauts.set(s.attributs.get('style:family') ?? '', s);
      }
    }
  }

  para(nom: string | undefined): StyleResolu {
    return this.#resoudre('paragraph', nom, NU, true);
  }

  /** A character style over what is set around it. */
  texte(nom: string | undefined, autour: StyleResolu): StyleResolu {
    return this.#resoudre('text', nom, autour, false);
  }

  tableau(nom: string | undefined): StyleResolu {
    return this.#resoudre('table', nom, NU, false);
  }

  #resoudre(famille: string, nom: string | undefined, base: StyleResolu, garder: boolean) {
    const rang = `${famille} ${nom ?? ''}`;
    const connu = garder ? this.#resolus.get(rang) : undefined;
    if (connu !== undefined) return connu;
    const defaut = garder ? this.#defauts.get(famille) : undefined;
    let resolu = defaut === undefined ? base : appliquer(base, defaut);
    for (const s of this.#lignee(famille, nom).reverse()) resolu = appliquer(resolu, s);
    if (garder) this.#resolus.set(rang, resolu);
    return resolu;
  }

  #lignee(famille: string, nom: string | undefined): Element[] {
    const lignee: Element[] = [];
    let style = nom === undefined ? undefined : this.#styles.get(`${famille} ${nom}`);
    while (style !== undefined && lignee.length < HERITAGE_MAX && !lignee.includes(style)) {
      lignee.push(style);
      const parent: string | undefined = style.attributs.get('style:parent-style-name');
      style = parent === undefined ? undefined : this.#styles.get(`${famille} ${parent}`);
    }
    return lignee;
  }
}

function cle(style: Element, nom: string | undefined): string {
  return `${style.attributs.get('style:family') ?? ''} ${nom ?? ''}`;
}

function appliquer(base: StyleResolu, style: Element): StyleResolu {
  const texte = elements(style, 'style:text-properties')[0]?.attributs;
  const para = (
    elements(style, 'style:paragraph-properties')[0] ?? elements(style, 'style:table-properties')[0]
  )?.attributs;
  const niveau = Number.parseInt(style.attributs.get('style:default-outline-level') ?? '', 10);
  const numero = Number.parseInt(para?.get('style:page-number') ?? '', 10);
  const saut = para?.get('fo:break-before');
  const apres = para?.get('fo:break-after');
  const serre = para?.get('style:contextual-spacing');
  const nom = style.attributs.get('style:name') ?? '';
  return {
    police: policeDe(base.police, texte),
    exposant: exposantDe(texte) ?? base.exposant,
    cache: texte?.has('text:display') ? texte.get('text:display') === 'none' : base.cache,
    avant: points(para?.get('fo:margin-top')) ?? base.avant,
    apres: points(para?.get('fo:margin-bottom')) ?? base.apres,
    sautAvant: saut === undefined ? base.sautAvant : saut === 'page',
    sautApres: apres === undefined ? base.sautApres : apres === 'page',
    maitresse: style.attributs.get('style:master-page-name') ?? base.maitresse,
    numeroPage: Number.isNaN(numero) || numero === 0 ? base.numeroPage : numero,
    niveau: Number.isNaN(niveau) ? base.niveau : niveau,
    liste: style.attributs.get('style:list-style-name') ?? base.liste,
    nom: /^P\d+$/.test(nom) ? base.nom : nom,
    serre: serre === undefined ? base.serre : serre === 'true',
  };
}

function policeDe(base: Police, p: ReadonlyMap<string, string> | undefined): Police {
  const graisse = p?.get('fo:font-weight');
  const pente = p?.get('fo:font-style');
  return {
    taille: tailleDe(base.taille, p?.get('fo:font-size')),
    gras: graisse === undefined ? base.gras : graisse === 'bold' || Number(graisse) >= 600,
    italique: pente === undefined ? base.italique : pente !== 'normal',
  };
}

/** « 12pt », or a share of the size around. */
function tailleDe(base: number | null, texte: string | undefined): number | null {
  const part = /^([\d.]+)%$/.exec(texte ?? '')?.[1];
  if (part === undefined) return points(texte) ?? base;
  return base === null ? null : Math.round(base * Number(part)) / 100;
}

/** « super 58% », « 33% 58% » : raised; « sub 58% », « 0% 100% » : not. */
function exposantDe(p: ReadonlyMap<string, string> | undefined): boolean | null {
  const position = p?.get('style:text-position');
  if (position === undefined) return null;
  return position.startsWith('super') || Number.parseFloat(position) > 0;
}
