import stemmer from 'natural/lib/natural/stemmers/porter_stemmer_fr.js';

/** Words whose final s or x is no plural: they are their own stem. */
const INVARIABLES: ReadonlySet<string> = new Set(
  `cours pays temps fils sens bois mois corps acces succes proces progres congres concours parcours
   discours secours recours bras avis repas cas deces exces prix choix voix paix croix taux dos fonds
   tiers univers divers travers permis compromis relais palais francais anglais puits poids vers gens
   campus bus virus processus consensus`.split(/\s+/),
);

/** Plurals that no rule gives. */
const IRREGULIERS: Readonly<Record<string, string>> = {
  travaux: 'travail',
  lieux: 'lieu',
  milieux: 'milieu',
  enjeux: 'enjeu',
  jeux: 'jeu',
  yeux: 'oeil',
  baux: 'bail',
};

/**
 * Rules on the folded word, in order, every one applied, before the Porter stemmer:
 * folding took away the accents that some of its endings rely on, and it leaves
 * families apart that a reader holds for one.
 */
const FAMILLES: readonly (readonly [RegExp, string])[] = [
  [/^coordonn/, 'coordin'], // coordonnateur > coordinateur
  [/(?<=..[^s])s$/, ''], // élus > élu, emplois > emploi
  [/(?<=..)ee$/, 'e'], // animée > animé
  [/(?<=...)ere$/, 'er'], // étrangère > étranger
  [/(?<=..)lleuse$/, 'lleur'], // travailleuse > travailleur
  [/(?<=...)trice$/, 'teur'], // directrice > directeur
  [/(?<=...)ateur$/, 'ation'], // médiateur > médiation; not acteur
  [/(?<=...)atoire$/, 'ation'], // discriminatoire > discrimination
  [/(?<=...)quer$/, 'cation'], // éduquer > éducation
  [/(?<=...)venir$/, 'vention'], // prévenir > prévention
  [/(?<=....)ence$/, 'ent'], // violence > violent; not agence
  [/(?<=....)esse$/, 'e'], // jeunesse > jeune; not adresse
  [/(?<=..)alite$/, 'al'], // parentalité > parental
  [/(?<=...)arite$/, 'aire'], // précarité > précaire, scolarité > scolaire
  [/(?<=...)itaire$/, 'ite'], // sécuritaire > sécurité
  [/(?<=...)ennete$/, 'en'], // citoyenneté > citoyen
  [/(?<=..)urel(?:le)?$/, 'ure'], // culturelle > culture
];

/**
 * Stem of a folded French word: same stem for the forms of one word (« délinquants », « délinquance »).
 * Words of three letters or fewer, words with a digit and invariable words are their own stem.
 */
export function stem(mot: string): string {
  if (mot.length <= 3 || /[^a-z]/.test(mot) || INVARIABLES.has(mot)) return mot;
  let forme = IRREGULIERS[mot] ?? mot;
  for (const [fin, remplacement] of FAMILLES) forme = forme.replace(fin, remplacement);
  return forme.length <= 3 ? forme : stemmer.stem(forme).toLowerCase();
}
