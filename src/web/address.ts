/** An address with its query: empty values are left out, lists repeat their key. */
export function address(
  path: string,
  query: Readonly<Record<string, string | number | readonly string[] | undefined>>,
): string {
  const params = new URLSearchParams();
  for (const [cle, valeur] of Object.entries(query)) {
    for (const v of [valeur].flat()) if (v !== undefined && v !== '') params.append(cle, String(v));
  }
  const suite = params.toString();
  return suite === '' ? path : `${path}?${suite}`;
}

/** A page number from a query; 1 when it is none. */
export function pageNumber(texte: string | undefined): number {
  return texte !== undefined && /^[1-9]\d{0,5}$/.test(texte) ? Number(texte) : 1;
}

/** A year from a query; undefined when it is none. */
export function year(texte: string | undefined): number | undefined {
  return texte !== undefined && /^\d{4}$/.test(texte) ? Number(texte) : undefined;
}
