import type { LigneDoc } from './lignes.js';

/** A call of a note in a line: page offsets. */
export interface Appel {
  readonly debut: number;
  readonly fin: number;
  /** The number, or the asterisks. */
  readonly appel: string;
  /** Raised, in brackets or in superscript characters: more than a figure stuck to a word. */
  readonly sur: boolean;
}

const EXPOSANTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * « villes (2) », « villes [2] », « éducative4 sont », « (12 villes),3 plusieurs », « villes² », « villes* ».
 * The end of « Action 1.2 » is none.
 */
const APPEL =
  /(?<=[\p{L}\d)».,;:!?…’”][ \u00a0]?)\[(\d{1,3})\]|(?<=[\p{L})».,;:!?…’”][ \u00a0]?)\((\d{1,2}|\*{1,3})\)|(?<=[\p{L})».,;:!?…’”])(?<!(?<!\d)\d{1,2}[.,])(\d{1,2})(?=$|[\s.,;:)»…])|([¹²³⁰⁴-⁹]{1,2})|(?<=[\p{L}\d)».,;:!?…’”])(\*{1,3})(?=$|[\s.,;:)»…])/uy;

/** Every call that a line may hold, whatever the notes there are; the raised ones alone when there are some. */
export function appelsDe(ligne: LigneDoc): Appel[] {
  return [...leves(ligne), ...ecrits(ligne)];
}

function leves(ligne: LigneDoc): Appel[] {
  return ligne.exposants.flatMap((e) => {
    const appel = /\d+|\*+/.exec(
      ligne.texte.slice(e.debut - ligne.debut, e.fin - ligne.debut),
    )?.[0];
    return appel === undefined ? [] : [{ debut: e.debut, fin: e.fin, appel, sur: true }];
  });
}

/** The only characters that a written call starts with. */
const DEPART = /[[(\d*¹²³⁰⁴-⁹]/g;

/** Tried where a call may start, not at each letter: looking back through the letters of a book takes seconds. */
function trouves(texte: string): RegExpExecArray[] {
  const appels: RegExpExecArray[] = [];
  let fin = 0;
  for (const { index } of texte.matchAll(DEPART)) {
    if (index < fin) continue;
    APPEL.lastIndex = index;
    const m = APPEL.exec(texte);
    if (m === null) continue;
    appels.push(m);
    fin = index + m[0].length;
  }
  return appels;
}

function ecrits(ligne: LigneDoc): Appel[] {
  return trouves(ligne.texte).flatMap((m) => {
    const [texte, crochets, parentheses, colle, exposant, etoiles] = m;
    const appel = crochets ?? parentheses ?? colle ?? etoiles ?? chiffres(exposant ?? '');
    const debut = ligne.debut + m.index;
    const pris = ligne.exposants.some((e) => e.debut < debut + texte.length && debut < e.fin);
    return pris ? [] : [{ debut, fin: debut + texte.length, appel, sur: colle === undefined }];
  });
}

export function chiffres(texte: string): string {
  return texte.replace(/[⁰¹²³⁴-⁹]/g, (c) => String(EXPOSANTS.indexOf(c)));
}

/**
 * Marks in the lines the calls of the given notes; where one of a note is raised, the others are too.
 * `page` is that of the notes, when they are not at the foot of the lines' own page.
 */
export function marquer(
  lignes: readonly LigneDoc[],
  appels: ReadonlySet<string>,
  page?: number,
): LigneDoc[] {
  if (appels.size === 0) return [...lignes];
  const trouves = lignes.map((l) => appelsDe(l).filter((a) => appels.has(a.appel)));
  const enExposant = new Set(
    lignes.flatMap((l) => leves(l).flatMap((a) => (appels.has(a.appel) ? [a.appel] : []))),
  );
  return lignes.map((ligne, i) => {
    const coupes = (trouves[i] ?? [])
      .filter((a) => !enExposant.has(a.appel) || ligne.exposants.some((e) => e.debut === a.debut))
      .filter((a) => !ligne.coupes.some((c) => c.debut < a.fin && a.debut < c.fin))
      .map(({ debut, fin, appel }) => ({
        debut,
        fin,
        appel,
        ...(page === undefined ? {} : { page }),
      }));
    if (coupes.length === 0) return ligne;
    return { ...ligne, coupes: [...ligne.coupes, ...coupes].sort((a, b) => a.debut - b.debut) };
  });
}
