import type { Contexte } from './context.js';
import { ecrit, estPropre, estSoude } from './context.js';
import type { FormeDe, Lecture } from './forms.js';
import { nameKey } from './lexicon.js';

type Forme = FormeDe<'intercommunalite'>;

/** A programme may name the grouping that begins the year after it. */
const ANNEES_SANS_LISTE = 1;

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
  const parNature = (natures ?? []).map((n) => acceptees.filter((f) => f.nature === n));
  const deNature = parNature.find((liste) => liste.length > 0);
  // « communauté urbaine de Metz » never was: elsewhere, the nature said must be one that it had.
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
  return !estSienne(c, f);
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
    if (f.sigleOfficiel === true && !(brut === brut.toUpperCase() && estSienne(c, f))) return false;
    return (
      c.options.mode === 'question' ||
      brut === brut.toUpperCase() ||
      (brut.length >= 5 && /^\p{Lu}/u.test(brut))
    );
  }
  if (!ditGenre(c, debut, fin, prefixe) && !estPropre(c, debut, fin)) return false;
  if (prefixe) return true;
  // « Grand Paris Sud » alone in its field
  const seul = f.seulSuffit === true && ecrit(c, debut, fin) === c.nu;
  return (!f.prefixeExige || seul) && !estSoude(c, debut, fin);
}

/**
 * « métropole européenne de Lille », « Brest métropole océane », « communauté urbaine Caen la mer »: where the kind of
 * grouping is said, one capital is enough.
 */
function ditGenre(c: Contexte, debut: number, fin: number, prefixe: boolean): boolean {
  const jetons = c.jetons.slice(debut, fin);
  const premier = jetons.find((j) => !LIENS.has(j.forme));
  if (GENRES.has(premier?.forme ?? '')) return jetons.at(-1)?.capitale === true;
  return premier?.capitale === true && (prefixe || jetons.some((j) => GENRES.has(j.forme)));
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

function estSienne(c: Contexte, f: Forme): boolean {
  return f.departements?.has(c.options.departement ?? '') === true;
}

/**
 * Those in force in the year; without any, all of them, the nearest in time first. One of the document's own
 * département is meant rather than its homonyms.
 */
export function rangerIntercommunalites(
  c: Contexte,
  toutes: readonly Forme[],
): { id: string; libelle: string }[] {
  const siennes = toutes.filter((f) => c.options.mode === 'document' && estSienne(c, f));
  const formes = siennes.length > 0 ? siennes : toutes;
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
