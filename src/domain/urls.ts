import { localId } from './ids.js';
import { definitionLabel, labelDe } from './schema.js';

/** A passage of a page, as offsets of its text. */
export interface Passage {
  readonly debut: number;
  readonly fin: number;
}

/** Digits of a document's hash that its web address shows. */
const CHIFFRES = 12;

/**
 * Web address of an entity (`commune:95268` -> `/communes/95268`), the same for ever;
 * null when its kind has no page of its own.
 */
export function urlEntite(id: string): string | null {
  if (id.startsWith('document:') || id.startsWith('sha256:')) return urlDocument(id);
  const label = labelSansErreur(id);
  const chemin = label === null ? undefined : definitionLabel(label).chemin;
  return chemin === undefined ? null : `/${chemin}/${encodeURIComponent(localId(id))}`;
}

/** Web address of a document: `/documents/` and the first 12 digits of its hash. */
export function urlDocument(document: string): string {
  return `/documents/${codeDocument(document)}`;
}

/**
 * Web address of a page, with the passage to show when given:
 * `/documents/0a1b…/pages/5?debut=10&fin=28#citation`. The passage is in the query because a
 * server that marks it without any script never sees the fragment.
 */
export function urlPage(document: string, page: number, passage?: Passage): string {
  const suite = passage === undefined ? '' : `?debut=${passage.debut}&fin=${passage.fin}#citation`;
  return `${urlDocument(document)}/pages/${page}${suite}`;
}

/** The short code of a document in addresses: 12 digits of its hash, prefix excluded. */
function codeDocument(document: string): string {
  return document.slice(document.lastIndexOf(':') + 1).slice(0, CHIFFRES);
}

function labelSansErreur(id: string): ReturnType<typeof labelDe> | null {
  try {
    return labelDe(id);
  } catch {
    return null;
  }
}
