import type { Contexte } from './context.js';
import type { FormeDe } from './forms.js';
import { FRANCILIENS } from './lexicons.js';
import type { Commune } from './types.js';

type Forme = FormeDe<'commune'>;

/** A homograph elsewhere this many times more populous is the one meant, against the beginning of a local name. */
const PREPONDERANCE_LOCALE = 5;

/** True for a commune of the département that the document is about. */
export function estLocale(c: Contexte, commune: Commune): boolean {
  return c.options.mode === 'document' && commune.departement === c.options.departement;
}

/** A town of the document's département needs no clue, even when its name is a word too (« Blois », « Cannes »). */
const POPULATION_VILLE = 20_000;

/** True for such a town, unless its capital may be that of a sentence: « Cannes et déambulateurs ». */
export function estVilleLocale(c: Contexte, debut: number, fin: number, f: Forme): boolean {
  if (!estLocale(c, f.commune) || f.ancien !== undefined) return false;
  if (f.partielle === true || f.commune.population < POPULATION_VILLE) return false;
  const avant = c.texte.slice(0, c.jetons[debut]?.debut ?? 0);
  const apres = c.texte.slice(c.jetons[fin - 1]?.fin ?? 0);
  return !/(?:^|[.!?:«\n])\s*$/.test(avant) || /^\s*(?:[(,;]|$)/.test(apres);
}

/** True in a document about a département of another région than Île-de-France. */
export function horsRegion({ options: { mode, departement = '' } }: Contexte): boolean {
  return mode === 'document' && departement !== '' && !FRANCILIENS.has(departement);
}

/** « Grigny » in the Rhône is what is called Grigny-sur-Rhône since, unless a far larger homograph is meant. */
export function debutLocal(c: Contexte, formes: readonly Forme[]): Forme | undefined {
  if (!horsRegion(c)) return undefined;
  const locales = formes.filter((f) => estLocale(c, f.commune));
  const [seule, autre] = locales;
  if (seule?.partielle !== true || autre !== undefined) return undefined;
  const entieres = formes.filter((f) => f.partielle !== true);
  const domine = entieres.some(
    (f) => f.commune.population >= seule.commune.population * PREPONDERANCE_LOCALE,
  );
  return entieres.length === 0 || domine ? undefined : seule;
}

/** True for a name that is a whole element of the list of a field of places: « Gien » in « Tours (Sanitas), Gien ». */
export function estElement(c: Contexte, debut: number, fin: number): boolean {
  if (c.options.champ !== true) return false;
  const avant = c.texte.slice(0, c.jetons[debut]?.debut ?? 0);
  const apres = c.texte.slice(c.jetons[fin - 1]?.fin ?? 0);
  return (
    /(?:^|[,;:/•\n]|\s[–-]|\set)\s*$/.test(avant.replace(/\([^()]*\)/g, '')) &&
    !/\([^()]*$/.test(avant) &&
    /^\s*(?:$|[,;./(•\n]|[–-]\s|et\s)/.test(apres)
  );
}
