import { creerMemoire, type Memoire } from '../../french/chain.js';
import { absents } from '../elargissement.js';
import { extrait } from '../extrait.js';
import type { Lexique } from '../lexique.js';
import { nomsDemandes, type Plan, planCorrige, planifier } from '../plan.js';
import type {
  DocumentIndexe,
  ReponseRecherche,
  RequeteRecherche,
  ResultatRecherche,
} from '../port.js';
import { lireRequete } from '../requete.js';
import { type Classe, classer } from './classement.js';
import { chercherDocs, contient } from './docs.js';
import { elargir } from './elargissement.js';
import { chargerFacettes, codeFacette, compterFacettes, type TableFacettes } from './facettes.js';
import { ouvrirLexique } from './lexique.js';
import { match } from './match.js';
import { scalaire } from './scalaire.js';
import type { Base } from './schema.js';

/** What is kept in memory of one state of the index. */
interface Cliche {
  readonly etat: string;
  readonly table: TableFacettes;
  readonly lexique: Lexique;
  /** Words already analysed, kept from one search to the next. */
  readonly memoire: Memoire;
}

/** Places of the table that are no document: numbers begin at one, and the last one ends the list. */
const HORS_DOCUMENTS = 2;
const VIDE: ReponseRecherche = { total: 0, resultats: [], facettes: {} };

/** Answers queries on an open index; what it keeps in memory is made anew when the index has changed. */
export function ouvrirLecture(
  base: Base,
  motFrancais: Lexique['motFrancais'],
): (requete: RequeteRecherche) => ReponseRecherche {
  let cliche: Cliche | undefined;
  const etat = scalaire(
    base,
    "SELECT (SELECT data_version FROM pragma_data_version) || '.' || total_changes() AS v",
  );
  return (requete) => {
    // One transaction: the numbers, the facets and the results are those of one state of the index.
    base.exec('BEGIN');
    try {
      base.prepare('SELECT 1 FROM meta LIMIT 1').get();
      const actuel = String(etat());
      if (cliche?.etat !== actuel) {
        cliche = {
          etat: actuel,
          table: chargerFacettes(base),
          lexique: ouvrirLexique(base, motFrancais),
          memoire: creerMemoire(),
        };
      }
      return repondre(base, cliche, requete);
    } finally {
      base.exec('COMMIT');
    }
  };
}

function repondre(
  base: Base,
  { table, lexique, memoire }: Cliche,
  requete: RequeteRecherche,
): ReponseRecherche {
  const lue = lireRequete(requete.mots);
  const plan = planifier(lue, lexique);
  if (plan.clauses.length === 0) return VIDE;
  const strict =
    tousLesMots(base, table, plan, requete) ??
    tousLesMots(base, table, planCorrige(lue, lexique, plan), requete);
  const trouve = suffit(table, strict) ? strict : presque(base, table, plan, requete);
  const debut = Math.max(0, requete.decalage);
  const page = trouve.classes.slice(debut, debut + Math.max(0, requete.limite));
  const { suggestion, clauses } = trouve.plan;
  const manquent = absents(clauses, table.debuts.length - HORS_DOCUMENTS);
  return {
    total: trouve.docs.length,
    resultats: page.map((c) => resultat(base, c, trouve.plan, memoire)),
    facettes: compterFacettes(table, trouve.docs),
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(trouve.elargie ? { elargie: true, part: trouve.part ?? 1 } : {}),
    ...(manquent.length > 0 ? { absents: manquent } : {}),
  };
}

interface Trouve {
  readonly plan: Plan;
  readonly docs: readonly number[];
  readonly classes: readonly Classe[];
  readonly elargie: boolean;
  readonly part?: number;
}

/** Documents that have every word asked for; undefined when there is none. */
function tousLesMots(
  base: Base,
  table: TableFacettes,
  plan: Plan | undefined,
  requete: RequeteRecherche,
): Trouve | undefined {
  if (plan === undefined) return undefined;
  const expressions = plan.clauses.flatMap((c) => c.expression ?? []);
  if (expressions.length < plan.clauses.length) return undefined;
  const limites = filtres(table, requete) + negations(plan);
  const fts = `(${expressions.map(match).join(' AND ')})`;
  const docs = chercherDocs(base, `${fts}${limites}`);
  if (docs.length === 0) return undefined;
  const occurrences = plan.clauses.reduce((n, c) => n + c.occurrences, 0);
  const donnes = plan.clauses.reduce((n, c) => n + c.sujet.length, 0);
  const exacts = nomsExacts(base, requete.mots, plan, docs);
  const demande = { docs, fts, limites, occurrences, exacts, donnes };
  const voulus = Math.max(0, requete.decalage) + Math.max(0, requete.limite);
  return { plan, docs, classes: classer(base, table, demande, voulus), elargie: false };
}

/**
 * False when no document has every word, or only pages have: several subjects share a page (a table
 * of contents has them all), and the things that have most of the words say more.
 */
function suffit(table: TableFacettes, trouve: Trouve | undefined): trouve is Trouve {
  if (trouve === undefined) return false;
  return trouve.plan.clauses.length < 2 || trouve.docs.some((doc) => table.pages[doc] !== 1);
}

/** Documents that have most of the words, those that have all of them first. */
function presque(base: Base, table: TableFacettes, plan: Plan, requete: RequeteRecherche): Trouve {
  const large = elargir(base, table, plan.clauses, filtres(table, requete) + negations(plan));
  return { ...large, plan, elargie: large.docs.length > 0 };
}

/** Documents whose title or other name is the query, whole or once its empty words are left out. */
function nomsExacts(
  base: Base,
  mots: string,
  plan: Plan,
  docs: readonly number[],
): Map<number, 'titre' | 'alias'> {
  const exacts = new Map<number, 'titre' | 'alias'>();
  const ordre = base.prepare('SELECT doc, titre FROM noms WHERE cle = ?');
  for (const cle of nomsDemandes(mots, plan)) {
    for (const { doc, titre } of ordre.all(cle) as { doc: number; titre: number }[]) {
      if (contient(docs, doc) && exacts.get(doc) !== 'titre') {
        exacts.set(doc, titre === 1 ? 'titre' : 'alias');
      }
    }
  }
  return exacts;
}

function filtres(table: TableFacettes, requete: RequeteRecherche): string {
  let sortie = '';
  for (const [nom, valeurs] of Object.entries(requete.filtres)) {
    if (valeurs === undefined || valeurs.length === 0) continue;
    // A value that no document has must give nothing: code 0 is never used.
    const codes = valeurs.map((v) => codeFacette(table, nom, v) ?? 0);
    sortie += ` AND (${codes.map((c) => `"_${c}"`).join(' OR ')})`;
  }
  return sortie;
}

function negations(plan: Plan): string {
  return plan.exclues.length > 0 ? ` NOT (${plan.exclues.map(match).join(' OR ')})` : '';
}

function resultat(
  base: Base,
  { doc, score }: Classe,
  plan: Plan,
  memoire: Memoire,
): ResultatRecherche {
  const json = scalaire(base, 'SELECT json AS v FROM documents WHERE doc = ?')(doc);
  const d = JSON.parse(String(json)) as DocumentIndexe;
  const { type, id, titre, document, page, url } = d;
  return {
    type,
    id,
    titre,
    extrait: extrait(d, plan.marques, memoire),
    document,
    page,
    score: Math.round(score * 10_000) / 10_000,
    url,
  };
}
