import { peserClauses } from '../elargissement.js';
import { extrait } from '../extrait.js';
import { PREUVE } from '../indexation.js';
import { nomsDemandes, type Plan, planCorrige, planifier } from '../plan.js';
import type { ReponseRecherche, RequeteRecherche, ResultatRecherche } from '../port.js';
import { lireRequete } from '../requete.js';
import { elargir } from './elargissement.js';
import { type Classement, etages, etagesLarges, requetes } from './etages.js';
import { filtre, tous, unDe } from './filtre.js';
import { filtresDe, type Interrogation, type Liste } from './interrogation.js';
import type { LexiqueCharge } from './lexique.js';
import type { Trouvee } from './serveur.js';

export const VIDE: ReponseRecherche = { total: 0, resultats: [], facettes: {} };

/** Documents that the embedded index counts more than it has: weights of words must be the same. */
const DE_PLUS = 2;

interface Trouve {
  readonly plan: Plan;
  readonly liste: Liste;
  readonly elargie: boolean;
}

/** One search, in the steps of the embedded index: every word, then corrected, then most of the words. */
export async function repondre(
  index: Interrogation,
  lexique: LexiqueCharge,
  requete: RequeteRecherche,
): Promise<ReponseRecherche> {
  const lue = lireRequete(requete.mots);
  const plan = planifier(lue, lexique);
  if (plan.clauses.length === 0) return VIDE;
  const cherche = (p: Plan | undefined) => tousLesMots(index, lexique, p, requete);
  const strict = (await cherche(plan)) ?? (await cherche(planCorrige(lue, lexique, plan)));
  const { liste, elargie, ...autre } = suffit(strict)
    ? strict
    : await presque(index, lexique, plan, requete);
  const { suggestion } = autre.plan;
  return {
    total: liste.total,
    resultats: liste.trouvees.map((t) => resultat(t, autre.plan)),
    facettes: liste.facettes,
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(elargie ? { elargie: true } : {}),
  };
}

/** Documents that have every word asked for; undefined when there is none. */
async function tousLesMots(
  index: Interrogation,
  lexique: LexiqueCharge,
  plan: Plan | undefined,
  requete: RequeteRecherche,
): Promise<Trouve | undefined> {
  if (plan === undefined) return undefined;
  const expressions = plan.clauses.flatMap((c) => c.expression ?? []);
  if (expressions.length < plan.clauses.length) return undefined;
  const dans = (attribut: 'cles' | 'clesNoms' | 'clesTitre') =>
    tous(expressions.map((e) => filtre(e, attribut)));
  const classement = classementDe(lexique, plan, requete, {
    partout: dans('cles'),
    noms: dans('clesNoms'),
    titre: dans('clesTitre'),
  });
  const liste = await index.lister(requetes(etages(classement), classement), requete);
  return liste.total === 0 ? undefined : { plan, liste, elargie: false };
}

/** False when no document has every word, or only pages have, of several things asked for. */
function suffit(trouve: Trouve | undefined): trouve is Trouve {
  if (trouve === undefined) return false;
  return trouve.plan.clauses.length < 2 || trouve.liste.total > trouve.liste.pages;
}

/** Documents that have most of the words, those that have the most first. */
async function presque(
  index: Interrogation,
  lexique: LexiqueCharge,
  plan: Plan,
  requete: RequeteRecherche,
): Promise<Trouve> {
  const clauses = peserClauses(plan.clauses, lexique.documents + DE_PLUS);
  const limites = limitesDe(lexique, plan, requete);
  const large = await elargir(clauses, limites, (r) => index.compter(r));
  if (large === undefined)
    return { plan, liste: { total: 0, pages: 0, trouvees: [], facettes: {} }, elargie: false };
  const classement = classementDe(lexique, plan, requete, {
    partout: large.assez('cles'),
    noms: large.assez('clesNoms'),
    titre: large.assez('clesTitre'),
  });
  const meilleur = { partout: large.meilleur('cles'), noms: large.meilleur('clesNoms') };
  const niveaux = etagesLarges(classement, meilleur);
  const liste = await index.lister(requetes(niveaux, classement), requete);
  return { plan, liste, elargie: liste.total > 0 };
}

function classementDe(
  lexique: LexiqueCharge,
  plan: Plan,
  requete: RequeteRecherche,
  cherche: Omit<Classement['cherche'], 'limites'>,
): Classement {
  const sujets = plan.clauses.flatMap((c) => c.sujet);
  return {
    cherche: { ...cherche, limites: limitesDe(lexique, plan, requete) },
    mots: motsSimples(plan.suggestion ?? plan.clauses.map((c) => c.ecrit).join(' ')),
    racines: sujets.map((cle) => cle.replace(/^[=^]/, '')).join(' '),
    exacts: nomsDemandes(requete.mots, plan),
    donnes: sujets.length,
    preuve: lexique.code(PREUVE.nom, PREUVE.valeur),
    page: lexique.code('type', 'Page'),
  };
}

function limitesDe(lexique: LexiqueCharge, plan: Plan, requete: RequeteRecherche): string[] {
  const exclues = plan.exclues.map((e) => filtre(e, 'cles'));
  return [...filtresDe(requete, lexique), ...(exclues.length > 0 ? [`NOT ${unDe(exclues)}`] : [])];
}

/** Words without the signs that the server takes for its own syntax, nor halves of characters. */
function motsSimples(mots: string): string {
  return mots.replace(/[^\p{L}\p{N}\p{M}'’]+/gu, ' ').trim();
}

function resultat(trouvee: Trouvee, plan: Plan): ResultatRecherche {
  const { type, id, titre, document, page, url, _federation } = trouvee;
  return {
    type,
    id,
    titre,
    extrait: extrait(trouvee, plan.marques),
    document,
    page,
    score: scoreDe(_federation.weightedRankingScore),
    url,
  };
}

/** Weights are powers, a level to the next: their logarithm, so that each level counts two points. */
function scoreDe(poids: number): number {
  return Math.max(0, Math.round((22 + Math.log10(poids)) * 10_000) / 10_000);
}
