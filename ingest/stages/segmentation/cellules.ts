import { fold } from '../../../src/french/fold.js';
import type { Vocabulaire } from '../../sources/vocabulaire.js';
import { joindre, type Lexique } from './blocs.js';
import { etiquetteEnTete } from './etiquettes.js';
import type { RangeeGrille } from './grilles.js';
import type { LigneDoc } from './lignes.js';
import { numeroDe } from './numeros.js';
import type { Rangee } from './rangees.js';
import { type Case, partagerCase, type RangTableau, type Tableau } from './tableaux.js';

export interface Fiches {
  /** Rows « label | value », by their first line. */
  readonly rangees: ReadonlyMap<LigneDoc, Rangee>;
  /** Rows that give the action's title: « Intitulé de l’action | … ». */
  readonly titres: ReadonlyMap<LigneDoc, RangeeGrille>;
}

const ETIQUETTE_MAX = 80;

/** Reads the declared tables whose cells go by pairs, a label and its value. */
export function lireFiches(tableaux: readonly Tableau[], v: Vocabulaire, lexique: Lexique): Fiches {
  const rangees = new Map<LigneDoc, Rangee>();
  const titres = new Map<LigneDoc, RangeeGrille>();
  for (const tableau of tableaux) {
    if (tableau[0]?.lignes[0]?.cellule === null) continue;
    if (tableau.length === 2 && estLigneDeLibelles(tableau[0], v)) continue;
    const lues = tableau.map((rang) => lirePaires(rang, v, lexique));
    const connues = lues.filter((paires) => paires.length > 0).length;
    tableau.forEach((rang, i) => {
      const titre = lireTitre(rang, v);
      const [premiere] = rang.lignes;
      if (titre !== null && premiere !== undefined) titres.set(premiere, titre);
      else if (lues[i]?.length === 0 && connues * 2 > tableau.length)
        ajouter(rangees, inconnue(rang, lexique));
      else for (const rangee of lues[i] ?? []) ajouter(rangees, rangee);
    });
  }
  return { rangees, titres };
}

/** A row of labels above one row of values is read column by column. */
function estLigneDeLibelles(rang: RangTableau | undefined, v: Vocabulaire): boolean {
  const pleines = (rang?.cases ?? []).filter((c) => c.texte !== '');
  return (
    pleines.length > 1 &&
    pleines.every(({ texte }) => {
      const etiquette = texte.length > ETIQUETTE_MAX ? null : etiquetteEnTete(texte, v);
      return etiquette !== null && etiquette.valeur >= texte.length;
    })
  );
}

function ajouter(rangees: Map<LigneDoc, Rangee>, rangee: Rangee | null): void {
  const [premiere] = rangee?.lignes ?? [];
  if (rangee !== null && premiere !== undefined) rangees.set(premiere, rangee);
}

/** The pairs of a row: every cell that is a label from end to end, with the next one that is none. */
function lirePaires({ cases }: RangTableau, v: Vocabulaire, lexique: Lexique): Rangee[] {
  const paires: Rangee[] = [];
  cases.forEach((c, i) => {
    const etiquette = c.texte.length > ETIQUETTE_MAX ? null : etiquetteEnTete(c.texte, v);
    if (etiquette === null || etiquette.valeur < c.texte.length) return;
    const valeur = cases[i + 1];
    if (valeur === undefined) return;
    const cellule = joindre(c.passages, lexique);
    paires.push({ ...paire(c, valeur), champs: etiquette.champs, cellule, etiquette });
  });
  return paires;
}

function paire(etiquette: Case, valeur: Case) {
  const lignes = [...etiquette.passages, ...valeur.passages].map((p) => p.ligne);
  return { lignes, valeur: valeur.passages, ouverte: false, colonne: null };
}

/** « Consignes | Prévoir des bottes » among known labels: it ends the value above, and stays in the text. */
function inconnue({ cases }: RangTableau, lexique: Lexique): Rangee | null {
  const [gauche, droite] = cases;
  if (gauche === undefined || droite === undefined || gauche.texte === '') return null;
  if (cases.length !== 2 || droite.texte === '' || gauche.texte.length > ETIQUETTE_MAX) return null;
  const cellule = joindre(gauche.passages, lexique);
  return { ...paire(gauche, droite), champs: [], cellule, etiquette: null };
}

function lireTitre({ cases, lignes }: RangTableau, v: Vocabulaire): RangeeGrille | null {
  const [gauche, droite] = cases;
  if (gauche === undefined || droite === undefined || droite.texte === '') return null;
  const plie = fold(gauche.texte)
    .replace(/\s*:\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  const numero = numeroDe(gauche.texte, v);
  // « Action 3 | Observer les quartiers »
  const seul = numero?.explicite === true && numero.retrait >= gauche.texte.length;
  if (!seul && !v.etiquetteTitre.test(plie)) return null;
  const [titre, autres] = partagerCase(droite.passages, v);
  return { genre: 'action', lignes, numero: numero?.numero ?? null, titre, champs: [], autres };
}
