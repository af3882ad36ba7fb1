import type { Intention } from './types.js';

/** What stands in place of a thing recognised, so that the patterns see its kind only. */
export const GENRES = [
  'COMMUNE',
  'EPCI',
  'QUARTIER',
  'DEPARTEMENT',
  'DISPOSITIF',
  'THEME',
  'PUBLIC',
  'ORGANISME',
  'PERSONNE',
  'FORMAT',
  'ANNEE',
  'MOIS',
  'AXE',
  'PORTEE',
  /** A name where a place is expected, which is none that the base knows: « à Trifouilly ». */
  'LIEU',
] as const;
export type Genre = (typeof GENRES)[number];

/** How many things of each kind the question names. */
export type Comptes = Readonly<Record<Genre, number>>;

export interface RegleIntention {
  readonly intention: Intention;
  /** On the folded question, each thing recognised replaced by its kind. */
  readonly motif: RegExp;
  /** What the question must name for the rule to hold. */
  readonly si?: (n: Comptes) => boolean;
  readonly exemple: string;
}

const lieux = (n: Comptes): number => n.COMMUNE + n.EPCI + n.QUARTIER + n.DEPARTEMENT;
const intervenants = (n: Comptes): number => n.ORGANISME + n.PERSONNE;
const avecDispositif = (n: Comptes): boolean => n.DISPOSITIF > 0;
const rien = (n: Comptes): boolean => GENRES.every((g) => n[g] === 0);

/** The first rule that matches wins: the order is the meaning. */
export const REGLES_INTENTION: readonly RegleIntention[] = [
  {
    intention: 'comparaison',
    motif:
      /\b(compar\w+|vs|versus|evolutions?|evolue\w*|par rapport a|differences? entre|change|changent|changements?)\b.*ANNEE|ANNEE.*\b(compar\w+|vs|versus|par rapport a)\b/,
    exemple: 'comparer les programmes 2012 et 2014',
  },
  {
    intention: 'comparaison',
    motif:
      /\b((nouvelles? actions?|actions? nouvelles?|nouveautes?|quoi de (neuf|nouveau))\b.*\b(ANNEE|programmes?)|(actions?|programmes?|quoi|qui)\b.*\b(disparu\w*|supprime\w*|abandonne\w*|reconduit\w*|poursuivi\w*|repris\w*)\b.*ANNEE)/,
    si: (n) => n.ANNEE > 0,
    exemple: 'quelles sont les nouvelles actions de 2014',
  },
  {
    intention: 'comptage',
    motif: /\b(combien|nombre d[e'])/,
    exemple: "combien d'actions à Sarcelles",
  },
  {
    intention: 'definition',
    motif:
      /\b(c'est quoi|que (veut|veulent) dire|que signifie\w*|definition|definir|definis\w*|signification|ca veut dire|que designe|a quoi (sert|correspond))\b/,
    exemple: "c'est quoi un CLSPD",
  },
  {
    intention: 'definition',
    motif:
      /qu'est[- ]ce (que?|qu') ?(c'est )?(que? )?(la |le |les |l'|une? |des |d')?(DISPOSITIF|THEME)[\s?!.]*$/,
    exemple: "qu'est-ce qu'un PRE ?",
  },
  {
    intention: 'liens',
    motif:
      /\b(liens?|rapports?|relations?|articul\w+|points? communs?|reli\w+|li(e|ent|es|ees|er)|en commun|crois\w+|coop\w+|ensemble)\b/,
    si: (n) => n.DISPOSITIF >= 2,
    exemple: 'quel rapport entre le PRE et les ateliers santé ville',
  },
  {
    intention: 'recherche',
    motif:
      /\bmembres?\b.*EPCI|EPCI.*\bmembres?\b|\b(communes?|villes?) (du|des|de|de la|de l'|d') ?EPCI/,
    si: (n) => n.DISPOSITIF === 0,
    exemple: 'communes membres de la CA Melun Val de Seine',
  },
  {
    intention: 'actions',
    motif:
      /\b(ou|quand|dans quelles? actions?)\b.*\b(interv\w+|parl\w+|particip\w+|travaill\w+|anim\w+)/,
    si: (n) => intervenants(n) > 0,
    exemple: 'où intervient Ada Lovelace',
  },
  {
    intention: 'liens',
    motif: /\b(liens?|rapports?|relations?|points? communs?|en commun)\b.*\b(entre|avec|et)\b/,
    si: (n) => n.COMMUNE >= 2,
    exemple: 'quels points communs entre Gonesse et Fosses',
  },
  {
    intention: 'intervenants',
    motif:
      /^\W*(et )?(avec )?(qui\b(?! (touch|concern|s'adress|mobilis|port))|quels? (sont )?(les )?(intervenants?|experts?|organismes?|partenaires?|personnes?|associations?|chercheurs?|formateurs?)|les? (intervenants?|partenaires?)|intervenants?|partenaires?)\b/,
    exemple: 'qui intervient sur la santé',
  },
  {
    intention: 'deploiement',
    motif:
      /\b(ou (est|sont|trouve|se trouve|y a|existe|le|la|les|l')|dans quel\w* (communes?|villes?|territoires?|collectivites?|quartiers?|sites?|endroits?))/,
    si: avecDispositif,
    exemple: 'dans quelles communes y a-t-il un PRU',
  },
  {
    intention: 'deploiement',
    motif:
      /\b(communes?|villes?|territoires?|collectivites?|sites?)\b.{0,40}\b(ont|a|ayant|avec|disposent|disposant|dotee?s?|concernee?s?|beneficient|beneficiant|couvertes?|possedent|signataires?|signe\w*|en|sous|sans|hors|sauf)\b.{0,20}DISPOSITIF/,
    si: avecDispositif,
    exemple: 'communes qui ont un CUCS',
  },
  {
    intention: 'deploiement',
    motif:
      /\b(deploi\w*|deploy\w*|implant\w*|(communes?|villes?|territoires?) (du|des|de la|de l'|en|a) ?DISPOSITIF|carte d\w+ DISPOSITIF|territoires? concernes?)/,
    si: avecDispositif,
    exemple: 'déploiement du CUCS en 2012',
  },
  {
    intention: 'deploiement',
    motif:
      /^(?!.*\bactions?\b).*\b(y a[- ]t[- ]il|est[- ]ce qu\w*|existe[- ]t[- ]il|(a|ont|dispose|beneficie|possede)[- ]t[- ](elle|il|on)|il y a|(a|ont|dispose|beneficie) (bien )?(un|une|le|la|d'un|d'une|des|du))\b/,
    si: (n) => n.DISPOSITIF > 0 && n.COMMUNE + n.EPCI > 0,
    exemple: 'y a-t-il un PRE à Persan',
  },
  {
    intention: 'deploiement',
    motif: /\b(est|sont)[- ](elles?|ils?)\b.*\b(concern|couvert|dot|signataire)\w*/,
    si: (n) => n.DISPOSITIF > 0 && n.COMMUNE + n.EPCI > 0,
    exemple: 'Sarcelles est-elle concernée par le CUCS ?',
  },
  {
    intention: 'deploiement',
    motif: /^(?!.*\bactions?\b).*\bdispositifs?\b/,
    si: (n) => n.DISPOSITIF === 0 && n.COMMUNE === 1,
    exemple: 'quels dispositifs à Gonesse',
  },
  {
    intention: 'documents',
    motif:
      /\b(documents?|documentation|documentaires?|publications?|notices?|ouvrages?|livres?|articles?|biblio\w*|rapports? sur|que lire|a lire|lectures?|parutions?)\b/,
    exemple: 'quelles publications sur la médiation',
  },
  {
    intention: 'actions',
    motif:
      /\b(actions?|touch\w*|concern\w*|se passe\w*|passe-t-il|prevu\w*|prevoi\w*|prevoyait|programm\w*|propos\w*|organis\w*|activites?|interventions?|evenements?|fait-on|seances?|s'adress\w*|mobilis\w*)\b/,
    si: (n) => !rien(n),
    exemple: "qu'est-ce qui est prévu pour Sarcelles en 2012",
  },
  {
    intention: 'actions',
    motif: /\bactions?\b/,
    exemple: 'actions sur la délinquance',
  },
  {
    intention: 'actions',
    motif: /\b(quoi|qu'y a[- ]t[- ]il|y a[- ]t[- ]il|qu'est[- ]ce qu\w*)\b/,
    si: (n) => lieux(n) > 0,
    exemple: 'quoi de neuf à Bezons',
  },
  {
    intention: 'actions',
    motif: /AXE|PORTEE/,
    exemple: 'axe santé',
  },
  {
    intention: 'actions',
    motif: /^\W*(quels?|quelles?|liste d\w*|(tous |toutes )?les|y a[- ]t[- ]il)\b.*FORMAT/,
    exemple: 'quels groupes de travail existent ?',
  },
  {
    intention: 'actions',
    motif: /FORMAT/,
    si: (n) => lieux(n) + n.THEME + n.DISPOSITIF + n.PUBLIC + n.ANNEE + n.MOIS > 0,
    exemple: 'ateliers sur la santé',
  },
  // What a documentalist expects when nothing says what is asked:
  {
    intention: 'liens',
    motif: /^/,
    si: (n) => n.DISPOSITIF === 2 && lieux(n) + intervenants(n) === 0,
    exemple: 'PRE ASV',
  },
  {
    intention: 'deploiement',
    motif: /^/,
    si: (n) => n.DISPOSITIF === 1 && n.COMMUNE === 1 && n.THEME + intervenants(n) === 0,
    exemple: 'le PRE de Sarcelles',
  },
  {
    intention: 'actions',
    motif: /^[^a-z]*((a|au|aux|sur|pour|dans|de|du|des|d'|en|l'|la|le|les|et)[^a-z]+)*$/,
    si: (n) => lieux(n) > 0 && n.DISPOSITIF === 0 && intervenants(n) === 0,
    exemple: 'santé à Garges',
  },
];

/**
 * Words that only say the intention: once it is known they are no part of what is looked for.
 * Regular expressions on one folded word.
 */
export const MOTS_INTENTION: Readonly<Record<Intention, RegExp | null>> = {
  actions:
    /^(actions?|touch\w*|concern\w*|pass\w*|passe-t-il|prev\w+|programm\w*|propos\w*|organis\w*|activites?|interventions?|evenements?|fait-on|quoi|neuf|nouveau|mene\w*|seances?|adress\w*|mobilis\w*|dispositifs?|communes?|communs?|ensemble|villes?|mis|mise|mises|place|lieu|menees?|existe\w*|poles?|annees?|axes?|interv\w+|anim\w+|particip\w+|parl\w+|prend|prennent|part|cabinets?|vise\w*|vis|nommement|portent|portant|realis\w+|deroul\w+|tien\w+|quartiers?|departements?|intercommunalites?|agglomerations?|secteurs?|associe\w*|implique\w*)$/,
  comptage:
    /^(combien|nombre|actions?|touch\w*|concern\w*|prev\w+|programm\w*|communes?|villes?|dispositifs?|compte\w*|intervenants?|personnes?|organismes?|partenaires?|documents?|publications?|total|recense\w*|existe\w*|annees?|deploy\w*|ont|axes?|mobilis\w*|interv\w+|vise\w*|publics?|themes?|quartiers?|associations?|anim\w+|differents?|differentes?|organis\w*|propos\w*|realis\w+|dotee?s?|disposent|dispose\w*|beneficie\w*|couvertes?|signataires?)$/,
  liens:
    /^(liens?|rapports?|relations?|articul\w+|points?|communs?|reli\w+|lie\w*|crois\w+|coop\w+|ensemble|differences?|dispositifs?|existe\w*)$/,
  deploiement:
    /^(deploi\w*|deploy\w*|implant\w*|communes?|villes?|territoires?|collectivites?|sites?|endroits?|quartiers?|disposent|disposant|dispose\w*|dotee?s?|concern\w*|beneficie\w*|couvertes?|possed\w*|signataires?|signe\w*|trouve\w*|existe\w*|carte|dispositifs?|actifs?|mis|mise|place|ayant|valable|en-vigueur|membres?|liste|departements?)$/,
  intervenants:
    /^(interv\w+|experts?|organismes?|partenaires?|personnes?|associations?|chercheurs?|formateurs?|anim\w+|parl\w+|pilot\w+|particip\w+|travaill\w+|actions?|axes?|groupes?|prev\w+|programm\w*|touch\w*|concern\w*|charge|responsable)$/,
  documents:
    /^(documents?|documentation|documentaires?|publications?|publie\w*|notices?|ouvrages?|livres?|articles?|biblio\w*|rapports?|lire|lectures?|ressources?|parutions?|existe\w*|portant|traitant|parl\w+|prev\w+|programm\w*|paru\w*|parait\w*|sorti\w*|annees?|disponibles?|edit\w+|produit\w*)$/,
  definition:
    /^(quoi|veut|veulent|signifi\w*|definition|defini\w*|signification|sigle|designe\w*|sert|correspond\w*|dispositifs?|mot|terme)$/,
  comparaison:
    /^(compar\w*|differen\w*|evolu\w*|chang\w*|nouve\w*|neuf|disparu\w*|supprim\w*|abandonn\w*|reconduit\w*|poursuivi\w*|repris\w*|actions?|programmes?|rapport|celui|celle)$/,
  recherche: null,
};
