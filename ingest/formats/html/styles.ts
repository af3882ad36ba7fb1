import { POLICE, type Police } from '../flux/modele.js';
import { attribut, type Balise } from './arbre.js';

/** Declarations of a style, by property. */
type Declarations = ReadonlyMap<string, string>;

/** How an element is set, what is around it counted in. */
export interface Reglage {
  readonly police: Police;
  readonly exposant: boolean;
  readonly cache: boolean;
  readonly preforme: boolean;
  readonly sautAvant: boolean;
  readonly sautApres: boolean;
  /** A list without bullets. */
  readonly sansPuce: boolean;
}

/** Size of the running text: 16 pixels. */
const CORPS = 12;
const TAILLES: ReadonlyMap<string, number> = new Map([
  ['h1', 24],
  ['h2', 18],
  ['h3', 14],
  ['h4', 12],
  ['h5', 10],
  ['h6', 8],
]);
const GRASSES = new Set(['b', 'strong', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt']);
const PENCHEES = new Set(['i', 'em', 'cite', 'dfn', 'address', 'var']);
const CSS_MAX = 500_000;

export const REGLAGE: Reglage = {
  police: { ...POLICE, taille: CORPS },
  exposant: false,
  cache: false,
  preforme: false,
  sautAvant: false,
  sautApres: false,
  sansPuce: false,
};

/** The rules of a page's style sheets for a tag, a class or both; finer selectors are left out. */
export class Feuilles {
  readonly #regles = new Map<string, Map<string, string>>();

  constructor(css: string) {
    const nu = css.slice(0, CSS_MAX).replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, '');
    for (const [, selecteurs = '', corps = ''] of nu.matchAll(/([^{}@;]{1,2000})\{([^{}]*)\}/g)) {
      for (const s of selecteurs.split(',')) {
        const simple = /^\s*([a-z][a-z0-9]*)?(\.[\w-]+)?\s*$/i.exec(s);
        if (simple === null || (simple[1] ?? simple[2]) === undefined) continue;
        const cle = `${(simple[1] ?? '').toLowerCase()}${simple[2] ?? ''}`;
        const regle = this.#regles.get(cle) ?? new Map<string, string>();
        for (const [p, v] of declarations(corps)) regle.set(p, v);
        this.#regles.set(cle, regle);
      }
    }
  }

  /** How an element is set inside `autour`. */
  regler(e: Balise, autour: Reglage): Reglage {
    const classes = (attribut(e, 'class') ?? '').split(/\s+/).filter((c) => c !== '');
    const cles = [e.tagName, ...classes.flatMap((c) => [`.${c}`, `${e.tagName}.${c}`])];
    const dits = new Map<string, string>();
    for (const cle of cles) for (const [p, v] of this.#regles.get(cle) ?? []) dits.set(p, v);
    for (const [p, v] of declarations(attribut(e, 'style') ?? '')) dits.set(p, v);
    return appliquer(e, dits, autour);
  }
}

function declarations(corps: string): Declarations {
  return new Map(
    corps.split(';').flatMap((d): [string, string][] => {
      const deux = d.indexOf(':');
      if (deux < 0) return [];
      return [
        [
          d.slice(0, deux).trim().toLowerCase(),
          d
            .slice(deux + 1)
            .trim()
            .toLowerCase(),
        ],
      ];
    }),
  );
}

function appliquer(e: Balise, dits: Declarations, autour: Reglage): Reglage {
  const saut = (cote: string): boolean =>
    /^(?:always|page|left|right)/.test(
      dits.get(`page-break-${cote}`) ?? dits.get(`break-${cote}`) ?? '',
    );
  const blancs = dits.get('white-space');
  const cache =
    dits.get('display') === 'none' ||
    dits.get('visibility') === 'hidden' ||
    dits.get('mso-hide') === 'all' ||
    attribut(e, 'hidden') !== undefined;
  const style = dits.get('list-style-type') ?? dits.get('list-style');
  const vertical = dits.get('vertical-align');
  return {
    police: policeDe(e, dits, autour.police),
    exposant:
      e.tagName === 'sup' || vertical === 'super' || (autour.exposant && vertical === undefined),
    cache: autour.cache || cache,
    preforme:
      blancs === undefined ? autour.preforme || e.tagName === 'pre' : blancs.startsWith('pre'),
    sautAvant: saut('before'),
    sautApres: saut('after'),
    sansPuce: style === undefined ? autour.sansPuce : style.startsWith('none'),
  };
}

function policeDe(e: Balise, dits: Declarations, autour: Police): Police {
  const graisse = dits.get('font-weight');
  const pente = dits.get('font-style');
  const titre = TAILLES.get(e.tagName);
  return {
    taille:
      tailleDe(dits.get('font-size'), autour.taille ?? CORPS) ?? titre ?? tailleHtml(e, autour),
    gras:
      graisse === undefined
        ? autour.gras || GRASSES.has(e.tagName)
        : /^bold/.test(graisse) || Number(graisse) >= 600,
    italique: pente === undefined ? autour.italique || PENCHEES.has(e.tagName) : pente !== 'normal',
  };
}

/** « 14px », « 1.2em », « 120% » in points. */
function tailleDe(texte: string | undefined, autour: number): number | null {
  const lue = /^([\d.]+)(pt|px|r?em|%)/.exec(texte ?? '');
  const n = Number(lue?.[1]);
  if (lue === null || !Number.isFinite(n) || n <= 0) return null;
  if (lue[2] === 'pt') return n;
  if (lue[2] === 'px') return n * 0.75;
  if (lue[2] === 'rem') return n * CORPS;
  return Math.round((lue[2] === '%' ? n / 100 : n) * autour * 10) / 10;
}

/** `<small>`, `<big>`, `<font size="5">`. */
function tailleHtml(e: Balise, autour: Police): number {
  const taille = autour.taille ?? CORPS;
  if (e.tagName === 'small' || e.tagName === 'sup' || e.tagName === 'sub') return taille * 0.8;
  if (e.tagName === 'big') return taille * 1.2;
  const rang = e.tagName === 'font' ? Number(attribut(e, 'size') ?? 'NaN') : Number.NaN;
  return [7.5, 10, 12, 13.5, 18, 24, 36][rang - 1] ?? taille;
}
