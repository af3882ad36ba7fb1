import type { Relation } from '../../domain/vue.js';
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
  entier: 'integer',
  booleen: 'boolean',
};
/** Years from which an end is only « until further notice ». */
const SANS_FIN = 9000;

/** GEXF 1.3 (gexf.net), for Gephi: the years in which a relation holds are its interval. */
export function* exportGexf(facts: FactsReader, { ids }: ExportOptions = {}): Generator<string> {
  const graphe = grapheDe(facts, ids);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n';
  yield '<meta><creator>Maillage</creator><description>Graphe de la base</description></meta>\n';
  yield '<graph defaultedgetype="directed" mode="dynamic" timeformat="integer" timerepresentation="interval">\n';
  yield colonnes('node', ATTRIBUTS_NOEUD);
  yield colonnes('edge', ATTRIBUTS_ARETE);
  yield '<nodes>\n';
  for (const noeud of graphe.noeuds())
    yield `<node id="${xml(noeud.id)}" label="${xml(noeud.libelle)}">${attributs('node', valeursNoeud(noeud))}</node>\n`;
  yield '</nodes>\n<edges>\n';
  for (const arete of graphe.aretes())
    yield `<edge id="${xml(arete.id)}" source="${xml(arete.de)}" target="${xml(arete.vers)}" label="${arete.type}" kind="${arete.type}"${intervalle(arete)}>${attributs('edge', valeursArete(arete))}</edge>\n`;
  yield '</edges>\n</graph>\n</gexf>\n';
}

function colonnes(classe: 'node' | 'edge', liste: readonly Attribut[]): string {
  const declarees = liste.map(
    ({ nom, type }) => `<attribute id="${classe}-${nom}" title="${nom}" type="${TYPES[type]}"/>`,
  );
  return `<attributes class="${classe}">${declarees.join('')}</attributes>\n`;
}

function attributs(classe: 'node' | 'edge', valeurs: readonly [Attribut, string][]): string {
  const ecrites = valeurs.map(
    ([{ nom }, valeur]) => `<attvalue for="${classe}-${nom}" value="${xml(valeur)}"/>`,
  );
  return ecrites.length === 0 ? '' : `<attvalues>${ecrites.join('')}</attvalues>`;
}

/** The years of a relation, or the one year that it is of. */
function intervalle({ proprietes: { debut, fin, annee } }: Relation): string {
  const premiere = debut ?? annee;
  const derniere = fin ?? annee;
  const bornes = [
    ...(typeof premiere === 'number' ? [` start="${premiere}"`] : []),
    ...(typeof derniere === 'number' && derniere < SANS_FIN ? [` end="${derniere}"`] : []),
  ];
  return bornes.join('');
}
