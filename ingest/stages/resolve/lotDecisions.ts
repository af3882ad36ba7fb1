import type { Decision, DecisionDe } from '../../../src/domain/decision.js';
import type { Assertion, Preuve, PreuveTexte, Valeur } from '../../../src/domain/fait.js';
import type { Alerte } from '../../../src/domain/page.js';
import { definitionLabel, labelDe } from '../../../src/domain/schema.js';
import type { FactsReader } from '../../../src/facts/reader.js';
import type { Lot } from '../../../src/facts/writer.js';
import type { Arbitrage } from './arbitrage.js';
import type { Constat } from './constats.js';
import { groundless } from './constats.js';
import { textProof } from './passages.js';

/** The lot of what decisions add. */
export const DECISIONS = 'decisions';
const REGLE = 'decision@1';

/** What the lots became, as far as the decisions need it. */
export interface Appliques {
  readonly facts: FactsReader;
  /** Decisions that refused at least one fact. */
  readonly rejetes: ReadonlySet<string>;
  /** Name of an entity before any join, by its id. */
  readonly noms: ReadonlyMap<string, string>;
}

/** The facts that decisions add (names, facts), and an alert for each that has nothing to act on or is contradicted. */
export function decisionsLot(arbitrage: Arbitrage, appliques: Appliques): Omit<Lot, 'empreinte'> {
  const constats = [...arbitrage.constats];
  for (const d of [...arbitrage.rejets.values()].flat()) {
    if (!appliques.rejetes.has(d.id))
      constats.push(groundless(d, 'plus aucun document ne dit ce fait'));
  }
  const assertions = [
    ...names(arbitrage, appliques, constats),
    ...additions(arbitrage, appliques, constats),
  ];
  return { lot: DECISIONS, assertions, alertes: constats.map(alertOf).sort(compareAlerts) };
}

function proof({ date, id }: { date: string; id: string }): Preuve {
  return { referentiel: 'décisions', millesime: date, cle: id };
}

/** The name that a person gave an entity, or that of the one kept when others were joined to it. */
function names(arbitrage: Arbitrage, { facts, noms }: Appliques, constats: Constat[]): Assertion[] {
  const donnes = new Map<string, Assertion>();
  const nommer = (entite: string, valeur: string, preuve: Preuve) =>
    donnes.set(entite, {
      sujet: entite,
      predicat: definitionLabel(labelDe(entite)).libelle,
      valeur,
      statut: 'valide',
      regle: REGLE,
      preuves: [preuve],
    });
  for (const d of arbitrage.fusions) {
    const entite = arbitrage.courante(d.garder);
    const nom = noms.get(entite);
    if (nom !== undefined) nommer(entite, nom, proof(d));
  }
  for (const d of arbitrage.renommages) {
    const entite = arbitrage.courante(d.entite);
    if (facts.nomme(entite, DECISIONS)) nommer(entite, d.nom, proof(d));
    else constats.push(groundless(d, `plus rien ne nomme ${d.entite}`));
  }
  return [...donnes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, a]) => a);
}

function additions(arbitrage: Arbitrage, appliques: Appliques, constats: Constat[]): Assertion[] {
  const { facts } = appliques;
  const creees = new Set(
    arbitrage.ajouts.filter((d) => isName(d.fait)).map((d) => arbitrage.courante(d.fait.sujet)),
  );
  return arbitrage.ajouts.flatMap((d) => {
    const sujet = arbitrage.courante(d.fait.sujet);
    const objet = d.fait.objet === undefined ? undefined : arbitrage.courante(d.fait.objet);
    const absent = [sujet, ...(objet === undefined ? [] : [objet])].find(
      (id) => !creees.has(id) && !facts.nomme(id, DECISIONS),
    );
    const texte = textProof(d, facts);
    const motif =
      absent !== undefined
        ? `plus rien ne nomme ${absent}`
        : sujet === objet
          ? 'ses deux bouts sont une seule entité'
          : texte === null
            ? 'son passage n’est plus dans un document de la base'
            : undefined;
    if (motif !== undefined) {
      constats.push(groundless(d, motif));
      return [];
    }
    return [addition(d, sujet, objet, texte ?? undefined)];
  });
}

function isName(fait: DecisionDe<'ajouter'>['fait']): boolean {
  return fait.objet === undefined && fait.predicat === definitionLabel(labelDe(fait.sujet)).libelle;
}

function addition(
  d: DecisionDe<'ajouter'>,
  sujet: string,
  objet: string | undefined,
  texte: PreuveTexte | undefined,
): Assertion {
  const { predicat, valeur, proprietes } = d.fait;
  return {
    sujet,
    predicat,
    ...(objet === undefined ? { valeur: valeur as Valeur } : { objet }),
    ...(proprietes === undefined ? {} : { proprietes }),
    statut: 'valide',
    regle: REGLE,
    preuves: [proof(d), ...(texte === undefined ? [] : [texte])],
  };
}

type Lache = { readonly id: string } & Partial<Decision>;

function alertOf({ decision, code, motif }: Constat): Alerte {
  // an event written by hand may lack any of them
  const { id, type = '?', auteur = '?', date = '?', commentaire = '' } = decision as Lache;
  const suite =
    code === 'decision-sans-objet'
      ? 'Elle reste au registre et s’appliquera si ce qui lui manque revient.'
      : 'Elle reste au registre, sans effet.';
  return {
    code,
    gravite: 'attention',
    document: DECISIONS,
    page: 1,
    citation: String(commentaire),
    message: `La décision ${id} (${type}, ${auteur}, ${date}) n’a pas d’effet : ${motif}. ${suite}`,
    remede: `Vérifiez-la : maillage decide --liste ; pour la retirer : maillage decide --annuler ${id}.`,
  };
}

function compareAlerts(a: Alerte, b: Alerte): number {
  return a.message < b.message ? -1 : a.message > b.message ? 1 : 0;
}
