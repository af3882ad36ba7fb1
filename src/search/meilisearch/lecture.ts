import type { Memoire } from '../../french/chain.js';
import { absents, type ClausePesee, partTrouvee, peserClauses } from '../elargissement.js';
import { extrait } from '../extrait.js';
import { nomsDemandes, type Plan, planCorrige, planifier } from '../plan.js';
import type { ReponseRecherche, RequeteRecherche, ResultatRecherche } from '../port.js';
import { lireRequete } from '../requete.js';
import { classementDe, classementLarge } from './classement.js';
import { type Acquis, elargir, type Large } from './elargissement.js';
import { requetes, scoreDe } from './etages.js';
import { filtre, tous } from './filtre.js';
import { type Interrogation, type Liste, limitesDe } from './interrogation.js';
import { type LexiqueCharge, sansDebuts } from './lexique.js';
import type { Trouvee } from './serveur.js';

export const VIDE: ReponseRecherche = { total: 0, resultats: [], facettes: {} };

/** Documents that the embedded index counts more than it has: weights of words must be the same. */
const DE_PLUS = 2;
/** Fewer documents than this are expected to have every word: what they have most of is asked first. */
const RARE = 1;
/** Words side by side are about so many times rarer than the rarest of them. */
const COTE_A_COTE = 30;

interface Trouve {
  readonly plan: Plan;
  readonly liste: Liste;
  readonly elargie: boolean;
  readonly part?: number;
}

/** A search and what it rests on. */
interface Recherche {
  readonly index: Interrogation;
  readonly lexique: LexiqueCharge;
  readonly requete: RequeteRecherche;
}

/** One search, in the steps of the embedded index: every word, then corrected, then most of the words. */
export async function repondre(
  index: Interrogation,
  lexique: LexiqueCharge,
  requete: RequeteRecherche,
): Promise<ReponseRecherche> {
  const lue = lireRequete(requete.mots);
  const lu = planifier(lue, lexique);
  const plan = avecCles(lu, lexique);
  if (plan.clauses.length === 0) return VIDE;
  const r = { index, lexique, requete };
  const strict = async (tout?: boolean): Promise<Trouve | undefined> =>
    (tout === false ? undefined : await tousLesMots(r, plan)) ??
    tousLesMots(r, avecCles(planCorrige(lue, lexique, lu), lexique));
  const { liste, elargie, part, ...autre } = await trouver(r, plan, strict);
  const { suggestion, clauses } = autre.plan;
  const manquent = absents(clauses, lexique.documents);
  return {
    total: liste.total,
    resultats: liste.trouvees.map((t) => resultat(t, autre.plan, lexique.memoire)),
    facettes: liste.facettes,
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(elargie ? { elargie: true, part: part ?? 1 } : {}),
    ...(manquent.length > 0 ? { absents: manquent } : {}),
  };
}

/** The plan as the server finds it fastest. */
function avecCles<P extends Plan | undefined>(plan: P, lexique: LexiqueCharge): P {
  if (plan === undefined) return plan;
  const clauses = plan.clauses.map((c) =>
    c.expression === undefined ? c : { ...c, expression: sansDebuts(c.expression, lexique) },
  );
  return { ...plan, clauses };
}

async function trouver(
  r: Recherche,
  plan: Plan,
  strict: (tout?: boolean) => Promise<Trouve | undefined>,
): Promise<Trouve> {
  const clauses = peserClauses(plan.clauses, r.lexique.documents + DE_PLUS);
  const entier = clauses.length === plan.clauses.length;
  const acquis = (tout?: boolean): Acquis => ({
    limites: limitesDe(r.lexique, plan, r.requete),
    tout: entier || tout === true ? tout : undefined,
    lexique: r.lexique,
  });
  const compter: Parameters<typeof elargir>[2] = (requetes) => r.index.compter(requetes);
  if (entier && attendus(plan, r.lexique) < RARE) {
    const large = await elargir(clauses, acquis(), compter);
    const trouve = await strict(large?.meilleur.length === clauses.length);
    return trouve !== undefined && suffit(trouve) ? trouve : presque(r, plan, large);
  }
  const trouve = await strict();
  if (trouve !== undefined && suffit(trouve)) return trouve;
  return presque(r, plan, await elargir(clauses, acquis(trouve?.plan === plan), compter));
}

/** Documents that would have every word if words came by chance. */
function attendus({ clauses }: Plan, { documents, connue }: LexiqueCharge): number {
  const total = Math.max(1, documents);
  return clauses.reduce((n, c) => {
    const sure = c.expression !== undefined && connue(c.expression);
    return (n * c.documents) / total / (sure ? 1 : COTE_A_COTE);
  }, total);
}

/** Documents that have every word asked for; undefined when there is none. */
async function tousLesMots(r: Recherche, plan: Plan | undefined): Promise<Trouve | undefined> {
  if (plan === undefined) return undefined;
  const expressions = plan.clauses.flatMap((c) => c.expression ?? []);
  if (expressions.length < plan.clauses.length) return undefined;
  const dans = (attribut: 'cles' | 'clesTitre') =>
    tous(expressions.map((e) => filtre(e, attribut)));
  const limites = limitesDe(r.lexique, plan, r.requete);
  const cherche = { partout: dans('cles'), titre: dans('clesTitre'), limites };
  const classement = classementDe(r.lexique, plan, cherche, nomsDemandes(r.requete.mots, plan));
  const liste = await r.index.lister(requetes(classement), r.requete);
  return liste.total === 0 ? undefined : { plan, liste, elargie: false };
}

/** False when only pages have every word, of several things asked for. */
function suffit({ plan, liste }: Trouve): boolean {
  return plan.clauses.length < 2 || liste.total > liste.pages;
}

/** Documents that have most of the words, those that have the most first. */
async function presque(r: Recherche, plan: Plan, large: Large | undefined): Promise<Trouve> {
  if (large === undefined) await r.index.verifier();
  if (large === undefined)
    return { plan, liste: { total: 0, pages: 0, trouvees: [], facettes: {} }, elargie: false };
  const clauses: ClausePesee[] = peserClauses(plan.clauses, r.lexique.documents + DE_PLUS);
  const limites = limitesDe(r.lexique, plan, r.requete);
  const liste = await r.index.lister(requetes(classementLarge(large, clauses, limites)), r.requete);
  const poids = large.meilleur.reduce((s, c) => s + c.idf, 0);
  const part = partTrouvee(poids, plan.clauses, r.lexique.documents + DE_PLUS);
  return { plan, liste, elargie: liste.total > 0, part };
}

function resultat(trouvee: Trouvee, plan: Plan, memoire: Memoire): ResultatRecherche {
  const { type, id, titre, document, page, url, rang, _federation } = trouvee;
  return {
    type,
    id,
    titre,
    extrait: extrait(trouvee, plan.marques, memoire),
    document,
    page,
    score: scoreDe(_federation.weightedRankingScore, rang),
    url,
  };
}
