import { LABELS, type Label } from '../domain/schema.js';
import { TOUTES_ANNEES } from './bornes.js';
import { comparaisonProgrammes, programmesDe } from './comparaison.js';
import { type Contexte, createContexte, type Moteurs } from './contexte.js';
import { couverture } from './couverture.js';
import { demander } from './demander.js';
import { ficheAction } from './fiches/action.js';
import { ficheDispositif } from './fiches/dispositif.js';
import { ficheFait } from './fiches/fait.js';
import { ficheIntervenant } from './fiches/intervenant.js';
import { ficheNotice } from './fiches/notice.js';
import { ficheProgramme } from './fiches/programme.js';
import { lireSocle } from './fiches/socle.js';
import { ficheTerritoire, TYPES_TERRITOIRES } from './fiches/territoire.js';
import { ficheTheme } from './fiches/theme.js';
import type {
  DemandeRecherche,
  FiltresTerritoireActions,
  Questions,
  ReponseComparaison,
  ReponseDeploiement,
  ReponseLiens,
} from './fiches/types.js';
import { situerResultats } from './lieuxResultats.js';
import { listeNotices } from './listeNotices.js';
import * as listes from './listes.js';
import { nouveautes } from './nouveautes.js';
import { reference } from './references.js';
import { repondreDeploiement } from './reponses/deploiement.js';
import { liensDispositifs } from './reponses/liens.js';
import { direTouchees } from './reponses/touchees.js';
import { resolveEntite, resolveId } from './resolve.js';
import { resumerNotices } from './resultatsNotices.js';
import { silenceAnnee } from './silences.js';
import { lireTouchees, trier } from './territoire.js';
import { trouverTout } from './trouverTout.js';
import type { ActionsTerritoire, Deploiement, Lien } from './types.js';
import { lectureDe } from './understand.js';
import { lireVoisinage } from './voisinage.js';

/** Answers over the readers given. Holds nothing but what it can work out again from them. */
export function createQuestions(moteurs: Moteurs): Questions {
  const contexte = createContexte(moteurs);
  const ici = (): Contexte => {
    contexte.rafraichir();
    return contexte;
  };
  const projete = async (): Promise<Contexte> =>
    withoutPending(ici(), await appliedSequence(moteurs));
  return {
    demander: async (question, maintenant = new Date()) =>
      demander(await projete(), question, maintenant),
    actionsTerritoire: async (id, filtres) => actionsTerritoire(await projete(), id, filtres),
    action: (id) => ficheAction(ici(), id),
    dispositif: (id) => ficheDispositif(ici(), id),
    intervenant: (id) => ficheIntervenant(ici(), id),
    territoire: (id) => ficheTerritoire(ici(), id),
    theme: (id) => ficheTheme(ici(), id),
    programme: (id) => ficheProgramme(ici(), id),
    fiche: (id) => fiche(ici(), id),
    actions: (filtres, pagination) => listes.listeActions(ici(), filtres, pagination),
    notice: (id) => ficheNotice(ici(), id),
    notices: (filtres, pagination) => listeNotices(ici(), filtres, pagination),
    resumer: (ids) => resumerNotices(ici(), ids),
    dispositifs: (pagination) => listes.listeDispositifs(ici(), pagination),
    intervenants: (filtres, pagination) => listes.listeIntervenants(ici(), filtres, pagination),
    territoires: (filtres, pagination) => listes.listeTerritoires(ici(), filtres, pagination),
    nouveautes: () => nouveautes(ici()),
    programmes: (pagination) => listes.listeProgrammes(ici(), pagination),
    documents: (pagination) => listes.listeDocuments(ici(), pagination),
    comparaison: (a, b) => comparaison(ici(), a, b),
    liens: async (a, b) => liens(await projete(), a, b),
    deploiement: async (dispositif, annee) => deploiement(await projete(), dispositif, annee),
    voisinage: (id, limite) => lireVoisinage(ici(), id, limite),
    fait: (id) => ficheFait(ici(), id),
    couverture: (annees) => couverture(ici(), annees ?? null),
    rechercher: (q, demande) => rechercher(ici(), q, demande),
    trouver: (q, filtres) => trouverTout(ici().recherche, q, filtres),
  };
}

/** Sequence up to which both engines answer: an ingest stores its facts before it projects them. */
async function appliedSequence({ graphe, recherche }: Moteurs): Promise<number> {
  return Math.min(await graphe.sequence(), await recherche.sequence());
}

/**
 * The same readers without the documents that the engines do not hold yet: an answer may not say that
 * nothing was found in a document it has not looked into.
 */
function withoutPending(contexte: Contexte, sequence: number): Contexte {
  const attente = [...contexte.documents().values()].some((d) => d.document.sequence > sequence);
  if (!attente) return contexte;
  return {
    ...contexte,
    documents: () =>
      new Map([...contexte.documents()].filter(([, d]) => d.document.sequence <= sequence)),
  };
}

async function actionsTerritoire(
  contexte: Contexte,
  brut: string,
  { anneeMin, anneeMax, portee }: FiltresTerritoireActions = {},
): Promise<ActionsTerritoire> {
  const { id } = resolveEntite(contexte, brut, TYPES_TERRITOIRES);
  const bornes = {
    anneeMin: anneeMin ?? TOUTES_ANNEES.anneeMin,
    anneeMax: anneeMax ?? TOUTES_ANNEES.anneeMax,
  };
  const toutes = await lireTouchees(contexte, id, bornes);
  const gardees = [...toutes.resultats, ...toutes.apart].filter(
    (a) => portee === undefined || a.portee === portee,
  );
  const { resultats, apart, parPortee } = trier(gardees);
  const annee =
    anneeMin === undefined && anneeMax === undefined
      ? null
      : { debut: bornes.anneeMin, fin: bornes.anneeMax };
  const territoire = reference(contexte, id);
  const equation = { intention: 'actions' as const, ...(annee === null ? {} : { annee }) };
  return {
    territoire,
    annee,
    phrase:
      silenceAnnee(contexte, annee)?.phrase ??
      direTouchees(contexte, equation, [territoire], toutes).phrase,
    total: resultats.length,
    parPortee,
    resultats,
    apart,
    couverture: couverture(contexte, annee),
  };
}

function fiche(contexte: Contexte, id: string): ReturnType<Questions['fiche']> {
  const socle = lireSocle(contexte, id, Object.keys(LABELS) as Label[]);
  return { ...socle.fiche, liens: [...socle.sortantes, ...socle.entrantes].map((v) => v.maillon) };
}

function comparaison(contexte: Contexte, a: string, b: string): ReponseComparaison {
  const id = (brut: string): string => {
    const duneAnnee = /^\d{4}$/.test(brut) ? programmesDe(contexte, Number(brut)) : [];
    const [seul] = duneAnnee.length === 1 ? duneAnnee : [];
    return seul?.id ?? resolveId(contexte, brut, ['Programme']);
  };
  return comparaisonProgrammes(contexte, id(a), id(b));
}

async function liens(contexte: Contexte, brutA: string, brutB: string): Promise<ReponseLiens> {
  const [a, b] = [brutA, brutB].map((brut) => resolveId(contexte, brut, ['Dispositif']));
  if (a === undefined || b === undefined) throw new Error('deux identifiants attendus');
  const { phrase, resultats, total } = await liensDispositifs(contexte, a, b);
  return {
    de: reference(contexte, a),
    vers: reference(contexte, b),
    phrase,
    total,
    resultats: resultats.filter((r): r is Lien => r.type === 'Lien'),
    couverture: couverture(contexte),
  };
}

async function deploiement(
  contexte: Contexte,
  brut: string,
  annee: number | undefined,
): Promise<ReponseDeploiement> {
  const dispositif = reference(contexte, resolveId(contexte, brut, ['Dispositif']));
  const annees = annee === undefined ? null : { debut: annee, fin: annee };
  const equation = {
    intention: 'deploiement' as const,
    dispositifs: [dispositif],
    ...(annees === null ? {} : { annee: annees }),
  };
  const corps = await repondreDeploiement(contexte, lectureDe(equation));
  return {
    dispositif,
    annee: annees,
    phrase: corps.phrase,
    total: corps.total,
    resultats: corps.resultats.filter((r): r is Deploiement => 'maillons' in r && 'debut' in r),
    ...(corps.sansReponse === undefined ? {} : { sansReponse: corps.sansReponse }),
    couverture: couverture(contexte, annees),
  };
}

async function rechercher(
  contexte: Contexte,
  q: string,
  { filtres = {}, page = 1, taille = 20 }: DemandeRecherche = {},
): ReturnType<Questions['rechercher']> {
  listes.verifierPage({ page, taille });
  const reponse = await contexte.recherche.chercher({
    mots: q,
    limite: taille,
    decalage: (page - 1) * taille,
    filtres,
  });
  return {
    ...reponse,
    resultats: situerResultats(contexte.faits, reponse.resultats),
    couverture: couverture(contexte),
  };
}
