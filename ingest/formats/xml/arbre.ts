import { SaxesParser } from 'saxes';
import { MaillageError } from '../../../src/domain/errors.js';

/** An XML element. Names carry the prefixes that the caller gave to the namespaces, whatever the file's are. */
export interface Element {
  readonly nom: string;
  readonly attributs: ReadonlyMap<string, string>;
  readonly enfants: readonly Noeud[];
}
export type Noeud = Element | string;

interface Ouvert extends Element {
  readonly enfants: Noeud[];
}

/** Prefixes by namespace. */
export type Prefixes = ReadonlyMap<string, string>;

const PROFONDEUR_MAX = 400;
const NOEUDS_MAX = 3_000_000;

/**
 * Reads an XML file into a tree. A document type is refused, so that no entity is ever expanded;
 * depth and number of nodes are bounded. Throws a MaillageError `refus`.
 */
export function lireXml(texte: string, prefixes: Prefixes): Element {
  const racine: Ouvert = { nom: '', attributs: new Map(), enfants: [] };
  const pile: Ouvert[] = [racine];
  let noeuds = 0;
  const parser = new SaxesParser({ xmlns: true });
  const ajouter = (noeud: Noeud): void => {
    noeuds += 1;
    if (noeuds > NOEUDS_MAX) throw refus('le document est démesuré');
    pile.at(-1)?.enfants.push(noeud);
  };
  parser.on('error', (cause) => {
    throw refus('le document est tronqué ou abîmé', cause);
  });
  parser.on('doctype', () => {
    throw refus('le document contient une déclaration interdite (DTD)');
  });
  parser.on('opentag', (tag) => {
    if (pile.length > PROFONDEUR_MAX) throw refus('le document est imbriqué à l’excès');
    const attributs = new Map(
      Object.values(tag.attributes).map((a) => [nommer(a.uri, a.local, prefixes), a.value]),
    );
    const element: Ouvert = { nom: nommer(tag.uri, tag.local, prefixes), attributs, enfants: [] };
    ajouter(element);
    pile.push(element);
  });
  parser.on('closetag', () => {
    pile.pop();
  });
  parser.on('text', ajouter);
  parser.on('cdata', ajouter);
  parser.write(texte).close();
  const premier = racine.enfants.find((n) => typeof n !== 'string');
  if (premier === undefined) throw refus('le document est tronqué ou abîmé');
  return premier;
}

function nommer(uri: string, local: string, prefixes: Prefixes): string {
  if (uri === '') return local;
  return `${prefixes.get(uri) ?? '?'}:${local}`;
}

/** The elements under one, those of a name when it is given. */
export function elements(element: Element | undefined, nom?: string): Element[] {
  return (element?.enfants ?? []).filter(
    (n): n is Element => typeof n !== 'string' && (nom === undefined || n.nom === nom),
  );
}

/** The first element found by following names downwards. */
export function descendre(element: Element | undefined, ...noms: string[]): Element | undefined {
  let courant = element;
  for (const nom of noms) courant = elements(courant, nom)[0];
  return courant;
}

/** The text inside an element, all depths. */
export function texteDe(element: Element | undefined): string {
  return (element?.enfants ?? []).map((n) => (typeof n === 'string' ? n : texteDe(n))).join('');
}

/** The first element of one of these names inside another, at any depth. */
export function chercher(element: Element, noms: ReadonlySet<string>): Element | undefined {
  for (const enfant of elements(element)) {
    const trouve = noms.has(enfant.nom) ? enfant : chercher(enfant, noms);
    if (trouve !== undefined) return trouve;
  }
  return undefined;
}

function refus(message: string, cause?: unknown): MaillageError {
  return new MaillageError(
    'refus',
    message,
    'Ouvrez-le dans votre traitement de texte et enregistrez-le de nouveau, puis reprenez.',
    cause === undefined ? {} : { cause },
  );
}
