import { createHash } from 'node:crypto';
import type { Decision } from '../../../src/domain/decision.js';
import { canonicalJson } from '../../../src/domain/fait.js';
import type { Alerte } from '../../../src/domain/page.js';
import { definitionLabel, labelDe } from '../../../src/domain/schema.js';
import type { BilanEcriture, FactsWriter, Lot } from '../../../src/facts/writer.js';
import type { Gazetteer } from '../../../src/gazetteer/types.js';
import { documentActions } from '../documentation/documentation.js';
import { duplicateAlerts } from '../ouvrages/alertes.js';
import type { Ouvrages } from '../ouvrages/joindre.js';
import { joinWorks } from '../ouvrages/joindre.js';
import { NOTE_OUVRAGES, updatePairs } from '../ouvrages/paires.js';
import { inForce } from './actives.js';
import { aliases } from './alias.js';
import type { Deplaces } from './application.js';
import { applyTo } from './application.js';
import type { Arbitrage } from './arbitrage.js';
import { arbitrate } from './arbitrage.js';
import type { Identites } from './automatique.js';
import { identifyAll } from './automatique.js';
import { likelyDoubles } from './doublons.js';
import { rememberNames } from './identite/memoire.js';
import { departementCodes } from './identite/noms.js';
import { loadOrganismes } from './identite/vocabulaire.js';
import { decisionsLot } from './lotDecisions.js';
import type { ResumeLot } from './mentions.js';
import { readSummary, summarise } from './mentions.js';
import { isNotice, resolveNotices } from './notices.js';

export interface Resolution {
  readonly facts: FactsWriter;
  readonly gazetteer: Gazetteer;
  /** Fingerprint of the rules. */
  readonly empreinte: string;
  /** The whole ledger, oldest first. */
  readonly decisions: readonly Decision[];
  readonly sortant?: Sortant;
}

/** A document that leaves with this run: the others are resolved without it, then it is withdrawn. */
export interface Sortant {
  readonly lot: string;
  /** Called once the others are applied, before the decisions are: they must not find it any more. */
  readonly retirer: () => void;
}

/** Under which key the store notes what the last resolution started from. */
const NOTE = 'resolution';

/**
 * Applies every lot whose raw content, or what the other lots and the decisions make of it, has changed.
 * The result depends on the raw lots and the ledger only: neither on the order of files nor on what was
 * applied before. Returns what each lot applied has moved.
 */
export function resolveLots(r: Resolution): Map<string, BilanEcriture> {
  const { facts, sortant } = r;
  updatePairs(facts);
  const cle = digest([
    r.empreinte,
    canonicalJson(r.decisions),
    facts.note(NOTE_OUVRAGES) ?? '',
    ...facts.lotsLus(sortant?.lot).map((l) => `${l.lot} ${l.cle}`),
  ]);
  if (facts.note(NOTE) === cle) {
    sortant?.retirer();
    return new Map();
  }
  const lots = summaries(facts, sortant?.lot);
  const { gazetteer } = r;
  const departements = departementCodes(gazetteer);
  const cadre = {
    gazetteer: rememberNames(gazetteer),
    departements,
    organismes: loadOrganismes(),
  };
  const nommes = identifyAll(lots, cadre);
  const ouvrages = joinWorks(facts);
  const arbitrage = arbitrate(inForce(r.decisions), lots, nommes, {
    joints: ouvrages.joints,
    connues: (ids) => facts.noticesConnues(ids.filter(isNotice)),
  });
  const doublons = likelyDoubles(lots, nommes, arbitrage, cadre);
  const identites = { ...nommes, alertes: mergeAlerts(nommes.alertes, doublons) };
  const { appliques, ...trouves } = applyLots(r, lots, identites, arbitrage);
  const notices = resolveNotices(facts, arbitrage, ouvrages.joints, identites.organismes);
  appliques.set(NOTICES, { ...notices.bilan, sequence: facts.sequence() });
  applyLot(facts, appliques, worksLot(facts, ouvrages, arbitrage));
  const documentation = documentActions(facts, arbitrage, cadre);
  const lie = applyTo({ ...documentation.lot, empreinte: '' }, arbitrage, new Map());
  applyLot(facts, appliques, lie.lot);
  sortant?.retirer();
  const rejetes = new Set(
    [trouves, notices, lie].flatMap((r) => [...r.rejetes]).concat([...documentation.tranchees]),
  );
  applyLot(facts, appliques, decisionsLot(arbitrage, { facts, rejetes, noms: trouves.noms }));
  facts.ecrireAlias(aliases(lots, identites, arbitrage, ouvrages));
  facts.noter(NOTE, cle);
  return appliques;
}

/** Under which name what the records became is counted. */
const NOTICES = 'notices';
/** The lot of the records that may be one work. */
const OUVRAGES = 'ouvrages';

/** Pairs that no decision has settled. */
function worksLot(facts: FactsWriter, { proposees }: Ouvrages, arbitrage: Arbitrage): LotFait {
  const ouvertes = proposees.filter(
    ({ a, b }) => arbitrage.courante(a) !== arbitrage.courante(b) && !arbitrage.distingues(a, b),
  );
  return { lot: OUVRAGES, assertions: [], alertes: duplicateAlerts(facts, ouvertes) };
}

type LotFait = Omit<Lot, 'empreinte'>;

/** Applies a lot made here when its content moved; one that was always empty is not kept. */
function applyLot(facts: FactsWriter, appliques: Map<string, BilanEcriture>, fait: LotFait): void {
  const empreinte = digest([canonicalJson(fait)]);
  const connue = facts.empreinte(fait.lot);
  const vide = fait.assertions.length + (fait.alertes?.length ?? 0) === 0;
  if (connue === empreinte || (vide && connue === undefined)) return;
  appliques.set(fait.lot, facts.appliquer({ ...fait, empreinte }));
}

function digest(textes: readonly string[]): string {
  const hash = createHash('sha256');
  for (const texte of textes) hash.update(texte).update('\n');
  return hash.digest('hex');
}

/** Whom every lot names; a lot is opened once, when it has just been kept. */
function summaries(facts: FactsWriter, sortant: string | undefined): Map<string, ResumeLot> {
  const lots = new Map<string, ResumeLot>();
  for (const { lot, mentions } of facts.lotsLus(sortant)) {
    const garde = readSummary(mentions);
    const brut = garde === undefined ? facts.lotLu(lot) : undefined;
    const texte = brut === undefined ? mentions : summarise(brut);
    if (brut !== undefined) facts.resumer(lot, texte);
    const resume = garde ?? readSummary(texte);
    if (resume !== undefined) lots.set(lot, resume);
  }
  return lots;
}

function mergeAlerts(
  ...parts: readonly ReadonlyMap<string, readonly Alerte[]>[]
): Map<string, Alerte[]> {
  const toutes = new Map<string, Alerte[]>();
  for (const [lot, alertes] of parts.flatMap((p) => [...p]))
    toutes.set(lot, [...(toutes.get(lot) ?? []), ...alertes]);
  return toutes;
}

interface LotsAppliques {
  readonly appliques: Map<string, BilanEcriture>;
  /** Decisions that refused at least one fact. */
  readonly rejetes: ReadonlySet<string>;
  /** Name of an entity before any join, by its id. */
  readonly noms: ReadonlyMap<string, string>;
}

function applyLots(
  { facts }: Resolution,
  lots: ReadonlyMap<string, ResumeLot>,
  identites: Identites,
  arbitrage: Arbitrage,
): LotsAppliques {
  const appliques = new Map<string, BilanEcriture>();
  const rejetes = new Set<string>();
  const noms = new Map<string, string>();
  const gardes = new Set(arbitrage.fusions.map((d) => arbitrage.courante(d.garder)));
  const communs: Deplaces = new Map();
  const cles = new Map(facts.lotsLus().map((l) => [l.lot, l.cle]));
  for (const nom of [...lots.keys()].sort(seedsFirst)) {
    const alertes = identites.alertes.get(nom) ?? [];
    const empreinte = signature(nom, lots.get(nom), cles.get(nom) ?? '', arbitrage, alertes);
    const inchange = communs.size === 0 && facts.empreinte(nom) === empreinte;
    // refused facts and names kept are looked for in every lot
    if (inchange && arbitrage.rejets.size === 0 && gardes.size === 0) continue;
    const brut = facts.lotLu(nom);
    if (brut === undefined) continue;
    nameKept(brut, gardes, identites, noms);
    const { lot, rejetes: siens } = applyTo(brut, arbitrage, communs);
    for (const id of siens) rejetes.add(id);
    if (inchange) continue;
    appliques.set(
      nom,
      facts.appliquer({ ...lot, alertes: [...(lot.alertes ?? []), ...alertes], empreinte }),
    );
  }
  return { appliques, rejetes, noms };
}

function seedsFirst(a: string, b: string): number {
  return Number(b === 'referentiels') - Number(a === 'referentiels') || (a < b ? -1 : 1);
}

/** What a lot was applied from: its content, where its ids lead, its alerts, the facts refused. */
function signature(
  nom: string,
  resume: ResumeLot | undefined,
  cle: string,
  arbitrage: Arbitrage,
  alertes: readonly Alerte[],
): string {
  const ids = new Set([...(resume?.entites ?? []), ...(resume?.cites ?? [])]);
  const deplaces = [...ids].flatMap((id) => {
    const entite = arbitrage.entite(nom, id);
    return entite === id ? [] : [`${id} ${entite}`];
  });
  const liens = arbitrage.fusions.map((d) => `${d.absorber} ${arbitrage.courante(d.absorber)}`);
  const rejets = [...arbitrage.rejets].map(
    ([contenu, ds]) => `${contenu} ${canonicalJson(ds.map((d) => d.fait.proprietes ?? null))}`,
  );
  return digest([
    cle,
    ...deplaces,
    ...liens,
    ...arbitrage.attaches,
    ...rejets,
    canonicalJson(alertes),
  ]);
}

/** The name that the lots give an entity which others are joined to: the first in order. */
function nameKept(
  { lot, assertions }: Lot,
  gardes: ReadonlySet<string>,
  identites: Identites,
  noms: Map<string, string>,
): void {
  if (gardes.size === 0) return;
  for (const { sujet, predicat, valeur } of assertions) {
    const propre = identites.personnes.get(lot)?.get(sujet) ?? sujet;
    if (!gardes.has(propre) || predicat !== definitionLabel(labelDe(propre)).libelle) continue;
    const nom = String(valeur);
    const avant = noms.get(propre);
    if (avant === undefined || nom < avant) noms.set(propre, nom);
  }
}
