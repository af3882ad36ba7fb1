import type { Vocabulaire } from '../../sources/vocabulaire.js';
import { appelsDe, chiffres, marquer } from './appels.js';
import { sectionDe } from './etiquettes.js';
import type { LigneDoc } from './lignes.js';
import type { NoteTrouvee } from './notes.js';

export interface NotesDeFin {
  readonly notes: readonly NoteTrouvee[];
  /** Headings « Notes ». */
  readonly titres: readonly LigneDoc[];
  readonly reste: readonly LigneDoc[];
}

/** « 1. Voir », « 2) Voir », « [3] Voir », « 4 Voir ». */
const DEFINITION =
  /^(?:\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,3})\s?[.)]?|([¹²³⁰⁴-⁹]{1,3}))\s+(?=[\p{L}«"“])/u;

/**
 * Separates the notes gathered under a heading « Notes », at the end of a part or of the document: numbered
 * from 1 on, at least half of them called above, since the notes gathered before.
 */
export function separerNotesDeFin(lignes: readonly LigneDoc[], v: Vocabulaire): NotesDeFin {
  const notes: NoteTrouvee[] = [];
  const titres: LigneDoc[] = [];
  const reste: LigneDoc[] = [];
  let partie: LigneDoc[] = [];
  for (let i = 0; i < lignes.length; ) {
    const ligne = lignes[i];
    if (ligne === undefined) break;
    const liste = sectionDe(ligne.texte, v) === 'notes' ? lireListe(lignes, i + 1) : [];
    if (liste.length === 0 || !estAppelee(liste, partie)) {
      partie.push(ligne);
      i += 1;
      continue;
    }
    titres.push(ligne);
    reste.push(...marquerEnOrdre(partie, liste));
    notes.push(...liste);
    partie = [];
    i += 1 + liste.reduce((n, note) => n + note.lignes.length, 0);
  }
  return { notes, titres, reste: [...reste, ...partie] };
}

/** True when half of the notes at least are called. */
function estAppelee(liste: readonly NoteTrouvee[], partie: readonly LigneDoc[]): boolean {
  const appels = new Set(partie.flatMap((l) => appelsDe(l).map((a) => a.appel)));
  return liste.filter((n) => appels.has(n.appel)).length * 2 >= liste.length;
}

/** The notes from a line on: the first is 1, a number that does not follow ends them, and so does other type. */
function lireListe(lignes: readonly LigneDoc[], depuis: number): NoteTrouvee[] {
  const notes: (NoteTrouvee & { lignes: LigneDoc[] })[] = [];
  const taille = lignes[depuis]?.taille ?? null;
  for (let i = depuis; i < lignes.length; i += 1) {
    const ligne = lignes[i];
    if (ligne === undefined || Math.abs((ligne.taille ?? 0) - (taille ?? 0)) > 0.9) break;
    const trouve = DEFINITION.exec(ligne.texte);
    const appel = chiffres(trouve?.slice(1).find((g) => g !== undefined) ?? '');
    if (trouve !== null && Number(appel) === notes.length + 1) {
      notes.push({ appel, page: ligne.page, lignes: [ligne], retrait: trouve[0].length });
    } else if (notes.length === 0 || (ligne.espaceAvant && !ligne.premiere)) break;
    else notes.at(-1)?.lignes.push(ligne);
  }
  return notes;
}

/** Calls come in the order of their numbers; one stuck to a word counts only where its turn is. */
function marquerEnOrdre(partie: readonly LigneDoc[], liste: readonly NoteTrouvee[]): LigneDoc[] {
  const pages = new Map(liste.map((n) => [n.appel, n.page]));
  let attendu = 1;
  return partie.map((ligne) => {
    const siens = new Map<number, Set<string>>();
    for (const a of appelsDe(ligne)) {
      const page = pages.get(a.appel);
      if (page === undefined || (!a.sur && Number(a.appel) !== attendu)) continue;
      attendu = Math.max(attendu, Number(a.appel) + 1);
      siens.set(page, (siens.get(page) ?? new Set()).add(a.appel));
    }
    return [...siens].reduce((l, [page, appels]) => marquer([l], appels, page)[0] ?? l, ligne);
  });
}
