import { motsVides } from '../../french/stopwords.js';

/** Raised when the settings, the attributes or the analysis change: an index of another version is made anew. */
export const VERSION = 2;

/** The only word of the attribute `socle`, quoted as it is asked: no document is without it, nothing is near it. */
export const CHAMP_SOCLE = 'socle';
export const SOCLE = 'toutdocument';
export const MOT_SOCLE = `"${SOCLE}"`;

/** Fields of a document as stems, in order of weight; the title as written too. */
export const CHAMPS_RACINES = [
  'racinesTitre',
  'racinesAlias',
  'racinesChamps',
  'racinesTexte',
] as const;
export const CHAMPS_RANGES = [
  'racinesTitre',
  'titre',
  'racinesAlias',
  'racinesChamps',
  'racinesTexte',
];

/** Names that stand for one another, by name: { pre: ['programme de reussite educative'] }. */
export type Synonymes = Readonly<Record<string, readonly string[]>>;

/** Never corrected: their words are forms of words, not words. */
const SANS_FAUTES = [...CHAMPS_RACINES, CHAMP_SOCLE];

/** Settings that depend on the documents: the server takes them without reading the documents again. */
export function reglagesDesMots(sigles: readonly string[], synonymes: Synonymes) {
  return {
    // A sigle one letter away from another is another scheme.
    typoTolerance: { disableOnAttributes: SANS_FAUTES, disableOnWords: sigles },
    synonyms: synonymes,
  };
}

/**
 * All the other settings of the index. What is found is decided by filters over the keys (`cles`), the
 * same keys as those of the embedded index; what is shown first by these searchable attributes and
 * ranking rules.
 */
export function reglages() {
  return {
    searchableAttributes: [
      'racinesTitre',
      'titre',
      'racinesAlias',
      'alias',
      'racinesChamps',
      'champs',
      'racinesTexte',
      'texte',
      CHAMP_SOCLE,
    ],
    displayedAttributes: ['*'],
    // Values are compared whole: no order, no search among them.
    filterableAttributes: [
      {
        attributePatterns: [
          'genre',
          'type',
          'cles',
          'clesTitre',
          'nomTitre',
          'nomsAlias',
          'longueur',
          'rang',
          'codes',
        ],
        features: { facetSearch: false, filter: { equality: true, comparison: false } },
      },
    ],
    sortableAttributes: ['rang', 'tete', 'longueur', 'ordre'],
    // The first: things, seeds, pages. The last two: among equals the shorter title, then the order in which the base gives things.
    rankingRules: [
      'sort',
      'words',
      'typo',
      'proximity',
      'attribute',
      'exactness',
      'longueur:asc',
      'rang:asc',
      'ordre:asc',
    ],
    typoTolerance: {
      enabled: true,
      minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
      disableOnAttributes: SANS_FAUTES,
      disableOnNumbers: true,
    },
    stopWords: motsVides(),
    separatorTokens: ['’', '•', '·', '|', '–', '—'],
    nonSeparatorTokens: [],
    dictionary: [],
    localizedAttributes: [{ attributePatterns: ['*'], locales: ['fra'] }],
    // How far apart words stand tells little here, and costs most of the time of indexing.
    proximityPrecision: 'byAttribute',
    prefixSearch: 'indexingTime',
    facetSearch: false,
    // Counts are exact whatever their number: 1,000 and 100 are what the server stops at otherwise.
    pagination: { maxTotalHits: 10_000_000 },
    faceting: { maxValuesPerFacet: 1_000_000, sortFacetValuesBy: { '*': 'alpha' } },
    searchCutoffMs: 5_000,
  };
}
