import type { LigneDoc, Mesures } from './lignes.js';

/** A footnote found at the foot of a page. */
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

/** « 1 CUCS intercommunaux : », « (2) Les quartiers », « ³ PRU : ». */
const DEFINITION = /^(?:\((\d{1,2})\)|(\d{1,2})|([¹²³⁴-⁹⁰]{1,2}))[\s\t]+(?=[\p{L}«"“])/u;
const EXPOSANTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * Separates footnotes from the running text. A note starts with a number at the foot of its page
 * (in smaller type, where type is known). It is called above by that number, raised or stuck to a
 * word; where type is unknown, a number that nothing calls starts no note.
 */
export function separerNotes(lignes: readonly LigneDoc[], mesures: Mesures): Notes {
  const notes: NoteTrouvee[] = [];
  const reste: LigneDoc[] = [];
  for (const page of parPage(lignes)) {
    const debuts = notesDePage(page, mesures);
    const premier = debuts[0]?.index ?? page.length;
    reste.push(...marquer(page.slice(0, premier), new Set(debuts.map((d) => d.appel))));
    debuts.forEach((d, i) => {
      const fin = debuts[i + 1]?.index ?? page.length;
      const corps = page.slice(d.index, fin);
      notes.push({ appel: d.appel, page: corps[0]?.page ?? 0, lignes: corps, retrait: d.retrait });
    });
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

interface Debut {
  readonly index: number;
  readonly appel: string;
  readonly retrait: number;
}

function notesDePage(page: readonly LigneDoc[], mesures: Mesures): readonly Debut[] {
  const candidats = page.flatMap((l, index) => {
    const trouve = DEFINITION.exec(l.texte);
    if (trouve === null || !petitCorps(l, mesures)) return [];
    const appel = chiffres(trouve[1] ?? trouve[2] ?? trouve[3] ?? '');
    return [{ index, appel, retrait: trouve[0].length }];
  });
  for (let i = 0; i < candidats.length; i += 1) {
    const debuts = suiteDeNotes(page, candidats.slice(i));
    if (debuts.length > 0 && auPied(page, debuts[0]?.index ?? 0, mesures)) return debuts;
  }
  return [];
}

function auPied(page: readonly LigneDoc[], depuis: number, mesures: Mesures): boolean {
  return page.slice(depuis).every((l) => petitCorps(l, mesures));
}

/** The candidates that number each other in turn, when one of them is called or looks like a note by itself. */
function suiteDeNotes(page: readonly LigneDoc[], candidats: readonly Debut[]): Debut[] {
  const debuts: Debut[] = [];
  for (const c of candidats) {
    if (debuts.length === 0 || Number(c.appel) === Number(debuts.at(-1)?.appel) + 1) debuts.push(c);
  }
  const premier = debuts[0];
  if (premier === undefined) return [];
  const dessus = page.slice(0, premier.index);
  const appele = (d: Debut) => dessus.some((l) => appelsDans(l, d.appel).length > 0);
  if (appele(premier)) return debuts;
  const ligne = page[premier.index];
  return ligne !== undefined && seTrahit(ligne) ? debuts : [];
}

/** Type known to be smaller, apart from the text above, with a raised or bracketed number: a note, even uncalled. */
function seTrahit(ligne: LigneDoc): boolean {
  if (ligne.taille === null) return false;
  const leve = ligne.exposants.some((e) => e.debut === ligne.debut);
  return leve || (ligne.espaceAvant && !/^\d/.test(ligne.texte));
}

/** Smaller than the running text, or of unknown size. */
function petitCorps(ligne: LigneDoc, mesures: Mesures): boolean {
  return ligne.taille === null || mesures.corps === null || ligne.taille < mesures.corps - 0.4;
}

function chiffres(texte: string): string {
  return texte.replace(/[⁰¹²³⁴-⁹]/g, (c) => String(EXPOSANTS.indexOf(c)));
}

interface Appel {
  readonly debut: number;
  readonly fin: number;
  readonly appel: string;
}

/** Raised figures that are the number: nothing else is as sure. */
function appelsLeves(ligne: LigneDoc, appel: string): Appel[] {
  return ligne.exposants
    .filter(
      (e) =>
        ligne.texte.slice(e.debut - ligne.debut, e.fin - ligne.debut).match(/\d+/)?.[0] === appel,
    )
    .map((e) => ({ debut: e.debut, fin: e.fin, appel }));
}

/**
 * Page offsets of a call: « contrats.1 Depuis », « éducative4 sont », « (12 villes),3 plusieurs »,
 * « villes (2) ». The end of « Action 1.2 » is none.
 */
function appelsDans(ligne: LigneDoc, appel: string): Appel[] {
  const leves = appelsLeves(ligne, appel);
  if (leves.length > 0) return leves;
  const exposant = [...appel].map((c) => EXPOSANTS[Number(c)] ?? '').join('');
  const motif = new RegExp(
    `(?<=[\\p{L})».,;:!?…’”][ \\u00a0]?)\\(${appel}\\)|(?<=[\\p{L})».,;:!?…”])(?<!(?<!\\d)\\d{1,2}[.,])${appel}(?=$|[\\s.,;:)»…])|${exposant}`,
    'gu',
  );
  return [...ligne.texte.matchAll(motif)].map((m) => ({
    debut: ligne.debut + m.index,
    fin: ligne.debut + m.index + m[0].length,
    appel,
  }));
}

/** Marks the calls of a page's notes; where one of a note is raised, the others are too. */
function marquer(page: readonly LigneDoc[], appels: ReadonlySet<string>): LigneDoc[] {
  const leves = new Set([...appels].filter((a) => page.some((l) => appelsLeves(l, a).length > 0)));
  return page.map((ligne) => {
    const coupes = [...appels]
      .flatMap((a) => (leves.has(a) ? appelsLeves(ligne, a) : appelsDans(ligne, a)))
      .sort((a, b) => a.debut - b.debut);
    return coupes.length === 0 ? ligne : { ...ligne, coupes };
  });
}
