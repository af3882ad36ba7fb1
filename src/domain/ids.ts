/**
 * A slug: lower case ASCII letters, digits and hyphens. Used for ids and web addresses only;
 * ids must not move, so this function must not change (its cases are frozen in its tests).
 */
export function slug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/g, 'oe')
    .replace(/Œ/g, 'OE')
    .replace(/æ/g, 'ae')
    .replace(/Æ/g, 'AE')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** The local part of an id: `95268` in `commune:95268`. */
export function localId(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}
