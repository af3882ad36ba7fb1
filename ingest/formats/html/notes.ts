import type { DefaultTreeAdapterTypes } from 'parse5';
import { attribut, type Balise, estBalise, texteDe, toutes } from './arbre.js';

/** A note: its number, and the block that holds its text. */
export interface NoteHtml {
  readonly appel: string;
  readonly bloc: Balise;
  /** The link back to the call, which is no text of the note. */
  readonly retour: Balise;
}

const APPEL = /^\s*[[(]?(\d{1,3})[\])]?\s*$/;
const BLOCS = new Set(['p', 'li', 'dd', 'div', 'td', 'aside', 'section']);

/**
 * The notes of a page by the link that calls each: a link whose text is a number, to a place further
 * down where a link with the same number, or to the call, leads back.
 */
export function trouverNotes(
  racine: DefaultTreeAdapterTypes.Document,
): ReadonlyMap<Balise, NoteHtml> {
  const liens: Balise[] = [];
  for (const e of toutes(racine)) if (e.tagName === 'a' && ancre(e) !== null) liens.push(e);
  const places = new Map<string, Balise>();
  if (liens.length > 1) {
    for (const e of toutes(racine)) {
      const nom = attribut(e, 'id') ?? (e.tagName === 'a' ? attribut(e, 'name') : undefined);
      if (nom !== undefined && !places.has(nom)) places.set(nom, e);
    }
  }
  const notes = new Map<Balise, NoteHtml>();
  const retours = new Set<Balise>();
  for (const lien of liens) {
    if (retours.has(lien)) continue;
    const cible = places.get(ancre(lien) ?? '');
    const bloc = cible === undefined ? null : blocDe(cible);
    const appel = numero(lien);
    if (bloc === null || appel === null || contient(bloc, lien)) continue;
    const retour = liens.find((l) => {
      if (l === lien || !contient(bloc, l)) return false;
      const vers = places.get(ancre(l) ?? '');
      return numero(l) === appel || (vers !== undefined && contient(vers, lien));
    });
    if (retour === undefined) continue;
    retours.add(retour);
    notes.set(lien, { appel, bloc, retour });
  }
  return notes;
}

/** The place in the page that a link leads to; null when it leaves the page. */
function ancre(lien: Balise): string | null {
  const href = attribut(lien, 'href') ?? '';
  return href.startsWith('#') && href.length > 1 ? href.slice(1) : null;
}

/** The number that a link shows. */
function numero(lien: Balise): string | null {
  return APPEL.exec(texteDe(lien))?.[1] ?? null;
}

function blocDe(e: Balise): Balise | null {
  let courant: DefaultTreeAdapterTypes.ParentNode | null = e;
  while (courant !== null && 'tagName' in courant) {
    if (BLOCS.has(courant.tagName)) return courant;
    courant = courant.parentNode;
  }
  return null;
}

function contient(bloc: Balise, e: Balise): boolean {
  let courant: DefaultTreeAdapterTypes.ParentNode | null = e;
  while (courant !== null && 'tagName' in courant && estBalise(courant)) {
    if (courant === bloc) return true;
    courant = courant.parentNode;
  }
  return false;
}
