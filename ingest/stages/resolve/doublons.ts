import type { PreuveTexte } from '../../../src/domain/fait.js';
import type { Alerte } from '../../../src/domain/page.js';
import type { Arbitrage } from './arbitrage.js';
import type { Identites } from './automatique.js';
import { significant } from './identite/mots.js';
import { compareOrganismes } from './identite/organismes.js';
import { compareNoms, readNom } from './identite/personnes.js';
import type { Cadre, Verdict } from './identite/types.js';
import type { Nomme, ResumeLot } from './mentions.js';

/** A word that more names than this hold tells too little to compare them two by two: « association », « marie ». */
const NOMS_PAR_MOT = 60;

/** One entity under the name that its first lot gives; without passage when a list of the seeds names it. */
interface Porte {
  readonly id: string;
  readonly nom: string;
  readonly lot: string;
  readonly preuve?: PreuveTexte;
}

/** How names of a kind are compared, and the words by which two of them meet. */
interface Comparaison {
  readonly compare: (a: string, b: string, cadre: Cadre) => Verdict | 'egaux';
  readonly mots: (nom: string, cadre: Cadre) => readonly string[];
}

const PERSONNES: Comparaison = {
  compare: (a, b, cadre) => compareNoms(readNom(a, '', cadre), readNom(b, '', cadre), cadre),
  // by the first name too: a mistyped family name meets no other by itself
  mots: (nom, cadre) => {
    const { prenom, famille } = readNom(nom, '', cadre);
    return [...famille, ...prenom.map((p) => `${p} ${famille[0]?.[0] ?? ''}`)];
  },
};

const ORGANISMES: Comparaison = { compare: compareOrganismes, mots: (nom) => significant(nom) };

/**
 * Names that are likely one person or one organisation under two spellings, which no rule joins and no
 * decision has settled: an alert by lot, where a document prints the name.
 */
export function likelyDoubles(
  lots: ReadonlyMap<string, ResumeLot>,
  identites: Identites,
  arbitrage: Arbitrage,
  cadre: Cadre,
): Map<string, Alerte[]> {
  const alertes = new Map<string, Alerte[]>();
  const entite = (lot: string, id: string) =>
    arbitrage.courante(identites.personnes.get(lot)?.get(id) ?? id);
  const nommes = (de: (resume: ResumeLot) => readonly Nomme[]) => bearers(lots, entite, de);
  for (const [a, b] of [
    ...pairs(
      nommes((r) => r.personnes),
      PERSONNES,
      cadre,
    ),
    ...pairs(
      nommes((r) => r.structures),
      ORGANISMES,
      cadre,
    ),
  ]) {
    const [connu, nouveau] = b.preuve === undefined ? [b, a] : [a, b];
    if (nouveau.preuve === undefined || arbitrage.distingues(a.id, b.id)) continue;
    const siennes = alertes.get(nouveau.lot) ?? [];
    alertes.set(nouveau.lot, [...siennes, doubleAlert(connu, nouveau, nouveau.preuve)]);
  }
  return alertes;
}

function bearers(
  lots: ReadonlyMap<string, ResumeLot>,
  entite: (lot: string, id: string) => string,
  de: (resume: ResumeLot) => readonly Nomme[],
): Porte[] {
  const portes = new Map<string, Porte>();
  for (const [lot, resume] of [...lots].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const { id: imprime, noms, preuve } of de(resume)) {
      const id = entite(lot, imprime);
      const [nom] = noms;
      const deja = portes.get(id);
      if (nom === undefined || (deja !== undefined && (deja.preuve ?? preuve) === deja.preuve))
        continue;
      portes.set(id, { id, nom, lot, ...(preuve === undefined ? {} : { preuve }) });
    }
  }
  return [...portes.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The pairs that the rules of `same` propose, each once, in the order of their ids. */
function pairs(
  portes: readonly Porte[],
  { compare, mots }: Comparaison,
  cadre: Cadre,
): [Porte, Porte][] {
  const parMot = new Map<string, Porte[]>();
  for (const porte of portes) {
    for (const mot of new Set(mots(porte.nom, cadre))) {
      const siens = parMot.get(mot);
      if (siens === undefined) parMot.set(mot, [porte]);
      else siens.push(porte);
    }
  }
  const trouvees = new Map<string, [Porte, Porte]>();
  const vues = new Set<string>();
  for (const siens of parMot.values()) {
    if (siens.length > NOMS_PAR_MOT) continue;
    for (const [i, a] of siens.entries()) {
      for (const b of siens.slice(i + 1)) {
        const cle = `${a.id} ${b.id}`;
        if (vues.has(cle)) continue;
        vues.add(cle);
        const verdict = compare(a.nom, b.nom, cadre);
        if (verdict !== 'egaux' && verdict.decision === 'proposer') trouvees.set(cle, [a, b]);
      }
    }
  }
  return [...trouvees].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, paire]) => paire);
}

function doubleAlert(connu: Porte, nouveau: Porte, preuve: PreuveTexte): Alerte {
  return {
    code: 'doublon-probable',
    gravite: 'attention',
    document: preuve.document,
    page: preuve.page,
    citation: preuve.citation,
    message: `« ${nouveau.nom} » (${nouveau.id}) est peut-être « ${connu.nom} » (${connu.id}).`,
    remede:
      'Une personne tranche : maillage decide, « fusionner » si c’est la même chose, « distinguer » sinon.',
  };
}
