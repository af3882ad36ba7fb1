import { estPreuveTexte } from '../domain/fait.js';
import type { Entite } from '../domain/vue.js';
import type { FactsReader } from '../facts/reader.js';

/** Columns of the CSV of actions: a field of the action, or the names at the other end of its relations. */
const COLONNES: readonly {
  titre: string;
  valeur: (facts: FactsReader, action: Entite) => string;
}[] = [
  { titre: 'Année', valeur: property('annee') },
  { titre: 'Axe', valeur: property('axe') },
  { titre: 'Numéro', valeur: property('numero') },
  { titre: 'Titre', valeur: property('titre') },
  { titre: 'Format', valeur: property('format') },
  { titre: 'Période', valeur: property('periode') },
  { titre: 'Séances', valeur: property('seances') },
  { titre: 'Publics', valeur: property('publics') },
  { titre: 'Territoire', valeur: property('territoire') },
  { titre: 'Animation', valeur: property('animation') },
  { titre: 'Intervenants', valeur: property('intervenants') },
  { titre: 'Partenaires', valeur: property('partenaires') },
  { titre: 'Territoires touchés', valeur: targets('TOUCHE') },
  { titre: 'Dispositifs', valeur: targets('MOBILISE') },
  { titre: 'Thèmes', valeur: targets('TRAITE_DE') },
  { titre: 'Pages', valeur: property('pages') },
  { titre: 'Document', valeur: (facts, action) => proof(facts, action).fichier },
  { titre: 'Citation', valeur: (facts, action) => proof(facts, action).citation },
  { titre: 'Identifiant', valeur: (_facts, action) => action.id },
];

/** The actions, one a line: `;`, CRLF and a byte order mark, so that a French spreadsheet opens it right. */
export function* exportCsv(facts: FactsReader): Generator<string> {
  yield `\uFEFF${COLONNES.map((c) => cell(c.titre)).join(';')}\r\n`;
  for (const action of facts.entites('Action')) {
    yield `${COLONNES.map((c) => cell(c.valeur(facts, action))).join(';')}\r\n`;
  }
}

/** Quoted when needed; a text that a spreadsheet would run as a formula is made a plain one. */
function cell(valeur: string): string {
  const sure = /^[=+\-@\t]/.test(valeur) ? `'${valeur}` : valeur;
  return /[";\r\n]/.test(sure) ? `"${sure.replaceAll('"', '""')}"` : sure;
}

function property(nom: string) {
  return (_facts: FactsReader, action: Entite): string => {
    const valeur = action.proprietes[nom];
    if (valeur === undefined) return '';
    return Array.isArray(valeur) ? valeur.join(', ') : String(valeur);
  };
}

function targets(type: 'TOUCHE' | 'MOBILISE' | 'TRAITE_DE') {
  return (facts: FactsReader, action: Entite): string => {
    const ids = facts.relations({ de: action.id, type }).map((r) => r.vers);
    return facts
      .entitesDe(ids)
      .map((e) => e.libelle)
      .join(', ');
  };
}

function proof(facts: FactsReader, action: Entite): { fichier: string; citation: string } {
  const titre = facts.faits(action.faits).find((f) => f.predicat === 'titre');
  const preuve = titre?.preuves.find(estPreuveTexte);
  if (preuve === undefined) return { fichier: '', citation: '' };
  const fichier = facts.document(preuve.document)?.fichier ?? preuve.document;
  return { fichier, citation: preuve.citation.replace(/\s+/g, ' ') };
}
