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
 * (in smaller type, where type is known) and is called by that number stuck to a word above it.
 */
export function separerNotes(lignes: readonly LigneDoc[], mesures: Mesures): Notes {
  const notes: NoteTrouvee[] = [];
  const reste: LigneDoc[] = [];
  for (const page of parPage(lignes)) {
    const { debuts, appels } = notesDePage(page, mesures);
    const premier = debuts[0]?.index ?? page.length;
    reste.push(...page.slice(0, premier).map((l) => marquer(l, appels)));
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

function notesDePage(page: readonly LigneDoc[], mesures: Mesures) {
  const candidats = page.flatMap((l, index) => {
    const trouve = DEFINITION.exec(l.texte);
    if (trouve === null || !petitCorps(l, mesures)) return [];
    return [
      {
        index,
        appel: chiffres(trouve[1] ?? trouve[2] ?? trouve[3] ?? ''),
        retrait: trouve[0].length,
      },
    ];
  });
  // the first candidate from which every number is called above and each follows the one before
  for (let i = 0; i < candidats.length; i += 1) {
    const debuts = suiteAppelee(page, candidats.slice(i), mesures);
    if (debuts.length > 0) return { debuts, appels: new Set(debuts.map((d) => d.appel)) };
  }
  return { debuts: [] as Debut[], appels: new Set<string>() };
}

function suiteAppelee(
  page: readonly LigneDoc[],
  candidats: readonly Debut[],
  mesures: Mesures,
): Debut[] {
  const debuts: Debut[] = [];
  const premier = candidats[0]?.index ?? 0;
  if (!page.slice(premier).every((l) => petitCorps(l, mesures))) return [];
  for (const c of candidats) {
    const attendu = debuts.length === 0 || Number(c.appel) === Number(debuts.at(-1)?.appel) + 1;
    if (attendu && page.slice(0, premier).some((l) => appelsDans(l, c.appel).length > 0))
      debuts.push(c);
    else if (debuts.length === 0) return [];
  }
  return debuts;
}

/** Smaller than the running text, or of unknown size. */
function petitCorps(ligne: LigneDoc, mesures: Mesures): boolean {
  return ligne.taille === null || mesures.corps === null || ligne.taille < mesures.corps - 0.4;
}

function chiffres(texte: string): string {
  return texte.replace(/[⁰¹²³⁴-⁹]/g, (c) => String(EXPOSANTS.indexOf(c)));
}

/** Page offsets of a call: « contrats.1 Depuis », « éducative4 sont », « (12 villes),3 plusieurs », « villes (2) ». */
function appelsDans(ligne: LigneDoc, appel: string): { debut: number; fin: number }[] {
  const exposant = [...appel].map((c) => EXPOSANTS[Number(c)] ?? '').join('');
  const motif = new RegExp(
    `(?<=[\\p{L})».,;:!?…’”][ \\u00a0]?)\\(${appel}\\)|(?<=[\\p{L})».,;:!?…”])${appel}(?=$|[\\s.,;:)»…])|${exposant}`,
    'gu',
  );
  return [...ligne.texte.matchAll(motif)].map((m) => ({
    debut: ligne.debut + m.index,
    fin: ligne.debut + m.index + m[0].length,
  }));
}

function marquer(ligne: LigneDoc, appels: ReadonlySet<string>): LigneDoc {
  if (appels.size === 0) return ligne;
  const coupes = [...appels]
    .flatMap((appel) => appelsDans(ligne, appel).map((a) => ({ ...a, appel })))
    .sort((a, b) => a.debut - b.debut);
  return coupes.length === 0 ? ligne : { ...ligne, coupes };
}
