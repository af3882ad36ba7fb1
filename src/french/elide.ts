/** Words that lose their vowel before another: « l'école », « jusqu'à », « lorsqu'un ». */
const ELISIONS: ReadonlySet<string> = new Set(
  'l d j m t s n c qu jusqu lorsqu puisqu quoiqu'.split(' '),
);

/** Words that hold an apostrophe and are one word all the same (folded). */
const UN_SEUL_MOT: readonly RegExp[] = [
  /^aujourd'hui$/, // « les usages d'aujourd'hui » -> d' + aujourd'hui
  /^prud'hom(?:mes?|ie|al|aux|ales?)$/, // « conseil de prud'hommes »
  /^quelqu'une?s?$/, // « quelqu'un »
  /^presqu'iles?$/, // « la presqu'île »
  /^entr'(?:aide|ouvert)/, // « entr'aide »
];

/**
 * Where a written word divides at its apostrophes: the parts that stay, as offsets in `mot`.
 * « jusqu'à » gives « à », « l'aujourd'hui » gives « aujourd'hui », « O'Brien » both its parts.
 */
export function elide(mot: string): { readonly debut: number; readonly fin: number }[] {
  const apostrophe = mot.indexOf("'");
  if (apostrophe < 0 || UN_SEUL_MOT.some((r) => r.test(deburr(mot)))) {
    return mot === '' ? [] : [{ debut: 0, fin: mot.length }];
  }
  const tete = mot.slice(0, apostrophe);
  const reste = elide(mot.slice(apostrophe + 1)).map(({ debut, fin }) => ({
    debut: debut + apostrophe + 1,
    fin: fin + apostrophe + 1,
  }));
  const elidee = ELISIONS.has(tete.toLowerCase()) && reste.length > 0;
  return elidee || tete === '' ? reste : [{ debut: 0, fin: apostrophe }, ...reste];
}

function deburr(mot: string): string {
  return mot.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
