import { type Compte, compter, creerCompte, facettesDe, nomsSynonymes } from '../indexation.js';
import type { ChangementsIndex, DocumentIndexe } from '../port.js';
import { cleNom, type Flux } from '../termes.js';
import { scalaire } from './scalaire.js';
import type { Base } from './schema.js';

type Ordres = ReturnType<typeof preparer>;

/** Applies changes in one transaction, their sequence with them. */
export function appliquer(base: Base, changements: ChangementsIndex): void {
  base.exec('BEGIN IMMEDIATE');
  try {
    if (changements.complet) vider(base);
    const ordres = preparer(base);
    const compte = creerCompte();
    for (const id of changements.retires) retirer(ordres, id, compte);
    let doc = Number(scalaire(base, 'SELECT coalesce(max(doc), 0) AS v FROM documents')());
    for (const document of changements.documents) {
      const json = JSON.stringify(document);
      const ancien = changements.complet ? undefined : ordres.doc.get(document.id);
      if (ancien?.json === json) continue;
      if (ancien !== undefined) retirer(ordres, document.id, compte);
      else doc += 1;
      // one that changes keeps its rank: equal results stay in their order
      ajouter(ordres, ancien?.doc ?? doc, document, json, compte);
    }
    for (const [cle, { df, forme }] of compte.mots) ordres.mot.run(cle, df, forme);
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
    doc: lecteur(base),
    document: base.prepare('INSERT INTO documents (doc, id, json) VALUES (?, ?, ?)'),
    fts: base.prepare(
      'INSERT INTO fts (rowid, titre, alias, champs, texte, facettes) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    facettes: base.prepare('INSERT INTO facettes (doc, longueur, codes) VALUES (?, ?, ?)'),
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

function lecteur(base: Base): { get(id: string): { doc: number; json: string } | undefined } {
  const ordre = base.prepare('SELECT doc, json FROM documents WHERE id = ?');
  return { get: (id) => ordre.get(id) as { doc: number; json: string } | undefined };
}

function retirer(ordres: Ordres, id: string, compte: Compte): void {
  const ligne = ordres.doc.get(id);
  if (ligne === undefined) return;
  for (const ordre of ordres.retraits) ordre.run(ligne.doc);
  compter(JSON.parse(ligne.json) as DocumentIndexe, -1, compte);
}

function ajouter(
  ordres: Ordres,
  doc: number,
  document: DocumentIndexe,
  json: string,
  compte: Compte,
): void {
  const champs = compter(document, 1, compte).map(texteDe);
  const codes = facettesDe(document).map(([nom, valeur]) => codeDe(ordres, nom, valeur));
  ordres.document.run(doc, document.id, json);
  ordres.fts.run(doc, ...champs, codes.map((c) => `_${c}`).join(' '));
  const noms = [document.titre, ...document.alias].map(cleNom);
  ordres.facettes.run(doc, cleNom(document.titre).split(' ').length, codes.join(','));
  for (const [i, nom] of noms.entries()) ordres.nom.run(nom, doc, i === 0 ? 1 : 0);
  for (const { cle, nom } of nomsSynonymes(document)) ordres.synonyme.run(cle, doc, nom);
}

/** « = » alone is a word of no query: no phrase runs from one list to the next. */
function texteDe({ mots, racines, enPlus }: Flux): string {
  return [...mots, '=', ...racines, '=', ...enPlus].join(' ');
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
