import { analyze, creerMemoire, type Memoire } from '../french/chain.js';
import type { DocumentIndexe } from './port.js';
import { type Cle, champsDe, cleContenu, estNomPropre, type Flux, flux } from './termes.js';

/** A hidden facet: the document has a proof of its own, it is not only a name of the seeds. */
export const PREUVE = { nom: '_preuve', valeur: 'oui' } as const;

/** Kinds whose names stand for one another: a sigle and its long forms. */
const AVEC_SYNONYMES: ReadonlySet<string> = new Set([
  'Dispositif',
  'Organisme',
  'Intercommunalite',
  'Theme',
  'Public',
]);

/** Words met in a run: how many documents more (or fewer) hold each, and how it is written. */
export interface Compte {
  readonly mots: Map<Cle, { df: number; forme: string }>;
  readonly memoire: Memoire;
}

export function creerCompte(): Compte {
  return { mots: new Map(), memoire: creerMemoire() };
}

/** Adds a document's words to the count (`sens` 1) or takes them off (-1); gives the keys of each field, in order of weight. */
export function compter(document: DocumentIndexe, sens: 1 | -1, compte: Compte): Flux[] {
  const nomPropre = estNomPropre(document.type);
  const vus = new Map<Cle, string>();
  const champs = champsDe(document).map((texte, i) => {
    const f = flux(texte, nomPropre && i < 2, compte.memoire);
    for (const cles of [f.racines, f.enPlus]) for (const cle of cles) vus.set(cle, '');
    for (const [j, cle] of f.mots.entries()) {
      const t = f.termes[j];
      const connue = vus.get(cle);
      if (t === undefined || (connue !== undefined && enPetites(connue))) continue;
      vus.set(cle, texte.slice(t.debut, t.fin));
    }
    return f;
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
  return champs;
}

/** True for a word written in small letters: that spelling is the one kept for « Vouliez-vous dire ». */
function enPetites(forme: string): boolean {
  return forme !== '' && forme === forme.toLowerCase();
}

/** Facets of a document as pairs, the hidden one of its proof with them. */
export function facettesDe(document: DocumentIndexe): [nom: string, valeur: string][] {
  const paires: [string, string][] = [['type', document.type]];
  for (const [nom, valeur] of Object.entries(document.facettes)) {
    if (valeur === undefined) continue;
    const valeurs = Array.isArray(valeur) ? [...new Set(valeur.map(String))] : [String(valeur)];
    paires.push(...valeurs.map((v): [string, string] => [nom, v]));
  }
  if (document.document !== null) paires.push([PREUVE.nom, PREUVE.valeur]);
  return paires;
}

/** Names of a document that stand for one another, each with its keys joined by spaces. */
export function nomsSynonymes(document: DocumentIndexe): { cle: string; nom: string }[] {
  if (!AVEC_SYNONYMES.has(document.type)) return [];
  return [document.titre, ...document.alias].flatMap((nom) => {
    const cle = analyze(nom, { mode: 'index' })
      .filter((t) => !t.vide)
      .map(cleContenu)
      .join(' ');
    return cle === '' ? [] : [{ cle, nom }];
  });
}
