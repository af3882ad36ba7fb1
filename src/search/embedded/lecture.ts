import { extrait } from '../extrait.js';
import type {
  DocumentIndexe,
  ReponseRecherche,
  RequeteRecherche,
  ResultatRecherche,
} from '../port.js';
import { lireRequete } from '../requete.js';
import { cleNom } from '../termes.js';
import { type Classe, chercherDocs, classer } from './classement.js';
import { elargir } from './elargissement.js';
import { chargerFacettes, codeFacette, compterFacettes, type TableFacettes } from './facettes.js';
import { type Lexique, ouvrirLexique } from './lexique.js';
import { type Plan, planifier } from './plan.js';
import { scalaire } from './scalaire.js';
import type { Base } from './schema.js';

/** What is kept in memory of one state of the index. */
interface Cliche {
  readonly etat: string;
  readonly table: TableFacettes;
  readonly lexique: Lexique;
}

const VIDE: ReponseRecherche = { total: 0, resultats: [], facettes: {} };

/** Answers queries on an open index; what it keeps in memory is made anew when the index has changed. */
export function ouvrirLecture(base: Base): (requete: RequeteRecherche) => ReponseRecherche {
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
        cliche = { etat: actuel, table: chargerFacettes(base), lexique: ouvrirLexique(base) };
      }
      return repondre(base, cliche, requete);
    } finally {
      base.exec('COMMIT');
    }
  };
}

function repondre(
  base: Base,
  { table, lexique }: Cliche,
  requete: RequeteRecherche,
): ReponseRecherche {
  const lue = lireRequete(requete.mots);
  const plan = planifier(lue, lexique);
  if (plan.clauses.length === 0) return VIDE;
  const limites = filtres(table, requete) + negations(plan);
  const { docs, classes, elargie } = trouver(base, table, plan, limites, requete.mots);
  const page = classes.slice(
    Math.max(0, requete.decalage),
    Math.max(0, requete.decalage) + Math.max(0, requete.limite),
  );
  return {
    total: docs.length,
    resultats: page.map((c) => resultat(base, c, plan)),
    facettes: compterFacettes(table, docs),
    ...(plan.suggestion === undefined ? {} : { suggestion: plan.suggestion }),
    ...(elargie ? { elargie: true } : {}),
  };
}

function trouver(
  base: Base,
  table: TableFacettes,
  plan: Plan,
  limites: string,
  mots: string,
): {
  docs: readonly number[];
  classes: readonly Classe[];
  elargie: boolean;
} {
  const toutes = plan.clauses.map((c) => c.fts);
  if (toutes.every((f) => f !== '')) {
    const et = toutes.join(' AND ');
    const docs = chercherDocs(base, `(${et})${limites}`);
    if (docs.length > 0) {
      const dansTitre = chercherDocs(base, `({titre alias} : (${et}))${limites}`);
      const exacts = nomsExacts(base, mots, plan, new Set(docs));
      const part = partDuTitre(base, plan);
      return {
        docs,
        classes: classer(base, table, { docs, fts: `(${et})`, limites, dansTitre, exacts, part }),
        elargie: false,
      };
    }
  }
  const large = elargir(base, table, plan, limites);
  return { ...large, elargie: large.docs.length > 0 };
}

/** Documents whose title or other name is the query, whole or once its empty words are left out. */
function nomsExacts(
  base: Base,
  mots: string,
  plan: Plan,
  docs: ReadonlySet<number>,
): Map<number, 'titre' | 'alias'> {
  const exacts = new Map<number, 'titre' | 'alias'>();
  const ordre = base.prepare('SELECT doc, titre FROM noms WHERE cle = ?');
  for (const cle of new Set(
    [mots, plan.clauses.map((c) => c.ecrit).join(' ')].map((m) => cleNom(m.slice(0, 500))),
  )) {
    for (const { doc, titre } of ordre.all(cle) as { doc: number; titre: number }[]) {
      if (docs.has(doc) && exacts.get(doc) !== 'titre')
        exacts.set(doc, titre === 1 ? 'titre' : 'alias');
    }
  }
  return exacts;
}

/** Share of the words of a document's shortest name that the query gives (« Garges » is half of « Garges-lès-Gonesse »). */
function partDuTitre(base: Base, plan: Plan): (doc: number) => number {
  const ordre = scalaire(
    base,
    "SELECT min(length(cle) - length(replace(cle, ' ', '')) + 1) AS v FROM noms WHERE doc = ?",
  );
  const donnes = plan.clauses.reduce((n, c) => n + c.sujet.length, 0);
  return (doc) => Math.min(1, donnes / Math.max(1, Number(ordre(doc) ?? 1)));
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
  return plan.exclues.length > 0 ? ` NOT (${plan.exclues.join(' OR ')})` : '';
}

function resultat(base: Base, { doc, score }: Classe, plan: Plan): ResultatRecherche {
  const json = scalaire(base, 'SELECT json AS v FROM documents WHERE doc = ?')(doc);
  const d = JSON.parse(String(json)) as DocumentIndexe;
  const { type, id, titre, document, page, url } = d;
  return {
    type,
    id,
    titre,
    extrait: extrait(d, plan.marques),
    document,
    page,
    score: Math.round(score * 10_000) / 10_000,
    url,
  };
}
