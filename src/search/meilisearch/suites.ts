import { estVide } from '../../french/stopwords.js';
import type { Cle } from '../termes.js';

/**
 * Phrases for an engine whose filters only know values. A text gives one value for each pair of
 * words that count with what stands between (« ~politique de la ville »), and one for the empty
 * words before or after (« ~la ville »). A phrase of more words is all its pairs; where a word of
 * the document has several neighbours (« ?ville »), its pairs could belong to two places, and the
 * three words together are a value too.
 */
const MARQUE_SUITE = '~';
const MARQUE_AMBIGU = '?';
/** Empty words kept before or after a word that counts. */
const VIDES_MAX = 4;

const ecrite = (cles: readonly Cle[]): string => `${MARQUE_SUITE}${cles.join(' ')}`;

/** What a phrase needs: these values, and each of these three words together unless the middle one is not ambiguous. */
export interface SuiteCherchee {
  readonly valeurs: readonly string[];
  readonly triples: readonly { readonly ambigu: string; readonly valeur: string }[];
}

/** The values that a document which has these keys side by side holds. */
export function chercherSuite(cles: readonly Cle[]): SuiteCherchee {
  const { places, bords } = decouper(cles);
  const triples = places.slice(1, -1).map((place, i) => ({
    ambigu: ambigu(cles[place] ?? ''),
    valeur: ecrite(cles.slice(places[i] ?? 0, (places[i + 2] ?? 0) + 1)),
  }));
  const [debut, fin] = [places[0], places.at(-1)];
  if (debut === undefined || fin === undefined) return { valeurs: bords(), triples };
  const avant = debut > 0 ? [ecrite(cles.slice(Math.max(0, debut - VIDES_MAX), debut + 1))] : [];
  const apres = fin < cles.length - 1 ? [ecrite(cles.slice(fin, fin + VIDES_MAX + 1))] : [];
  return { valeurs: [...avant, ...liens(cles, places), ...apres], triples };
}

/** The values that texts give the index, each once. */
export function suitesDe(textes: Iterable<readonly Cle[]>): Set<string> {
  const valeurs = new Set<string>();
  /** Neighbours of each word: one place, or the several places that make it ambiguous. */
  const voisins = new Map<Cle, Set<string>>();
  const triples = new Map<Cle, Set<string>>();
  for (const cles of textes) {
    const { places, bords } = decouper(cles);
    for (const valeur of [...liens(cles, places), ...bords(), ...franges(cles, places)])
      valeurs.add(valeur);
    for (const [i, place] of places.entries()) {
      const cle = cles[place] ?? '';
      const [avant, apres] = [places[i - 1], places[i + 1]];
      const autour = cles.slice(avant ?? place, (apres ?? place) + 1).join(' ');
      ajouter(voisins, cle, `${avant === undefined} ${apres === undefined} ${autour}`);
      if (avant !== undefined && apres !== undefined)
        ajouter(triples, cle, ecrite(cles.slice(avant, apres + 1)));
    }
  }
  for (const [cle, places] of voisins) {
    if (places.size < 2) continue;
    valeurs.add(ambigu(cle));
    for (const triple of triples.get(cle) ?? []) valeurs.add(triple);
  }
  return valeurs;
}

function ambigu(cle: Cle): string {
  return `${MARQUE_AMBIGU}${cle}`;
}

/** Places of the words that count; `bords`: pairs of empty words side by side. */
function decouper(cles: readonly Cle[]): {
  places: readonly number[];
  bords: () => string[];
} {
  const vides = cles.map(estVide);
  const places = [...cles.keys()].filter((i) => vides[i] === false);
  const bords = (): string[] =>
    [...cles.keys()]
      .filter((i) => vides[i] === true && vides[i + 1] === true)
      .map((i) => ecrite(cles.slice(i, i + 2)));
  return { places, bords };
}

function liens(cles: readonly Cle[], places: readonly number[]): string[] {
  return places.slice(0, -1).map((place, i) => ecrite(cles.slice(place, (places[i + 1] ?? 0) + 1)));
}

/** Each word that counts with one, two… of the empty words that stand before it, and after it. */
function franges(cles: readonly Cle[], places: readonly number[]): string[] {
  const trouvees: string[] = [];
  for (const [i, place] of places.entries()) {
    const avant = Math.min(VIDES_MAX, place - 1 - (places[i - 1] ?? -1));
    const apres = Math.min(VIDES_MAX, (places[i + 1] ?? cles.length) - 1 - place);
    for (let n = 1; n <= avant; n += 1) trouvees.push(ecrite(cles.slice(place - n, place + 1)));
    for (let n = 1; n <= apres; n += 1) trouvees.push(ecrite(cles.slice(place, place + n + 1)));
  }
  return trouvees;
}

function ajouter(groupes: Map<Cle, Set<string>>, cle: Cle, valeur: string): void {
  groupes.set(cle, (groupes.get(cle) ?? new Set()).add(valeur));
}
