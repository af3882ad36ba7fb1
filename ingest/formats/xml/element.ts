import { SaxesParser } from 'saxes';

/** What is told of the tags and texts of an element, in order. Names come without their prefix. */
export interface Ecouteur {
  ouvrir(nom: string, attributs: Readonly<Record<string, string>>): void;
  fermer(nom: string): void;
  texte(texte: string): void;
}

const PROFONDEUR_MAX = 60;
const NOEUDS_MAX = 200_000;

/** What is wrong in an element, in French. */
export class XmlRompu extends Error {}

/**
 * Reads one whole element taken out of a larger file, so without its namespaces. A document type is refused and
 * no entity is expanded but those of XML; depth and number of nodes are bounded. Throws an XmlRompu.
 */
export function lireElement(xml: string, ecouteur: Ecouteur): void {
  const parser = new SaxesParser({ xmlns: false });
  let [profondeur, noeuds] = [0, 0];
  const compter = (): void => {
    noeuds += 1;
    if (noeuds > NOEUDS_MAX) throw new XmlRompu('un élément a trop de contenu');
  };
  parser.on('error', (cause) => {
    throw new XmlRompu(`le XML est mal formé (${decrire(cause.message)})`, { cause });
  });
  parser.on('doctype', () => {
    throw new XmlRompu('un élément contient une déclaration interdite (DTD)');
  });
  parser.on('opentag', ({ name, attributes }) => {
    compter();
    profondeur += 1;
    if (profondeur > PROFONDEUR_MAX) throw new XmlRompu('les éléments sont imbriqués à l’excès');
    ecouteur.ouvrir(sansPrefixe(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    profondeur -= 1;
    ecouteur.fermer(sansPrefixe(name));
  });
  const texte = (morceau: string): void => {
    compter();
    ecouteur.texte(morceau);
  };
  parser.on('text', texte);
  parser.on('cdata', texte);
  parser.write(xml).close();
}

/** What the parser says, in French, for the cases that a person meets. */
const MESSAGES: readonly (readonly [RegExp, string])[] = [
  [/unexpected close tag/, 'une balise n’est pas fermée, ou se ferme sans avoir été ouverte'],
  [/unmatched closing tag|unclosed tag/, 'une balise n’est pas fermée'],
  [/undefined entity/, 'une entité est inconnue'],
  [/disallowed character/, 'un caractère y est interdit'],
  [/duplicate attribute/, 'un attribut est répété'],
  [/attribute|quote/, 'un attribut est mal écrit'],
];

function decrire(message: string): string {
  return MESSAGES.find(([motif]) => motif.test(message))?.[1] ?? 'balise ou caractère inattendus';
}

function sansPrefixe(nom: string): string {
  return nom.slice(nom.indexOf(':') + 1);
}
