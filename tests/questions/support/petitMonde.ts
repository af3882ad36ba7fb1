import { referenceAssertions } from '../../../ingest/stages/reference.js';
import { type BaseDeTest, type DocumentDeTest, type FaitDeTest, ouvrirBase } from './base.js';
import { REFERENTIELS } from './seeds.js';

const PAGES = [
  `Axe Éducation
1. Veillée des équipes de Meaux
Territoire : Meaux
Public : coordinateurs PRE
Intervenante : Ada Lovelace, mathématicienne
2. Marche exploratoire de Beauval
Territoire : quartier de Beauval
3. Cycle des chargés de mission de l'agglomération
Territoire : CA Melun Val de Seine
PRE : Meaux, Melun.
CUCS : CA Melun Val de Seine.`,
  `Axe Santé
1. Groupe des coordinateurs PRE
Territoire : département. Public : équipes PRE
2. Santé et réussite éducative
Territoire : département. Publics : coordinateurs ASV et équipes PRE. On y présentera Chelles.
3. Souffrances psychosociales, avec les équipes ASV et PRE
Territoire : département. Intervenante : Ada Lovelace`,
  '',
] as const;

const FAITS: readonly FaitDeTest[] = [
  ['programme:essai-2012', 'titre', 'Programme 2012', 'Axe Éducation'],
  ['programme:essai-2012', 'annee', 2012, 'Axe Éducation'],
  ...axe('axe:education', 1, 'Éducation', 'Axe Éducation'),
  ...axe('axe:sante', 2, 'Santé', 'Axe Santé'),
  ...action('veillee', 'axe:education', 1, 'Veillée des équipes de Meaux', 'atelier'),
  ...action('marche', 'axe:education', 2, 'Marche exploratoire de Beauval', 'atelier'),
  ...action(
    'cycle',
    'axe:education',
    3,
    "Cycle des chargés de mission de l'agglomération",
    'cycle de qualification',
  ),
  ...action('groupe', 'axe:sante', 1, 'Groupe des coordinateurs PRE', 'groupe de travail'),
  ...action('croisee', 'axe:sante', 2, 'Santé et réussite éducative', 'atelier'),
  ...action('souffrances', 'axe:sante', 3, 'Souffrances psychosociales', 'visite'),
  ['action:veillee', 'TOUCHE', 'commune:77284', 'Territoire : Meaux', { origine: 'champ' }],
  [
    'action:veillee',
    'MOBILISE',
    'dispositif:pre',
    'coordinateurs PRE',
    { role: 'objet', exclusif: true },
  ],
  ['action:marche', 'TOUCHE', 'quartier:beauval', 'quartier de Beauval', { origine: 'champ' }],
  [
    'action:cycle',
    'TOUCHE',
    'intercommunalite:247700057',
    'Territoire : CA Melun Val de Seine',
    { origine: 'champ' },
  ],
  ['action:groupe', 'TOUCHE', 'departement:77', 'Territoire : département', { origine: 'champ' }],
  ['action:groupe', 'MOBILISE', 'dispositif:pre', 'équipes PRE', { role: 'objet', exclusif: true }],
  ['action:croisee', 'TOUCHE', 'departement:77', 'Territoire : département', { origine: 'champ' }],
  ['action:croisee', 'MOBILISE', 'dispositif:asv', 'coordinateurs ASV', { role: 'objet' }],
  [
    'action:croisee',
    'MOBILISE',
    'dispositif:pre',
    'coordinateurs ASV et équipes PRE',
    { role: 'objet' },
  ],
  ['action:croisee', 'CITE', 'commune:77108', 'Chelles'],
  ['action:croisee', 'TRAITE_DE', 'theme:sante', 'Santé et réussite éducative'],
  [
    'action:souffrances',
    'TOUCHE',
    'departement:77',
    'Territoire : département. Intervenante',
    { origine: 'champ' },
  ],
  ['action:souffrances', 'MOBILISE', 'dispositif:asv', 'équipes ASV et PRE', { role: 'mention' }],
  ['action:souffrances', 'MOBILISE', 'dispositif:pre', 'équipes ASV et PRE', { role: 'mention' }],
  ['action:souffrances', 'TRAITE_DE', 'theme:sante', 'Souffrances psychosociales'],
  ['personne:ada-lovelace', 'nom', 'Ada Lovelace', 'Ada Lovelace'],
  [
    'personne:ada-lovelace',
    'INTERVIENT_DANS',
    'action:veillee',
    'Ada Lovelace, mathématicienne',
    { role: 'intervenant', fonction: 'mathématicienne' },
  ],
  [
    'personne:ada-lovelace',
    'INTERVIENT_DANS',
    'action:souffrances',
    'Intervenante : Ada Lovelace',
    { role: 'intervenant' },
  ],
  ['dispositif:pre', 'DEPLOYE_A', 'commune:77284', 'PRE : Meaux', { debut: 2012, fin: 2012 }],
  [
    'dispositif:pre',
    'DEPLOYE_A',
    'commune:77288',
    'PRE : Meaux, Melun',
    { debut: 2012, fin: 2012 },
  ],
  [
    'dispositif:cucs',
    'DEPLOYE_A',
    'intercommunalite:247700057',
    'CUCS : CA Melun Val de Seine',
    { debut: 2012, fin: 2012 },
  ],
];

function axe(id: string, ordinal: number, titre: string, citation: string): FaitDeTest[] {
  return [
    [id, 'titre', titre, citation],
    [id, 'ordinal', ordinal, citation],
    ['programme:essai-2012', 'COMPREND', id, citation],
  ];
}

function action(
  id: string,
  axe: string,
  numero: number,
  titre: string,
  format: string,
): FaitDeTest[] {
  const sujet = `action:${id}`;
  return [
    [sujet, 'titre', titre, titre],
    [sujet, 'numero', numero, titre],
    [sujet, 'annee', 2012, titre],
    [sujet, 'format', format, titre],
    [axe, 'COMPREND', sujet, titre],
  ];
}

export const PROGRAMME: DocumentDeTest = { annee: 2012, pages: PAGES, faits: FAITS };

/** A programme of 2012 in Seine-et-Marne: two axes, six actions, PRE in two communes, ASV nowhere said. */
export function ouvrirPetitMonde(): Promise<BaseDeTest> {
  return ouvrirBase([PROGRAMME], referenceAssertions(REFERENTIELS));
}
