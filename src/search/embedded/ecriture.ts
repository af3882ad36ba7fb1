import { analyze, creerMemoire, type Memoire } from '../../french/chain.js';
import type { ChangementsIndex, DocumentIndexe } from '../port.js';
import { type Cle, champsDe, cleContenu, cleNom, estNomPropre, flux } from '../termes.js';
import { PREUVE } from './facettes.js';
import { scalaire } from './scalaire.js';
import type { Base } from './schema.js';

/** Kinds whose names stand for one another: a sigle and its long forms. */
const AVEC_SYNONYMES: ReadonlySet<string> = new Set([
  'Dispositif',
  'Organisme',
  'Intercommunalite',
  'Theme',
  'Public',
]);

type Ordres = ReturnType<typeof preparer>;

/** Words met in a run: how many documents more (or fewer) hold each, and how it is written. */
interface Compte {
  readonly mots: Map<Cle, { df: number; forme: string }>;
  readonly memoire: Memoire;
}

/** Applies changes in one transaction, their sequence with them. */
export function appliquer(base: Base, changements: ChangementsIndex): void {
  base.exec('BEGIN IMMEDIATE');
  try {
    if (changements.complet) vider(base);
    const ordres = preparer(base);
    const compte: Compte = { mots: new Map(), memoire: creerMemoire() };
    const partants = changements.complet
      ? []
      : [...changements.retires, ...changements.documents.map((d) => d.id)];
    for (const id of partants) retirer(ordres, id, compte);
    let doc = Number(scalaire(base, 'SELECT coalesce(max(doc), 0) AS v FROM documents')());
    for (const document of changements.documents) {
      doc += 1;
      ajouter(ordres, doc, document, compte);
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
    doc: base.prepare('SELECT doc, json FROM documents WHERE id = ?'),
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

function retirer(ordres: Ordres, id: string, compte: Compte): void {
  const ligne = ordres.doc.get(id) as { doc: number; json: string } | undefined;
  if (ligne === undefined) return;
  for (const ordre of ordres.retraits) ordre.run(ligne.doc);
  compter(JSON.parse(ligne.json) as DocumentIndexe, -1, compte);
}

function ajouter(ordres: Ordres, doc: number, document: DocumentIndexe, compte: Compte): void {
  const champs = compter(document, 1, compte);
  const codes = facettesDe(document).map(([nom, valeur]) => codeDe(ordres, nom, valeur));
  ordres.document.run(doc, document.id, JSON.stringify(document));
  ordres.fts.run(doc, ...champs, codes.map((c) => `_${c}`).join(' '));
  const noms = [document.titre, ...document.alias].map(cleNom);
  ordres.facettes.run(doc, cleNom(document.titre).split(' ').length, codes.join(','));
  for (const [i, nom] of noms.entries()) ordres.nom.run(nom, doc, i === 0 ? 1 : 0);
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
function compter(document: DocumentIndexe, sens: 1 | -1, compte: Compte): string[] {
  const nomPropre = estNomPropre(document.type);
  const vus = new Map<Cle, string>();
  const textes = champsDe(document).map((texte, i) => {
    const f = flux(texte, nomPropre && i < 2, compte.memoire);
    for (const cles of [f.racines, f.enPlus]) for (const cle of cles) vus.set(cle, '');
    for (const [j, cle] of f.mots.entries()) {
      const t = f.termes[j];
      const connue = vus.get(cle);
      if (t === undefined || (connue !== undefined && enPetites(connue))) continue;
      vus.set(cle, texte.slice(t.debut, t.fin));
    }
    // « = » alone is a word of no query: no phrase runs from one list to the next.
    return [...f.mots, '=', ...f.racines, '=', ...f.enPlus].join(' ');
  });
  for (const [cle, forme] of vus) {
    const mot = compte.mots.get(cle);
    if (mot === undefined) {
      compte.mots.set(cle, { df: sens, forme });
    } else {
      mot.df += sens;
      if (!enPetites(mot.forme) && enPetites(forme)) mot.forme = forme;
    }
  }
  return textes;
}

/** True for a word written in small letters: that spelling is the one kept for « Vouliez-vous dire ». */
function enPetites(forme: string): boolean {
  return forme !== '' && forme === forme.toLowerCase();
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
