import type { FactsReader } from '../../facts/reader.js';
import type { ExportOptions } from '../records.js';
import {
  ATTRIBUTS_ARETE,
  ATTRIBUTS_NOEUD,
  type Attribut,
  grapheDe,
  valeursArete,
  valeursNoeud,
  xml,
} from './graphe.js';

const TYPES: Readonly<Record<Attribut['type'], string>> = {
  texte: 'string',
  entier: 'int',
  booleen: 'boolean',
};

/** GraphML 1.0 (graphml.graphdrawing.org), as Gephi and yEd read it: the label of a node or an edge is `label`. */
export function* exportGraphml(facts: FactsReader, { ids }: ExportOptions = {}): Generator<string> {
  const graphe = grapheDe(facts, ids);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield key('node', { nom: 'label', type: 'texte' });
  for (const attribut of ATTRIBUTS_NOEUD) yield key('node', attribut);
  yield key('edge', { nom: 'label', type: 'texte' });
  for (const attribut of ATTRIBUTS_ARETE) yield key('edge', attribut);
  yield '<graph id="maillage" edgedefault="directed">\n';
  for (const noeud of graphe.noeuds()) {
    const donnees = [data('node', 'label', noeud.libelle)];
    for (const [{ nom }, valeur] of valeursNoeud(noeud)) donnees.push(data('node', nom, valeur));
    yield `<node id="${xml(noeud.id)}">${donnees.join('')}</node>\n`;
  }
  for (const arete of graphe.aretes()) {
    const donnees = [data('edge', 'label', arete.type)];
    for (const [{ nom }, valeur] of valeursArete(arete)) donnees.push(data('edge', nom, valeur));
    yield `<edge id="${xml(arete.id)}" source="${xml(arete.de)}" target="${xml(arete.vers)}">${donnees.join('')}</edge>\n`;
  }
  yield '</graph>\n</graphml>\n';
}

type Bout = 'node' | 'edge';

function key(pour: Bout, { nom, type }: Attribut): string {
  return `<key id="${pour}-${nom}" for="${pour}" attr.name="${nom}" attr.type="${TYPES[type]}"/>\n`;
}

function data(pour: Bout, nom: string, valeur: string): string {
  return `<data key="${pour}-${nom}">${xml(valeur)}</data>`;
}
