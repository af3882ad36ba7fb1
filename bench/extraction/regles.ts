import { fold } from '../../src/french/fold.js';

/**
 * The rules by which what was read is held equal to what was annotated, written down in bench/README.md.
 */

/** Letters and digits of a text, folded, words parted by one space. */
export function norme(texte: string): string {
  return fold(texte)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Dice coefficient of the pairs of letters of two texts, from 0 to 1. */
export function dice(a: string, b: string): number {
  const paires = (t: string) => {
    const compte = new Map<string, number>();
    for (let i = 0; i + 1 < t.length; i += 1) {
      const paire = t.slice(i, i + 2);
      compte.set(paire, (compte.get(paire) ?? 0) + 1);
    }
    return compte;
  };
  const [pa, pb] = [paires(norme(a)), paires(norme(b))];
  let communes = 0;
  for (const [paire, n] of pa) communes += Math.min(n, pb.get(paire) ?? 0);
  const total = [...pa.values(), ...pb.values()].reduce((s, n) => s + n, 0);
  return total === 0 ? Number(norme(a) === norme(b)) : (2 * communes) / total;
}

/** Titles: the same folded text, or Dice of at least 0.9. The value orders candidates; 0 when not the same. */
export function memeTitre(a: string, b: string): number {
  if (norme(a) === norme(b)) return 1;
  const d = dice(a, b);
  return d >= 0.9 ? d : 0;
}

/** Formats: as titles, or one is the beginning of the other (« rencontre », « rencontre départementale »). */
export function memeFormat(a: string, b: string): boolean {
  const [x, y] = [norme(a), norme(b)];
  return memeTitre(a, b) > 0 || y.startsWith(`${x} `) || x.startsWith(`${y} `);
}

/** Names of organisations, quarters, EPCI: equal, Dice of at least 0.9, or one holding the other with little more. */
export function memeNom(attendu: string, noms: readonly string[], citations: readonly string[]) {
  return attendu.split(' | ').some((forme) => {
    const a = norme(forme);
    const tient = (long: string, court: string) =>
      ` ${long} `.includes(` ${court} `) && long.length <= court.length + 30;
    return [...noms, ...citations].some((nom) => {
      const n = norme(nom);
      return (
        n !== '' && (n === a || dice(n, a) >= 0.9 || tient(n, a) || (tient(a, n) && n.length > 3))
      );
    });
  });
}

const CIVILITES = new Set([
  'm',
  'mme',
  'mlle',
  'monsieur',
  'madame',
  'dr',
  'docteur',
  'pr',
  'professeur',
]);

/** People: the same words of the folded name, in any order, without civility. */
export function cleDePersonne(nom: string): string {
  return norme(nom)
    .split(' ')
    .filter((mot) => !CIVILITES.has(mot))
    .sort()
    .join(' ');
}

/** Functions: equal, Dice of at least 0.85, or the expected one followed by the place or organisation it is held in. */
export function memeFonction(attendue: string, trouvee: string): boolean {
  const [a, t] = [norme(attendue), norme(trouvee)];
  if (a === t || dice(a, t) >= 0.85) return true;
  return (
    t.startsWith(`${a} `) && /^ ?(?:d|de|du|des|a|au|aux|en|l|pour|chez) /.test(t.slice(a.length))
  );
}

/** Days apart of two ISO dates. */
export function joursEntre(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}
