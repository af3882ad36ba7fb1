import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export type Noeud = DefaultTreeAdapterTypes.ChildNode;
export type Balise = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** Elements that XHTML may close at once, and that HTML reads as open to the end of the file. */
const VIDES = /<(script|title|style|iframe|textarea|noscript|a|p|div|span)\b([^<>]*)\/>/gi;

/** Parses a page. */
export function lireHtml(texte: string): DefaultTreeAdapterTypes.Document {
  const xhtml = /^\s*<\?xml/.test(texte);
  return parse(xhtml ? texte.replace(VIDES, '<$1$2></$1>') : texte);
}

export function estBalise(noeud: Noeud): noeud is Balise {
  return 'tagName' in noeud;
}

export function attribut(e: Balise, nom: string): string | undefined {
  return e.attrs.find((a) => a.name === nom)?.value;
}

export function balises(parent: Parent): Balise[] {
  return parent.childNodes.filter(estBalise);
}

/** The text inside a node, all depths, without recursion: a hostile page is as deep as it likes. */
export function texteDe(noeud: Noeud | Parent): string {
  const pile: (Noeud | Parent)[] = [noeud];
  let texte = '';
  while (pile.length > 0) {
    const n = pile.pop();
    if (n === undefined) break;
    if ('value' in n) texte += n.value;
    else if ('childNodes' in n) empiler(pile, n);
  }
  return texte;
}

/** Every element, in the order of the page. */
export function* toutes(racine: Parent): Generator<Balise> {
  const pile: Noeud[] = [...racine.childNodes].reverse();
  while (pile.length > 0) {
    const n = pile.pop();
    if (n === undefined || !estBalise(n)) continue;
    yield n;
    empiler(pile, n);
  }
}

/** The children of a node, to be taken from the end; one by one, as a call takes only so many arguments. */
function empiler(pile: Noeud[] | (Noeud | Parent)[], { childNodes }: Parent): void {
  for (let i = childNodes.length - 1; i >= 0; i -= 1) {
    const enfant = childNodes[i];
    if (enfant !== undefined) pile.push(enfant);
  }
}
