import type { Lien } from '../../support/monde.js';

export const GARGES = 'commune:garges';
/** The places and dispositifs that the examples stand in. */
export const GEOGRAPHIE: Lien[] = [
  [GARGES, 'SITUE_DANS', 'departement:95'],
  ['commune:sarcelles', 'SITUE_DANS', 'departement:95'],
  ['quartier:muette', 'SITUE_DANS', GARGES],
  [GARGES, 'MEMBRE_DE', 'intercommunalite:val', { debut: 2000, fin: 2015 }],
  ['dispositif:pre', 'DEPLOYE_A', GARGES, { debut: 2010, fin: 2014 }],
  ['dispositif:asv', 'DEPLOYE_A', 'intercommunalite:val', { debut: 2010, fin: 2014 }],
  ['dispositif:gup', 'DEPLOYE_A', 'commune:sarcelles', { debut: 2010, fin: 2014 }],
];
const DEPARTEMENT: Lien = ['action:a', 'TOUCHE', 'departement:95'];
const EXCLUSIF = { role: 'objet', exclusif: true };

interface Exemple {
  readonly dit: string;
  readonly liens: Lien[];
  readonly annee?: number;
  readonly portees: string[];
}

/** An action of 2012 (or of `annee`) with its links, and the chains by which it touches Garges. */
export const EXEMPLES: Exemple[] = [
  { dit: 'names it', liens: [['action:a', 'TOUCHE', GARGES]], portees: ['nommee '] },
  {
    dit: 'names a quarter of it',
    liens: [['action:a', 'TOUCHE', 'quartier:muette']],
    portees: ['quartier quartier:muette'],
  },
  {
    dit: 'names its grouping of that year',
    liens: [['action:a', 'TOUCHE', 'intercommunalite:val']],
    portees: ['groupement intercommunalite:val'],
  },
  {
    dit: 'names a grouping it has left',
    liens: [['action:a', 'TOUCHE', 'intercommunalite:val']],
    annee: 2016,
    portees: [],
  },
  {
    dit: 'names another commune',
    liens: [['action:a', 'TOUCHE', 'commune:sarcelles']],
    portees: [],
  },
  { dit: 'names its département', liens: [DEPARTEMENT], portees: ['departement departement:95'] },
  {
    dit: 'is about a dispositif it has, anywhere',
    liens: [['action:a', 'MOBILISE', 'dispositif:pre']],
    portees: ['dispositif dispositif:pre'],
  },
  {
    dit: 'is about a dispositif of its grouping',
    liens: [['action:a', 'MOBILISE', 'dispositif:asv']],
    portees: ['dispositif dispositif:asv'],
  },
  {
    dit: 'is about a dispositif it no longer has',
    liens: [['action:a', 'MOBILISE', 'dispositif:pre']],
    annee: 2016,
    portees: [],
  },
  {
    dit: 'is about a dispositif that only others have',
    liens: [['action:a', 'MOBILISE', 'dispositif:gup']],
    portees: [],
  },
  {
    dit: 'only mentions a dispositif',
    liens: [['action:a', 'MOBILISE', 'dispositif:pre', { role: 'mention' }]],
    portees: [],
  },
  {
    dit: 'is about its dispositif in another commune by name',
    liens: [
      ['action:a', 'MOBILISE', 'dispositif:pre'],
      ['action:a', 'TOUCHE', 'commune:sarcelles'],
    ],
    portees: [],
  },
  {
    dit: 'is about its dispositif in another département',
    liens: [
      ['action:a', 'MOBILISE', 'dispositif:pre'],
      ['action:a', 'TOUCHE', 'departement:93'],
    ],
    portees: [],
  },
  {
    dit: 'is about its dispositif in the département',
    liens: [['action:a', 'MOBILISE', 'dispositif:pre'], DEPARTEMENT],
    portees: ['departement departement:95', 'dispositif dispositif:pre'],
  },
  {
    dit: 'has a field for another commune, and the département in its text only',
    liens: [
      ['action:a', 'TOUCHE', 'departement:95', { origine: 'texte' }],
      ['action:a', 'TOUCHE', 'commune:sarcelles'],
      ['action:a', 'MOBILISE', 'dispositif:pre'],
    ],
    portees: [],
  },
  {
    dit: 'has a field for the département, and another commune in its text',
    liens: [DEPARTEMENT, ['action:a', 'TOUCHE', 'commune:sarcelles', { origine: 'texte' }]],
    portees: ['departement departement:95'],
  },
  {
    dit: 'is for the teams of a dispositif it has',
    liens: [DEPARTEMENT, ['action:a', 'MOBILISE', 'dispositif:pre', EXCLUSIF]],
    portees: ['dispositif dispositif:pre'],
  },
  {
    dit: 'is for the teams of a dispositif it has not',
    liens: [DEPARTEMENT, ['action:a', 'MOBILISE', 'dispositif:gup', EXCLUSIF]],
    portees: ['reservee dispositif:gup'],
  },
  {
    dit: 'is for the teams of a dispositif it has not, about one it has',
    liens: [
      DEPARTEMENT,
      ['action:a', 'MOBILISE', 'dispositif:gup', EXCLUSIF],
      ['action:a', 'MOBILISE', 'dispositif:pre'],
    ],
    portees: ['reservee dispositif:gup'],
  },
  { dit: 'only cites it', liens: [['action:a', 'CITE', GARGES]], portees: ['citee '] },
  {
    dit: 'only cites its département',
    liens: [['action:a', 'CITE', 'departement:95']],
    portees: [],
  },
];
