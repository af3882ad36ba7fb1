import { MaillageError } from '../../../src/domain/errors.js';
import { type Archive, ouvrirArchive } from '../archive/ouvrir.js';
import { decoder } from '../texte/decodage.js';
import { type Element, elements, lireXml, type Prefixes } from '../xml/arbre.js';

const OOXML = 'http://schemas.openxmlformats.org';
const STRICT = 'http://purl.oclc.org/ooxml';
const RELATIONS = 'officeDocument/2006/relationships';

/** Namespaces of WordprocessingML (ECMA-376), transitional and strict, by the prefix they are usually given. */
const PREFIXES: Prefixes = new Map([
  [`${OOXML}/wordprocessingml/2006/main`, 'w'],
  [`${STRICT}/wordprocessingml/main`, 'w'],
  [`${OOXML}/${RELATIONS}`, 'r'],
  [`${STRICT}/officeDocument/relationships`, 'r'],
  [`${OOXML}/package/2006/relationships`, 'rel'],
  [`${OOXML}/markup-compatibility/2006`, 'mc'],
  [`${OOXML}/drawingml/2006/picture`, 'pic'],
  [`${STRICT}/drawingml/picture`, 'pic'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
]);

interface Relation {
  readonly type: string;
  readonly cible: string;
}

/** The parts of a Word file. */
export interface Parties {
  readonly document: Element;
  /** The part of a kind (« styles », « numbering », « footnotes »), undefined when there is none. */
  partie(type: string): Element | undefined;
  /** The part that a relation of the document points to. */
  parId(id: string): Element | undefined;
  /** Core properties: title. */
  readonly proprietes: Element | undefined;
}

/** Opens a Word file. Throws a MaillageError `refus`. */
export function ouvrirParties(octets: Uint8Array): Parties {
  const archive = ouvrirArchive(octets);
  const racine = relations(archive, '');
  const trouver = (liste: ReadonlyMap<string, Relation>, type: string) =>
    [...liste.values()].find((r) => r.type === type)?.cible;
  const chemin = trouver(racine, 'officeDocument') ?? 'word/document.xml';
  const document = lirePartie(archive, chemin);
  if (document === undefined) {
    throw new MaillageError(
      'refus',
      'le document Word n’a pas de texte (word/document.xml manque)',
      'Ouvrez-le dans votre traitement de texte et enregistrez-le de nouveau en DOCX.',
    );
  }
  const siennes = relations(archive, chemin);
  const lire = (cible: string | undefined) =>
    cible === undefined ? undefined : lirePartie(archive, cible);
  return {
    document,
    partie: (type) => lire(trouver(siennes, type)),
    parId: (id) => lire(siennes.get(id)?.cible),
    proprietes: lire(trouver(racine, 'core-properties')),
  };
}

function lirePartie(archive: Archive, nom: string): Element | undefined {
  const octets = archive.lire(nom);
  return octets === null ? undefined : lireXml(decoder(octets), PREFIXES);
}

/** The relations of a part, by id: their kind is the last segment of its address. */
function relations(archive: Archive, partie: string): ReadonlyMap<string, Relation> {
  const dossier = partie.slice(0, partie.lastIndexOf('/') + 1);
  const fichier = partie.slice(dossier.length);
  const liste = lirePartie(archive, `${dossier}_rels/${fichier}.rels`);
  return new Map(
    elements(liste, 'rel:Relationship').map((r) => {
      const type = (r.attributs.get('Type') ?? '').split('/').at(-1) ?? '';
      return [r.attributs.get('Id') ?? '', { type, cible: resoudre(dossier, r) }];
    }),
  );
}

/** A target is relative to its part's folder, or starts at the root with a slash; an outer one is none. */
function resoudre(dossier: string, relation: Element): string {
  if (relation.attributs.get('TargetMode') === 'External') return '';
  const cible = relation.attributs.get('Target') ?? '';
  const segments: string[] = [];
  for (const s of (cible.startsWith('/') ? cible.slice(1) : dossier + cible).split('/')) {
    if (s === '..') segments.pop();
    else if (s !== '.' && s !== '') segments.push(s);
  }
  return segments.join('/');
}

/** The value of a property: `<w:sz w:val="24"/>` is « 24 ». */
export function valeur(element: Element | undefined): string | undefined {
  return element?.attributs.get('w:val');
}

/** A toggle: absent is null, « <w:b/> » true, « <w:b w:val="0"/> » false. */
export function bascule(element: Element | undefined): boolean | null {
  if (element === undefined) return null;
  return !/^(?:0|false|off|none)$/.test(valeur(element) ?? 'true');
}

/** A measure in twentieths of a point, as points. */
export function points(texte: string | undefined): number | null {
  const n = Number.parseFloat(texte ?? '');
  return Number.isFinite(n) ? n / 20 : null;
}
