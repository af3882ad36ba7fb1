import { analyze } from '../../french/chain.js';
import type { ChangementsIndex, DocumentIndexe } from '../port.js';
import { type Cle, champsDe, cleContenu, cleNom, estNomPropre, flux } from '../termes.js';
import { scalaire } from './scalaire.js';
import type { Base } from './schema.js';

/** A hidden facet: the document has a proof of its own, it is not only a name of the seeds. */
export const PREUVE = { nom: '_preuve', valeur: 'oui' } as const;

/** Kinds whose names stand for one another: a sigle and its long forms. */
const AVEC_SYNONYMES: ReadonlySet<string> = new Set([
  'Dispositif',
  'Organisme',
  'Intercommunalite',
  'Theme',
  'Public',
]);

type Ordres = ReturnType<typeof preparer>;

interface Mot {
  df: number;
  forme: string;
}

/** Applies changes in one transaction, their sequence with them. */
export function appliquer(base: Base, changements: ChangementsIndex): void {
  base.exec('BEGIN IMMEDIATE');
  try {
    if (changements.complet) vider(base);
    const ordres = preparer(base);
    const mots = new Map<Cle, Mot>();
    const partants = changements.complet
      ? []
      : [...changements.retires, ...changements.documents.map((d) => d.id)];
    for (const id of partants) retirer(ordres, id, mots);
    let doc = Number(scalaire(base, 'SELECT coalesce(max(doc), 0) AS v FROM documents')());
    for (const document of changements.documents) {
      doc += 1;
      ajouter(ordres, doc, document, mots);
    }
    for (const [cle, { df, forme }] of mots) ordres.mot.run(cle, df, forme);
    base.exec('DELETE FROM vocabulaire WHERE df <= 0');
    ordres.meta.run('sequence', changements.sequence);
    if (changements.complet) base.exec("INSERT INTO fts(fts) VALUES('optimize')");
    base.exec('COMMIT');
  } catch (erreur) {
    base.exec('ROLLBACK');
    throw erreur;
  }
  if (changements.complet) base.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

function vider(base: Base): void {
  base.exec(`DELETE FROM documents; INSERT INTO fts(fts) VALUES('delete-all'); DELETE FROM vocabulaire;
    DELETE FROM valeurs; DELETE FROM facettes; DELETE FROM noms; DELETE FROM synonymes;`);
}

function preparer(base: Base) {
  return {
    doc: base.prepare('SELECT doc, json FROM documents WHERE id = ?'),
    document: base.prepare('INSERT INTO documents (doc, id, json) VALUES (?, ?, ?)'),
    fts: base.prepare(
      'INSERT INTO fts (rowid, titre, alias, champs, texte, facettes) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    facettes: base.prepare('INSERT INTO facettes (doc, codes) VALUES (?, ?)'),
    valeur: base.prepare('INSERT OR IGNORE INTO valeurs (nom, valeur) VALUES (?, ?)'),
    code: scalaire(base, 'SELECT code AS v FROM valeurs WHERE nom = ? AND valeur = ?'),
    codes: new Map<string, number>(),
    nom: base.prepare('INSERT OR IGNORE INTO noms (cle, doc, titre) VALUES (?, ?, ?)'),
    synonyme: base.prepare('INSERT OR IGNORE INTO synonymes (cle, doc, mots) VALUES (?, ?, ?)'),
    mot: base.prepare(`INSERT INTO vocabulaire (cle, df, forme) VALUES (?, ?, ?) ON CONFLICT (cle)
      DO UPDATE SET df = df + excluded.df, forme = CASE WHEN forme = '' THEN excluded.forme ELSE forme END`),
    meta: base.prepare(
      'INSERT INTO meta (cle, valeur) VALUES (?, ?) ON CONFLICT (cle) DO UPDATE SET valeur = excluded.valeur',
    ),
    retraits: [
      base.prepare('DELETE FROM documents WHERE doc = ?'),
      base.prepare('DELETE FROM fts WHERE rowid = ?'),
      base.prepare('DELETE FROM facettes WHERE doc = ?'),
      base.prepare('DELETE FROM noms WHERE doc = ?'),
      base.prepare('DELETE FROM synonymes WHERE doc = ?'),
    ],
  };
}

function retirer(ordres: Ordres, id: string, mots: Map<Cle, Mot>): void {
  const ligne = ordres.doc.get(id) as { doc: number; json: string } | undefined;
  if (ligne === undefined) return;
  for (const ordre of ordres.retraits) ordre.run(ligne.doc);
  compter(JSON.parse(ligne.json) as DocumentIndexe, -1, mots);
}

function ajouter(ordres: Ordres, doc: number, document: DocumentIndexe, mots: Map<Cle, Mot>): void {
  const champs = compter(document, 1, mots);
  const codes = facettesDe(document).map(([nom, valeur]) => codeDe(ordres, nom, valeur));
  ordres.document.run(doc, document.id, JSON.stringify(document));
  ordres.fts.run(doc, ...champs, codes.map((c) => `_${c}`).join(' '));
  ordres.facettes.run(doc, codes.join(','));
  ordres.nom.run(cleNom(document.titre), doc, 1);
  for (const alias of document.alias) ordres.nom.run(cleNom(alias), doc, 0);
  if (AVEC_SYNONYMES.has(document.type)) {
    for (const nom of [document.titre, ...document.alias]) {
      const cles = analyze(nom, { mode: 'index' })
        .filter((t) => !t.vide)
        .map(cleContenu);
      if (cles.length > 0) ordres.synonyme.run(cles.join(' '), doc, nom);
    }
  }
}

/** Adds a document's words to the count (`sens` 1) or takes them off (-1); gives the text of each field for the index. */
function compter(document: DocumentIndexe, sens: 1 | -1, mots: Map<Cle, Mot>): string[] {
  const nomPropre = estNomPropre(document.type);
  const vus = new Set<Cle>();
  const textes = champsDe(document).map((texte, i) => {
    const { mots: suite, racines, enPlus } = flux(texte, nomPropre && i < 2);
    for (const cles of [suite, racines, enPlus]) for (const cle of cles) vus.add(cle);
    // « = » alone is a word of no query: no phrase runs from one list to the next.
    return [...suite, '=', ...racines, '=', ...enPlus].join(' ');
  });
  for (const cle of vus) {
    const mot = mots.get(cle);
    if (mot === undefined) mots.set(cle, { df: sens, forme: '' });
    else mot.df += sens;
  }
  if (sens > 0) formes(document, mots);
  return textes;
}

/** Remembers how a word is written, for « Vouliez-vous dire »: small letters and accents preferred. */
function formes(document: DocumentIndexe, mots: Map<Cle, Mot>): void {
  for (const texte of champsDe(document)) {
    for (const t of analyze(texte, { mode: 'index', nomPropre: true })) {
      const mot = t.estMot ? mots.get(t.mot) : undefined;
      if (mot === undefined || (mot.forme !== '' && mot.forme === mot.forme.toLowerCase()))
        continue;
      const ecrit = texte.slice(t.debut, t.fin);
      if (mot.forme === '' || ecrit === ecrit.toLowerCase()) mot.forme = ecrit;
    }
  }
}

function facettesDe(document: DocumentIndexe): [string, string][] {
  const paires: [string, string][] = [['type', document.type]];
  for (const [nom, valeur] of Object.entries(document.facettes)) {
    if (valeur === undefined) continue;
    const valeurs = Array.isArray(valeur) ? [...new Set(valeur.map(String))] : [String(valeur)];
    paires.push(...valeurs.map((v): [string, string] => [nom, v]));
  }
  if (document.document !== null) paires.push([PREUVE.nom, PREUVE.valeur]);
  return paires;
}

function codeDe(ordres: Ordres, nom: string, valeur: string): number {
  const cle = `${nom}\u0000${valeur}`;
  const connu = ordres.codes.get(cle);
  if (connu !== undefined) return connu;
  ordres.valeur.run(nom, valeur);
  const code = Number(ordres.code(nom, valeur));
  ordres.codes.set(cle, code);
  return code;
}
