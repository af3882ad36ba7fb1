/** Folded names of the months and their usual abbreviations, by number. */
const NOMS: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'jan'],
  ['fevrier', 'fevr', 'fev'],
  ['mars'],
  ['avril', 'avr'],
  ['mai'],
  ['juin'],
  ['juillet', 'juil'],
  ['aout'],
  ['septembre', 'sept', 'sep'],
  ['octobre', 'oct'],
  ['novembre', 'nov'],
  ['decembre', 'dec'],
];

/** Source of a regular expression for a month, in folded text. */
export const MOIS = `(?:${NOMS.flat().join('|')})(?![a-z])\\.?`;

/** Number of a month (1 to 12) by its folded name, with or without its dot; null when it is none. */
export function monthNumber(nom: string): number | null {
  const nu = nom.replace(/\.$/, '');
  const rang = NOMS.findIndex((noms) => noms.includes(nu));
  return rang < 0 ? null : rang + 1;
}

/** Last day of a month. */
export function lastDay(annee: number, mois: number): number {
  return new Date(Date.UTC(annee, mois, 0)).getUTCDate();
}

/** `YYYY-MM-DD`. */
export function isoDate(annee: number, mois: number, jour: number): string {
  return `${annee}-${String(mois).padStart(2, '0')}-${String(jour).padStart(2, '0')}`;
}
