import { localId } from './ids.js';
import { definitionLabel, labelDe } from './schema.js';

/**
 * Web address of an entity (« /communes/95268 »), null when it has no page of its own.
 * A document of the fact store (`sha256:…`) has one too. Addresses are permanent (DESIGN 8).
 */
export function urlEntite(id: string): string | null {
  if (id.startsWith('sha256:')) return `/documents/${id}`;
  const label = labelSansErreur(id);
  const chemin = label === null ? undefined : definitionLabel(label).chemin;
  return chemin === undefined ? null : `/${chemin}/${encodeURIComponent(localId(id))}`;
}

/** Address of a page of a document, or of a passage of it: « /documents/sha256:…/pages/5#p10-28 ». */
export function urlPage(
  document: string,
  page: number,
  passage?: { readonly debut: number; readonly fin: number },
): string {
  const ancre = passage === undefined ? '' : `#p${passage.debut}-${passage.fin}`;
  return `/documents/${document}/pages/${page}${ancre}`;
}

function labelSansErreur(id: string): ReturnType<typeof labelDe> | null {
  try {
    return labelDe(id);
  } catch {
    return null;
  }
}
