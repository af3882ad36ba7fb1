import type { Contexte } from './context.js';
import { ecrit, estPropre, estSoude } from './context.js';
import type { FormeDe, Lecture } from './forms.js';
import { nameKey } from './lexicon.js';

type Forme = FormeDe<'intercommunalite'>;

/** The map of 2019 is that of the reforms of 2015 to 2017, but for few names. */
const ANNEES_SANS_LISTE = 4;

/** What may stand before the name, and the natures it says (all when absent). */
const PREFIXES: readonly { readonly phrase: string; readonly natures?: readonly string[] }[] = [
  { phrase: "communauté d'agglomération", natures: ['CA'] },
  { phrase: 'communauté agglomération', natures: ['CA'] },
  { phrase: 'communauté de communes', natures: ['CC'] },
  { phrase: 'communauté urbaine', natures: ['CU'] },
  { phrase: 'établissement public territorial', natures: ['EPT'] },
  { phrase: "syndicat d'agglomération nouvelle", natures: ['SAN', 'CA'] },
  { phrase: 'métropole', natures: ['METRO', 'MET69'] },
  { phrase: 'intercommunalité' },
  { phrase: 'agglomération' },
  { phrase: 'agglo' },
  { phrase: 'communauté' },
  { phrase: 'CA', natures: ['CA'] },
  { phrase: 'CC', natures: ['CC'] },
  { phrase: 'CU', natures: ['CU'] },
  { phrase: 'EPT', natures: ['EPT'] },
  { phrase: 'SAN', natures: ['SAN', 'CA'] },
];
const CLES = PREFIXES.map(({ phrase, natures }) => ({
  phrase,
  mots: nameKey(phrase).split(' '),
  natures,
}));
const LIENS = new Set(['de', 'du', 'des', 'd', 'la', 'le', 'les', 'l']);
const GENRES = new Set(['metropole', 'communaute', 'agglomeration', 'syndicat', 'etablissement']);
const ENTRE = /^[\s'’‘«»"“”-]{1,4}$/;

/** An intercommunalité named in full or by its usual name; the prefix is part of the mention. */
export function readIntercommunalite(
  c: Contexte,
  debut: number,
  fin: number,
  formes: readonly Forme[],
  tiret: boolean,
): Lecture | undefined {
  const prefixe = findPrefixe(c, debut);
  const dites = formes.filter((f) => accepte(c, debut, fin, f, prefixe !== undefined, tiret));
  const acceptees = dites.filter((f) => !tropTot(c, f));
  const { natures } = prefixe ?? {};
  const parNature = (natures ?? []).map((n) =>
    acceptees.filter((f) => f.intercommunalite.nature === n),
  );
  const deNature = parNature.find((liste) => liste.length > 0);
  // « communauté urbaine de Bordeaux » before 2015 is not today's métropole.
  const autres = natures === undefined ? acceptees : acceptees.filter((f) => f.ailleurs !== true);
  const candidats = rangerIntercommunalites(c, deNature ?? autres);
  // « Metz Métropole » ten years before its list: nothing is known of it, and it is not Metz
  if (acceptees.length === 0 && dites.length > 0 && fin - debut > 1)
    return { type: 'masque', debut, fin, candidats: [] };
  return candidats.length === 0
    ? undefined
    : { type: 'intercommunalite', debut: prefixe?.debut ?? debut, fin, candidats };
}

/** True years before the lists of the other régions begin, unless the document is about the département of the grouping. */
function tropTot(c: Contexte, f: Forme): boolean {
  const date = f.intercommunalite.debut - ANNEES_SANS_LISTE;
  if (f.ailleurs !== true || c.options.annee >= date) return false;
  return f.departements?.has(c.options.departement ?? '') !== true;
}

function accepte(
  c: Contexte,
  debut: number,
  fin: number,
  f: Forme,
  prefixe: boolean,
  tiret: boolean,
): boolean {
  if (tiret && !prefixe) return false;
  if (f.casse === 'acronyme') {
    const brut = c.jetons[debut]?.brut ?? '';
    return (
      c.options.mode === 'question' ||
      brut === brut.toUpperCase() ||
      (brut.length >= 5 && /^\p{Lu}/u.test(brut))
    );
  }
  // « métropole européenne de Lille »: the kind of grouping needs no capital
  const genre = GENRES.has(c.jetons[debut]?.forme ?? '') && c.jetons[fin - 1]?.capitale === true;
  if (!genre && !estPropre(c, debut, fin)) return false;
  if (prefixe) return true;
  // « Grand Paris Sud » alone in its field
  const seul = f.seulSuffit === true && ecrit(c, debut, fin) === c.nu;
  return (!f.prefixeExige || seul) && !estSoude(c, debut, fin);
}

/** « Communauté d'agglomération du » before a name: the rank of its first token and the natures it says. */
function findPrefixe(
  c: Contexte,
  debut: number,
): { debut: number; natures: readonly string[] | undefined } | undefined {
  let rang = debut;
  for (let n = 0; n < 3 && LIENS.has(c.jetons[rang - 1]?.forme ?? '') && proche(c, rang); n += 1)
    rang -= 1;
  if (!proche(c, rang)) return undefined;
  for (const { phrase, mots, natures } of CLES) {
    const depart = rang - mots.length;
    if (depart < 0 || !mots.every((mot, i) => c.jetons[depart + i]?.forme === mot)) continue;
    const sigle = phrase === phrase.toUpperCase();
    if (sigle && c.options.mode === 'document' && c.jetons[depart]?.brut !== phrase) continue;
    return { debut: depart, natures };
  }
  return undefined;
}

function proche(c: Contexte, rang: number): boolean {
  const avant = c.jetons[rang - 1];
  return (
    avant !== undefined && ENTRE.test(c.texte.slice(avant.fin, c.jetons[rang]?.debut ?? avant.fin))
  );
}

/** Those in force in the year; without any, all of them, the nearest in time first. */
export function rangerIntercommunalites(
  c: Contexte,
  formes: readonly Forme[],
): { id: string; libelle: string }[] {
  const ecart = ({ intercommunalite: i }: Forme): number =>
    Math.max(i.debut - c.options.annee, c.options.annee - i.fin, 0);
  const uniques = [...new Map(formes.map((f) => [f.intercommunalite.id, f])).values()];
  const tries = uniques.sort(
    (a, b) => ecart(a) - ecart(b) || (a.intercommunalite.id < b.intercommunalite.id ? -1 : 1),
  );
  const enVigueur = tries.filter((f) => ecart(f) === 0);
  const [proche] = tries;
  // « métropole européenne de Lille » in 2017, when its lists begin in 2019 under one number, 2021 under another
  const suites = tries.every((f) => f.intercommunalite.nom === proche?.intercommunalite.nom);
  if (enVigueur.length === 0 && suites && proche !== undefined && c.options.mode === 'document')
    return [{ id: proche.intercommunalite.id, libelle: proche.intercommunalite.nom }];
  return (enVigueur.length > 0 ? enVigueur : tries).map(({ intercommunalite: { id, nom } }) => ({
    id,
    libelle: nom,
  }));
}
