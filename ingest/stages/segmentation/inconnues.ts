import { fold } from '../../../src/french/fold.js';
import type { Libelle, Vocabulaire } from '../../sources/vocabulaire.js';
import { etiquetteEnTete, sectionDe } from './etiquettes.js';
import type { LigneDoc, Mesures } from './lignes.js';
import { enRelief } from './relief.js';
import { enCapitales } from './titres.js';
import { devinerChamps } from './valeurs.js';

/** A label of as many actions, at least, and its share of the commonest label. */
const FOIS_MIN = 3;
const PART_MIN = 0.5;
/** Share of its occurrences that must have another label close by. */
const VOISINS_MIN = 0.6;
const VOISINAGE = 3;
const LONGUEUR_UTILE = 400;
const NOM = /^\p{Lu}[^:.;!?()\d|]{2,40}$/u;

interface Trouvee {
  readonly rang: number;
  readonly nom: string;
  readonly valeur: string;
  /** Bold before plain text, or between two cells of a line: no sentence is set so. */
  readonly nette: boolean;
}

/**
 * The vocabulary with the labels that a document's layout proves, unknown though they are: each at the
 * head of a line, set apart from its value (colon, column, weight), repeated, and next to other labels.
 * Only where most labels are unknown.
 */
export function avecInconnues(
  lignes: readonly LigneDoc[],
  v: Vocabulaire,
  mesures: Mesures,
): Vocabulaire {
  const connues = new Set(
    lignes.flatMap((l, i) => (etiquetteEnTete(l.texte, v) === null ? [] : [i])),
  );
  const trouvees = lignes.flatMap((_, i) => [
    ...(connues.has(i) ? [] : lire(lignes, i, v, mesures)),
    ...dansLaLigne(lignes, i, v),
  ]);
  const parNom = new Map<string, Trouvee[]>();
  for (const t of trouvees) {
    const memes = parNom.get(t.nom);
    if (memes === undefined) parNom.set(t.nom, [t]);
    else memes.push(t);
  }
  const repetees = [...parNom.values()].filter((ts) => ts.length >= FOIS_MIN);
  const plus = Math.max(0, ...repetees.map((ts) => ts.length));
  const rangs = new Set([...connues, ...repetees.flatMap((ts) => ts.map((t) => t.rang))]);
  const partagees = deuxFois([...connues, ...repetees.flatMap((ts) => ts.map((t) => t.rang))]);
  const retenues = repetees.filter(
    (ts) =>
      ts.length >= plus * PART_MIN &&
      ts.filter((t) => aVoisine(t, rangs, partagees, ts)).length >= ts.length * VOISINS_MIN,
  );
  // where the vocabulary knows most labels, what it does not know is rather text, unless set as they are
  const rares = retenues.flat().length <= connues.size;
  const admises = rares ? retenues.filter((ts) => ts.every((t) => t.nette)) : retenues;
  if (admises.length === 0) return v;
  return { ...v, etiquettes: [...v.etiquettes, ...admises.map(libelleDe)] };
}

function aVoisine(
  { rang }: Trouvee,
  rangs: ReadonlySet<number>,
  partagees: ReadonlySet<number>,
  memes: readonly Trouvee[],
): boolean {
  const siens = new Set(memes.map((t) => t.rang));
  if (partagees.has(rang)) return true;
  for (let k = rang - VOISINAGE; k <= rang + VOISINAGE; k += 1)
    if (rangs.has(k) && !siens.has(k)) return true;
  return false;
}

/** The ranks that come twice: lines of several labels. */
function deuxFois(rangs: readonly number[]): ReadonlySet<number> {
  const tries = [...rangs].sort((a, b) => a - b);
  return new Set(tries.filter((r, i) => r === tries[i + 1]));
}

/** The text of its own is kept too: nobody knows what such a field tells, unless its values do. */
function libelleDe(trouvees: readonly Trouvee[]): Libelle {
  const champs = devinerChamps(trouvees.map((t) => t.valeur));
  const nom = (trouvees[0]?.nom ?? '').replace(/[$()*+.?[\\\]^{|}-]/g, '\\$&');
  return {
    champs,
    redige: champs.length === 0,
    ...(champs.length === 0 && { inconnu: true }),
    motif: new RegExp(`${nom}(?=\\s*(?:[:|>→]|\\t|$))`, 'y'),
  };
}

function lire(lignes: readonly LigneDoc[], i: number, v: Vocabulaire, mesures: Mesures): Trouvee[] {
  const ligne = lignes[i];
  if (ligne === undefined || ligne.niveau !== null) return [];
  if (mesures.corps !== null && (ligne.taille ?? 0) > mesures.corps * 1.1) return [];
  const coupe = couper(ligne, mesures);
  if (coupe === null) return [];
  const brut = ligne.texte.slice(0, coupe).replace(/\s*:?\s*$/, '');
  if (!estNom(brut, v)) return [];
  const nom = plier(brut);
  const valeur = ligne.texte.slice(coupe).trim() || (lignes[i + 1]?.texte ?? '');
  return [{ rang: i, nom, valeur, nette: enRelief(ligne)[0]?.debut === 0 }];
}

/** What parts the fields of a line: « Quand : mai | Ville associée : Creil », « Durée : 2 jours – Terrain : Méru ». */
const ENTRE = /\s*[|;\t]\s*|\s[–—•·]\s/g;

/** Labels inside a line: after a bar, a tab or a dash, up to their colon; or in bold before plain text. */
function dansLaLigne(lignes: readonly LigneDoc[], i: number, v: Vocabulaire): Trouvee[] {
  const ligne = lignes[i];
  if (ligne === undefined || ligne.niveau !== null) return [];
  const { texte } = ligne;
  const bornes = [...texte.slice(0, LONGUEUR_UTILE).matchAll(ENTRE)].map(
    (m) => m.index + m[0].length,
  );
  const ecrites = bornes.flatMap((debut, k) => {
    const part = texte.slice(debut, bornes[k + 1] ?? texte.length);
    const fin = /^[^:]{2,40}?(?=\s?:\s)/.exec(part)?.[0].length;
    return fin === undefined ? [] : [{ debut, fin: debut + fin, valeur: debut + fin + 2 }];
  });
  const grasses = enRelief(ligne).filter((r) => r.debut > 0);
  return [...ecrites, ...grasses].flatMap(({ debut, fin, valeur }) => {
    const brut = texte.slice(debut, fin).trim();
    if (!estNom(brut, v) || etiquetteEnTete(brut, v) !== null) return [];
    const suite = texte.slice(valeur).split(ENTRE)[0] ?? '';
    return [
      { rang: i, nom: plier(brut), valeur: suite.replace(/^[\s:]+/, '').trim(), nette: true },
    ];
  });
}

function plier(brut: string): string {
  return fold(brut).replace(/\s+/g, ' ');
}

function estNom(brut: string, v: Vocabulaire): boolean {
  if (!NOM.test(brut)) return false;
  const nom = plier(brut);
  if (v.format.test(nom) || v.etiquetteTitre.test(nom) || sectionDe(brut, v) !== null) return false;
  // an acronym alone is a value
  return !/^\p{Lu}{2,6}$/u.test(brut);
}

/** Where the label ends: at a colon, at a gap, or at the end of a line that stands out; null without. */
function couper(ligne: LigneDoc, mesures: Mesures): number | null {
  const { texte, gras, pieces } = ligne;
  const deuxPoints = /\s?:(?:\s+|$)/.exec(texte.slice(0, 60));
  if (deuxPoints !== null) {
    // all bold, it is a title and its subtitle
    const titre = gras === true && !mesures.grasCourant && pieces.length < 2;
    const fin = deuxPoints.index + deuxPoints[0].length;
    return titre && fin < texte.length ? null : fin;
  }
  const [relief] = enRelief(ligne);
  if (relief !== undefined && relief.debut === 0) return relief.valeur;
  const colonne = pieces.find((p) => p.colonne);
  if (colonne !== undefined) return gras === true ? colonne.debut - ligne.debut : null;
  if (ligne.cellule !== null && ligne.cellule.colonnes > 1) {
    const gauche = ligne.cellule.colonne % 2 === 0;
    return gauche && (gras === true || enCapitales(texte)) ? texte.length : null;
  }
  const seule = gras === true || enCapitales(texte);
  return seule && pieces.length < 2 ? texte.length : null;
}
