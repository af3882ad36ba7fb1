import type { PreuveTexte } from '../domain/fait.js';
import { estPreuveTexte } from '../domain/fait.js';
import type { Entite } from '../domain/vue.js';
import type { FactsReader } from '../facts/reader.js';
import type { ExportOptions } from './records.js';

/** Columns of the CSV of actions: a field of the action, or the names at the other end of its relations. */
const COLONNES: readonly {
  titre: string;
  valeur: (lecture: Lecture, action: Entite) => string;
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
  { titre: 'Document', valeur: (lecture, action) => proof(lecture, action).fichier },
  { titre: 'Citation', valeur: (lecture, action) => proof(lecture, action).citation },
  { titre: 'Identifiant', valeur: (_lecture, action) => action.id },
];

/** The actions, one a line: `;`, CRLF and a byte order mark, so that a French spreadsheet opens it right. */
export function* exportCsv(facts: FactsReader, { ids }: ExportOptions = {}): Generator<string> {
  yield `\uFEFF${COLONNES.map((c) => cell(c.titre)).join(';')}\r\n`;
  const lecture = readOnce(facts);
  const actions =
    ids === undefined
      ? facts.entites('Action')
      : facts.entitesDe(ids.filter((id) => id.startsWith('action:')));
  for (const action of actions) {
    yield `${COLONNES.map((c) => cell(c.valeur(lecture, action))).join(';')}\r\n`;
  }
}

/** Quoted when needed; a text that a spreadsheet would run as a formula is made a plain one. */
function cell(valeur: string): string {
  const sure = /^[=+\-@\t]/.test(valeur) ? `'${valeur}` : valeur;
  return /[";\r\n]/.test(sure) ? `"${sure.replaceAll('"', '""')}"` : sure;
}

type TypeCible = 'TOUCHE' | 'MOBILISE' | 'TRAITE_DE';

/** What the columns need, read once for all the actions: a query an action took a minute for 1,500 of them. */
interface Lecture {
  readonly cibles: ReadonlyMap<string, readonly string[]>;
  readonly titres: ReadonlyMap<string, PreuveTexte>;
  readonly fichiers: ReadonlyMap<string, string>;
}

function readOnce(facts: FactsReader): Lecture {
  const types: readonly TypeCible[] = ['TOUCHE', 'MOBILISE', 'TRAITE_DE'];
  const relations = types.flatMap((type) => facts.relations({ type }));
  const noms = new Map(
    facts.entitesDe([...new Set(relations.map((r) => r.vers))]).map((e) => [e.id, e.libelle]),
  );
  const cibles = new Map<string, string[]>();
  for (const { type, de, vers } of relations) {
    const cle = `${type} ${de}`;
    const nom = noms.get(vers);
    if (nom !== undefined) cibles.set(cle, [...(cibles.get(cle) ?? []), nom]);
  }
  const titres = new Map<string, PreuveTexte>();
  for (const faits of facts.fluxSujets('action:', 'action;')) {
    for (const { sujet, predicat, preuves } of faits) {
      const preuve = preuves.find(estPreuveTexte);
      if (predicat === 'titre' && preuve !== undefined) titres.set(sujet, preuve);
    }
  }
  return { cibles, titres, fichiers: new Map(facts.documents().map((d) => [d.id, d.fichier])) };
}

function property(nom: string) {
  return (_lecture: Lecture, action: Entite): string => {
    const valeur = action.proprietes[nom];
    if (valeur === undefined) return '';
    return Array.isArray(valeur) ? valeur.join(', ') : String(valeur);
  };
}

function targets(type: TypeCible) {
  return (lecture: Lecture, action: Entite): string =>
    (lecture.cibles.get(`${type} ${action.id}`) ?? []).join(', ');
}

function proof(lecture: Lecture, action: Entite): { fichier: string; citation: string } {
  const preuve = lecture.titres.get(action.id);
  if (preuve === undefined) return { fichier: '', citation: '' };
  const fichier = lecture.fichiers.get(preuve.document) ?? preuve.document;
  return { fichier, citation: preuve.citation.replace(/\s+/g, ' ') };
}
