/** Only what is there: an absent field has no key. */
export function definis<T extends Readonly<Record<string, unknown>>>(
  champs: T,
): { [nom in keyof T]?: Exclude<T[nom], undefined> } {
  const presents = Object.entries(champs).filter(([, valeur]) => valeur !== undefined);
  return Object.fromEntries(presents) as { [nom in keyof T]?: Exclude<T[nom], undefined> };
}
