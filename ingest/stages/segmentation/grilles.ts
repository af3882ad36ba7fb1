import { fold } from '../../../src/french/fold.js';
import type { Vocabulaire } from '../../sources/vocabulaire.js';
import type { ChampLu } from '../structure.js';
import { joindre, type Lexique, type Passage } from './blocs.js';
import { champsDeCase } from './champsDeCase.js';
import { etiquetteEnTete } from './etiquettes.js';
import type { LigneDoc } from './lignes.js';
import { numeroDe } from './numeros.js';
import { redresser } from './redressement.js';
import {
  type Case,
  caseDe,
  detacherForme,
  partagerCase,
  type RangTableau,
  type Tableau,
} from './tableaux.js';

/** A row of a grid whose columns are named in its first row: a part, an action, or a meeting of one. */
export interface RangeeGrille {
  readonly genre: 'entete' | 'partie' | 'action' | 'seance';
  readonly lignes: readonly LigneDoc[];
  readonly numero: number | null;
  readonly titre: readonly Passage[];
  readonly champs: readonly {
    readonly champ: Omit<ChampLu, 'valeur'>;
    readonly valeur: readonly Passage[];
  }[];
  /** Passages of cells that no column names. */
  readonly autres: readonly Passage[];
}

interface Colonne {
  readonly role: 'titre' | 'numero' | 'champ' | 'autre';
  readonly champ: Omit<ChampLu, 'valeur'> | null;
}

const PARTIE_MAX = 160;

/** The rows of the grids of a document, by their first line. */
export function trouverGrilles(
  tableaux: readonly Tableau[],
  v: Vocabulaire,
  lexique: Lexique,
): ReadonlyMap<LigneDoc, RangeeGrille> {
  const rangees = new Map<LigneDoc, RangeeGrille>();
  let colonnes: readonly Colonne[] | null = null;
  for (const ecrit of tableaux) {
    const tableau = redresser(ecrit, v);
    if (tableau === ecrit && estFiche(tableau, v)) continue;
    const entete = tableau.slice(0, 3).findIndex((r) => lireEntete(r, v, lexique) !== null);
    const rang = tableau[entete];
    const nommees = rang === undefined ? null : lireEntete(rang, v, lexique);
    const lues = nommees === null ? null : avecCoinVide(nommees, tableau, entete);
    // a table without a header of its own goes on with the one above, if as wide
    if (lues === null && colonnes?.length !== largeur(tableau)) colonnes = null;
    else colonnes = lues ?? colonnes;
    if (colonnes === null) continue;
    // a row of labels above one row of values: the fields of the action whose title is above
    if (tableau.length === 2 && entete === 0 && !colonnes.some((c) => c.role === 'titre')) continue;
    for (const r of lireRangees(tableau, entete, colonnes, v, lexique)) {
      const [premiere] = r.lignes;
      if (premiere !== undefined) rangees.set(premiere, r);
    }
  }
  return rangees;
}

/** « Format | Rencontre » above « Public | élus »: labels run down the first column, and name no columns. */
function estFiche(tableau: Tableau, v: Vocabulaire): boolean {
  const premieres = tableau.flatMap((r) => r.cases.find((c) => c.texte !== '')?.texte ?? []);
  const etiquettes = premieres.filter((t) => (etiquetteEnTete(t, v)?.valeur ?? 0) >= t.length);
  return etiquettes.length >= 2 && etiquettes.length * 2 >= premieres.length;
}

function largeur(tableau: Tableau): number {
  return Math.max(...tableau.map((r) => r.cases.length));
}

/** The columns that a row names, when it names most of its cells; a column of titles is needed for actions. */
function lireEntete(rang: RangTableau, v: Vocabulaire, lexique: Lexique): Colonne[] | null {
  const colonnes = rang.cases.map((c) => lireColonne(c, v, lexique));
  const pleines = rang.cases.filter((c) => c.texte !== '').length;
  const connues = colonnes.filter((c) => c.role !== 'autre').length;
  const champs = colonnes.filter((c) => (c.champ?.champs.length ?? 0) > 0).length;
  if (pleines < 2 || champs < 1 || connues < 2 || connues * 3 < pleines * 2) return null;
  return unSeulTitre(colonnes, rang.cases, v);
}

function lireColonne({ passages, texte }: Case, v: Vocabulaire, lexique: Lexique): Colonne {
  const plie = fold(texte).replace(/\s+/g, ' ').trim();
  const bloc = joindre(passages, lexique);
  const champ = { champs: [], etiquette: bloc };
  if (v.colonneNumero.test(plie)) return { role: 'numero', champ };
  if (v.colonneTitre.test(plie)) return { role: 'titre', champ };
  if (titreEtForme(plie, v)) return { role: 'titre', champ };
  const etiquette = etiquetteEnTete(texte, v);
  if (etiquette === null || etiquette.valeur < texte.length) return { role: 'autre', champ: null };
  return { role: 'champ', champ: { champs: etiquette.champs, etiquette: bloc } };
}

/** « Intitulé et forme », « Titre / type d'action »: a column of titles that tells their form too. */
function titreEtForme(plie: string, v: Vocabulaire): boolean {
  const [titre = '', forme] = plie.split(/ ?[,/&+] ?| et | ou | - /);
  if (forme === undefined || !v.colonneTitre.test(titre)) return false;
  const lue = etiquetteEnTete(forme.charAt(0).toUpperCase() + forme.slice(1), v);
  return lue?.champs.includes('format') === true;
}

/** The first column of titles is the titles'; without any, the first that nothing names. */
function unSeulTitre(
  colonnes: readonly Colonne[],
  cases: readonly Case[],
  v: Vocabulaire,
): Colonne[] {
  const nomme = colonnes.findIndex((c) => c.role === 'titre');
  const titre =
    nomme >= 0 ? nomme : colonnes.findIndex((c, i) => c.role === 'autre' && cases[i]?.texte !== '');
  return colonnes.map((c, i) => {
    if (i === titre) return { ...c, role: 'titre' };
    if (c.role !== 'titre') return c;
    // « Contenu » beside the titles is what the action's text says
    const redige = etiquetteEnTete(cases[i]?.texte ?? '', v)?.redige === true;
    return redige ? { role: 'autre', champ: null } : { ...c, role: 'champ' };
  });
}

/** Nothing names the first column, and every row has a name in it: that is its title. */
function avecCoinVide(colonnes: Colonne[], tableau: Tableau, entete: number): Colonne[] {
  const vide = (tableau[entete]?.cases[0]?.texte ?? '') === '';
  const rangs = tableau.slice(entete + 1);
  const nommes = rangs.every((r) => /\p{L}{3}/u.test(r.cases[0]?.texte ?? ''));
  if (!vide || !nommes || rangs.length === 0) return colonnes;
  return colonnes.map((c, i) => {
    if (i === 0) return { ...c, role: 'titre' };
    return c.role === 'titre' ? { ...c, role: 'autre' } : c;
  });
}

function lireRangees(
  tableau: Tableau,
  entete: number,
  colonnes: readonly Colonne[],
  v: Vocabulaire,
  lexique: Lexique,
): RangeeGrille[] {
  const titre = colonnes.findIndex((c) => c.role === 'titre');
  return fusionner(tableau, titre).flatMap((rang, i) => {
    const repete = i !== entete && lireEntete(rang, v, lexique) !== null;
    if (i === entete || repete) return vide('entete', rang);
    const pleines = rang.cases.filter((c) => c.texte !== '');
    const [seule] = pleines;
    if (pleines.length === 1 && seule !== undefined && colonnes.length > 1)
      return estPartie(seule) ? { ...vide('partie', rang), titre: sansNumero(seule, v) } : [];
    return lireRangee(rang, colonnes, titre, { v, lexique });
  });
}

/** A row of one short cell, not a sentence. */
function estPartie({ texte }: Case): boolean {
  return texte.length <= PARTIE_MAX && /\p{L}{2}/u.test(texte) && !/[.;,:]$/.test(texte);
}

function sansNumero({ passages, texte }: Case, v: Vocabulaire): Passage[] {
  const numero = numeroDe(texte, v);
  const retrait = numero?.genre === 'axe' ? numero.retrait : 0;
  const [premier, ...autres] = passages;
  return premier === undefined ? [] : [{ ...premier, debut: premier.debut + retrait }, ...autres];
}

/** A row without a title under another goes on with it: the page, or a merged cell, cut it. */
function fusionner(tableau: Tableau, titre: number): RangTableau[] {
  const rangs: RangTableau[] = [];
  for (const rang of tableau) {
    const avant = rangs.at(-1);
    const pleines = rang.cases.filter((c) => c.texte !== '').length;
    const texte = rang.cases[titre]?.texte ?? '';
    const coupee = rang.lignes[0]?.page !== avant?.lignes[0]?.page && /^\p{Ll}/u.test(texte);
    const suite = titre >= 0 && (coupee || (texte === '' && pleines > 1));
    if (!suite || avant === undefined || rangs.length < 2) rangs.push(rang);
    else rangs[rangs.length - 1] = reunir(avant, rang);
  }
  return rangs;
}

function reunir(a: RangTableau, b: RangTableau): RangTableau {
  const cases = Array.from({ length: Math.max(a.cases.length, b.cases.length) }, (_, i) =>
    caseDe([...(a.cases[i]?.passages ?? []), ...(b.cases[i]?.passages ?? [])]),
  );
  return { cases, lignes: [...a.lignes, ...b.lignes] };
}

function lireRangee(
  rang: RangTableau,
  colonnes: readonly Colonne[],
  titre: number,
  { v, lexique }: { v: Vocabulaire; lexique: Lexique },
): RangeeGrille {
  const champs: RangeeGrille['champs'][number][] = [];
  const autres: Passage[] = [];
  let numero: number | null = null;
  rang.cases.forEach(({ passages, texte }, i) => {
    const colonne = colonnes[i];
    if (texte === '' || i === titre) return;
    if (colonne?.role === 'numero') {
      numero = Number(/\d+/.exec(texte)?.[0] ?? Number.NaN);
      return;
    }
    if (colonne?.role === 'champ' && colonne.champ !== null)
      champs.push(...champsDeCase(colonne.champ, passages, v, lexique));
    else autres.push(...passages);
  });
  const [dits, texte] = partagerCase(titre < 0 ? [] : (rang.cases[titre]?.passages ?? []), v);
  autres.unshift(...texte);
  const [passages, forme] = detacherForme(dits, v);
  const etiquette = colonnes[titre]?.champ?.etiquette;
  if (forme.length > 0 && etiquette !== undefined)
    champs.push({ champ: { champs: ['format'], etiquette }, valeur: forme });
  const genre = passages.length > 0 ? 'action' : 'seance';
  return {
    genre,
    lignes: rang.lignes,
    numero: Number.isNaN(numero) ? null : numero,
    titre: passages,
    champs,
    autres,
  };
}

function vide(genre: RangeeGrille['genre'], rang: RangTableau): RangeeGrille {
  return { genre, lignes: rang.lignes, numero: null, titre: [], champs: [], autres: [] };
}
