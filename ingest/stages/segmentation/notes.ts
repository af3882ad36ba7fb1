import { appelsDe, chiffres, marquer } from './appels.js';
import type { LigneDoc, Mesures } from './lignes.js';

/** A note found at the foot of a page, or at the end of a part. */
export interface NoteTrouvee {
  readonly appel: string;
  readonly page: number;
  readonly lignes: readonly LigneDoc[];
  /** Length of the number and the space after it, on the first line. */
  readonly retrait: number;
}

export interface Notes {
  readonly notes: readonly NoteTrouvee[];
  /** The lines left, with their calls marked as cuts. */
  readonly reste: readonly LigneDoc[];
}

/** « 1 CUCS intercommunaux : », « (2) Les quartiers », « [3] Voir », « ³ PRU : », « * Sous réserve ». */
const DEFINITION =
  /^(?:\((\d{1,2}|\*{1,3})\)|\[(\d{1,3})\]|(\d{1,2})|([¹²³⁴-⁹⁰]{1,2})|(\*{1,3}))[\s\t]+(?=[\p{L}«"“])/u;
/** The number is raised: no space need follow. */
const DEFINITION_LEVEE = /^(\d{1,2}|\*{1,3})\s*(?=[\p{L}«"“])/u;
/** No page has more notes at its foot. */
const NOTES_PAR_PAGE = 100;

/**
 * Separates footnotes from the running text. A note starts with a number at the foot of its page or of its
 * column (in smaller type, where type is known). It is called above by that number, raised or stuck to a
 * word; where type is unknown, a number that nothing calls starts no note. A note that its page leaves
 * unfinished goes on at the foot of the next.
 */
export function separerNotes(lignes: readonly LigneDoc[], mesures: Mesures): Notes {
  const notes: NoteTrouvee[] = [];
  const reste: LigneDoc[] = [];
  for (const page of parPage(lignes)) {
    const texte: LigneDoc[] = [];
    const appels = new Set<string>();
    for (const colonne of parColonne(page)) {
      const debuts = notesDe(colonne, texte, mesures);
      const premier = debuts[0]?.index ?? colonne.length;
      const suite = suiteDeNote(colonne.slice(0, premier), notes.at(-1), mesures);
      texte.push(...colonne.slice(0, premier - suite.length));
      const derniere = notes.at(-1);
      if (suite.length > 0 && derniere !== undefined) {
        notes[notes.length - 1] = { ...derniere, lignes: [...derniere.lignes, ...suite] };
      }
      debuts.forEach((d, i) => {
        const corps = colonne.slice(d.index, debuts[i + 1]?.index ?? colonne.length);
        appels.add(d.appel);
        notes.push({
          appel: d.appel,
          page: corps[0]?.page ?? 0,
          lignes: corps,
          retrait: d.retrait,
        });
      });
    }
    reste.push(...marquer(texte, appels));
  }
  return { notes, reste };
}

function parPage(lignes: readonly LigneDoc[]): LigneDoc[][] {
  const pages = new Map<number, LigneDoc[]>();
  for (const l of lignes) {
    const page = pages.get(l.page);
    if (page === undefined) pages.set(l.page, [l]);
    else page.push(l);
  }
  return [...pages.values()];
}

/** The columns of a page: each starts with a line at the top. */
function parColonne(page: readonly LigneDoc[]): LigneDoc[][] {
  const colonnes: LigneDoc[][] = [];
  for (const l of page) {
    if (l.premiere || colonnes.length === 0) colonnes.push([l]);
    else colonnes.at(-1)?.push(l);
  }
  return colonnes;
}

interface Debut {
  readonly index: number;
  readonly appel: string;
  readonly retrait: number;
}

/** The notes at the foot of a column; `avant` are the lines of its page above it, which may call them. */
function notesDe(colonne: readonly LigneDoc[], avant: readonly LigneDoc[], m: Mesures): Debut[] {
  const pied = colonne.findLastIndex((l) => !petitCorps(l, m)) + 1;
  const candidats = colonne
    .flatMap((l, index) => (index < pied ? [] : (definition(l, index) ?? [])))
    .slice(-NOTES_PAR_PAGE);
  if (candidats.length === 0) return [];
  const dessus = new Set(avant.flatMap((l) => appelsDe(l).map((a) => a.appel)));
  const premiers = new Map<string, number>();
  colonne.forEach((l, i) => {
    for (const { appel } of appelsDe(l)) if (!premiers.has(appel)) premiers.set(appel, i);
  });
  for (let i = 0; i < candidats.length; i += 1) {
    const premier = candidats[i];
    const ligne = colonne[premier?.index ?? -1];
    if (premier === undefined || ligne === undefined) break;
    const appele =
      dessus.has(premier.appel) || (premiers.get(premier.appel) ?? Infinity) < premier.index;
    if (appele || seTrahit(ligne)) return enSuite(candidats.slice(i));
  }
  return [];
}

function definition(l: LigneDoc, index: number): Debut | null {
  const leve = l.exposants.some((e) => e.debut === l.debut) ? DEFINITION_LEVEE.exec(l.texte) : null;
  const trouve = leve ?? DEFINITION.exec(l.texte);
  if (trouve === null) return null;
  const [texte, a, b, c, d, e] = trouve;
  return { index, appel: chiffres(a ?? b ?? c ?? d ?? e ?? ''), retrait: texte.length };
}

/** The candidates that number each other in turn. */
function enSuite(candidats: readonly Debut[]): Debut[] {
  const debuts: Debut[] = [];
  for (const c of candidats) {
    const dernier = debuts.at(-1);
    if (dernier === undefined || rang(c.appel) === rang(dernier.appel) + 1) debuts.push(c);
  }
  return debuts;
}

function rang(appel: string): number {
  return appel.startsWith('*') ? appel.length : Number(appel);
}

/** Type known to be smaller, apart from the text above, with a raised or bracketed number: a note, even uncalled. */
function seTrahit(ligne: LigneDoc): boolean {
  if (ligne.taille === null) return false;
  const leve = ligne.exposants.some((e) => e.debut === ligne.debut);
  return leve || (ligne.espaceAvant && !/^[\d*]/.test(ligne.texte));
}

/** The lines at the foot of a column that end the last note of the page before: in its type, its sentence unfinished. */
function suiteDeNote(
  colonne: readonly LigneDoc[],
  note: NoteTrouvee | undefined,
  mesures: Mesures,
): LigneDoc[] {
  const derniere = note?.lignes.at(-1);
  const pied = colonne.findLastIndex((l) => !petitCorps(l, mesures)) + 1;
  const suite = colonne.slice(pied);
  const [premiere] = suite;
  if (derniere === undefined || premiere === undefined || pied === 0) return [];
  if (premiere.taille === null || derniere.page !== premiere.page - 1) return [];
  const inachevee = !/[.!?…]\s*[»)]?\s*$/.test(derniere.texte);
  const meme = Math.abs((derniere.taille ?? 0) - premiere.taille) < 0.6;
  return inachevee && meme && premiere.espaceAvant && suite.length <= 12 ? suite : [];
}

/** Smaller than the running text, or of unknown size. */
function petitCorps(ligne: LigneDoc, mesures: Mesures): boolean {
  return ligne.taille === null || mesures.corps === null || ligne.taille < mesures.corps - 0.4;
}
