/**
 * The little grammar that sentences made by rule need: contractions with a proper name, plurals,
 * lists and periods. Pure.
 */

/** Names of places that start with an article contract with « à » and « de » : « au Thillay », « des Mureaux ». */
const CONTRACTIONS: readonly (readonly [RegExp, string, string])[] = [
  [/^Le (?=\p{Lu})/u, 'au ', 'du '], // Le Thillay > au Thillay, du Thillay
  [/^Les (?=\p{Lu})/u, 'aux ', 'des '], // Les Mureaux > aux Mureaux
  [/^La (?=\p{Lu})/u, 'à La ', 'de La '], // La Courneuve > à La Courneuve
];

/** « à Persan », « au Thillay ». */
export function aLieu(nom: string): string {
  for (const [motif, a] of CONTRACTIONS) if (motif.test(nom)) return nom.replace(motif, a);
  return `à ${nom}`;
}

/** « de Persan », « d’Argenteuil », « du Thillay ». */
export function deLieu(nom: string): string {
  for (const [motif, , de] of CONTRACTIONS) if (motif.test(nom)) return nom.replace(motif, de);
  return elide('de', nom);
}

/** « d’Argenteuil », « de Sarcelles ». Names in h are left whole: some elide, some do not. */
function elide(mot: string, suite: string): string {
  return /^[aeiouyéèêëàâîïôöûüœæ]/i.test(suite)
    ? `${mot.slice(0, -1)}’${suite}`
    : `${mot} ${suite}`;
}

/** Articles by INSEE's code of the link word of a département (« liaison »). */
const ARTICLES: Readonly<Record<number, readonly [seul: string, de: string]>> = {
  0: ['', 'de '],
  1: ['l’', 'de l’'],
  2: ['le ', 'du '],
  3: ['la ', 'de la '],
  4: ['les ', 'des '],
  5: ['l’', 'de l’'],
};

/** « le Val-d'Oise », « l’Essonne »; « le département X » when its link word is not known. */
export function departementArticle(nom: string, liaison: number | undefined): string {
  const [article] = ARTICLES[liaison ?? -1] ?? [];
  return article === undefined ? `le département ${nom}` : `${article}${nom}`;
}

/** « du Val-d'Oise », « de l’Essonne ». */
export function departementDe(nom: string, liaison: number | undefined): string {
  const [, de] = ARTICLES[liaison ?? -1] ?? [];
  return de === undefined ? `du département ${nom}` : `${de}${nom}`;
}

/** Names that take « la » : « la CA Val de France ». */
const FEMININS = /^(CA|CC|CU|Communauté|Métropole|Agglomération)\b/u;

/** An intercommunalité in a sentence: « la CA Val de France », else « l’intercommunalité Roissy Pays de France ». */
export function intercommunaliteArticle(nom: string): string {
  return FEMININS.test(nom) ? `la ${nom}` : `l’intercommunalité ${nom}`;
}

/** « 1 action », « 3 actions » ; the plural is the singular with s unless given. */
export function compter(n: number, singulier: string, pluriel = `${singulier}s`): string {
  return `${n} ${n < 2 ? singulier : pluriel}`;
}

/** « a, b et c ». */
export function enumerer(elements: readonly string[]): string {
  if (elements.length < 2) return elements.join('');
  return `${elements.slice(0, -1).join(', ')} et ${elements.at(-1)}`;
}

/** Years from which the end of a membership is only « until further notice ». */
const SANS_FIN = 9000;

/** « 2012 », « 2000-2015 », « depuis 2016 »; null when nothing is known. */
export function periode(debut: unknown, fin: unknown): string | null {
  if (typeof debut !== 'number') return null;
  if (typeof fin !== 'number' || fin >= SANS_FIN) return `depuis ${debut}`;
  return debut === fin ? `${debut}` : `${debut}-${fin}`;
}
