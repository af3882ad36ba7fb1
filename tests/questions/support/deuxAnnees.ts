import { referenceAssertions } from '../../../ingest/stages/reference.js';
import { type BaseDeTest, type DocumentDeTest, type FaitDeTest, ouvrirBase } from './base.js';
import { REFERENTIELS } from './seeds.js';

const PAGE_2010 = `Axe Éducation
Groupe d'échanges des référents
Soutien aux parents
Territoire : Meaux. CA Melun Val de Seine
Publics : jeunes
PRE : Meaux. ASV : Meaux.
Publication : Grandir en ville`;

const PAGE_2012 = `Axe Santé et prévention
Bien dormir
Bouger plus
Territoire : Melun. Quartier de Beauval. Département
CUCS en débat
PRE : Chelles. CUCS : Meaux.
Exemple de Paris
Publication : Dormir, une affaire publique`;

const champ = { origine: 'champ' };

function action(
  id: string,
  axe: string,
  annee: number,
  titre: string,
  { format, periode }: { readonly format?: string; readonly periode?: readonly [string, string] },
): FaitDeTest[] {
  const sujet = `action:${id}`;
  return [
    [sujet, 'titre', titre, titre],
    [sujet, 'annee', annee, titre],
    ...(format === undefined ? [] : [[sujet, 'format', format, titre] as FaitDeTest]),
    ...(periode === undefined
      ? []
      : ([
          [sujet, 'periodeDebut', periode[0], titre],
          [sujet, 'periodeFin', periode[1], titre],
        ] as FaitDeTest[])),
    [axe, 'COMPREND', sujet, titre],
  ];
}

function publication(id: string, annee: number, titre: string): FaitDeTest[] {
  return [
    [`publication:${id}`, 'titre', titre, titre],
    [`publication:${id}`, 'annee', annee, titre],
  ];
}

const annee = (n: number) => ({ debut: n, fin: n });

const FAITS_2010: readonly FaitDeTest[] = [
  ['axe:education-2010', 'titre', 'Éducation', 'Axe Éducation'],
  ['axe:education-2010', 'ordinal', 1, 'Axe Éducation'],
  ...action('echanges', 'axe:education-2010', 2010, "Groupe d'échanges des référents", {
    periode: ['2010-01-01', '2010-12-31'],
  }),
  ...action('parents', 'axe:education-2010', 2010, 'Soutien aux parents', {
    format: 'groupe de travail des équipes PRE',
    periode: ['2010-09-01', '2010-11-30'],
  }),
  ['action:parents', 'TOUCHE', 'commune:77284', 'Territoire : Meaux', champ],
  ['action:echanges', 'TOUCHE', 'intercommunalite:247700057', 'CA Melun Val de Seine', champ],
  ['action:parents', 'S_ADRESSE_A', 'public:jeunes', 'Publics : jeunes'],
  ['action:parents', 'MOBILISE', 'dispositif:pre', 'PRE : Meaux', { role: 'mention' }],
  ['dispositif:pre', 'DEPLOYE_A', 'commune:77284', 'PRE : Meaux', annee(2010)],
  ['dispositif:asv', 'DEPLOYE_A', 'commune:77284', 'ASV : Meaux', annee(2010)],
  ...publication('grandir', 2010, 'Grandir en ville'),
];

const FAITS_2012: readonly FaitDeTest[] = [
  ['axe:sante-2012', 'titre', 'Santé et prévention', 'Axe Santé et prévention'],
  ['axe:sante-2012', 'ordinal', 1, 'Axe Santé et prévention'],
  ...action('dormir', 'axe:sante-2012', 2012, 'Bien dormir', {
    format: 'atelier',
    periode: ['2012-04-01', '2012-04-30'],
  }),
  ...action('bouger', 'axe:sante-2012', 2012, 'Bouger plus', {
    format: 'groupes de travail CLS-ASV',
    periode: ['2012-01-01', '2012-12-31'],
  }),
  ...action('debat', 'axe:sante-2012', 2012, 'CUCS en débat', {}),
  ['action:dormir', 'TOUCHE', 'commune:77288', 'Territoire : Melun', champ],
  ['action:dormir', 'TRAITE_DE', 'theme:sante', 'Bien dormir'],
  ['action:bouger', 'TOUCHE', 'quartier:beauval', 'Quartier de Beauval', champ],
  ['commune:75056', 'nom', 'Paris', 'Exemple de Paris'],
  ['action:bouger', 'CITE', 'commune:75056', 'Exemple de Paris'],
  ['action:debat', 'TOUCHE', 'departement:77', 'Département', champ],
  ['action:debat', 'MOBILISE', 'dispositif:cucs', 'CUCS en débat', { role: 'objet' }],
  ['dispositif:pre', 'DEPLOYE_A', 'commune:77108', 'PRE : Chelles', annee(2012)],
  ['dispositif:cucs', 'DEPLOYE_A', 'commune:77284', 'CUCS : Meaux', annee(2012)],
  ...publication('dormir', 2012, 'Dormir, une affaire publique'),
];

const DOCUMENTS: readonly DocumentDeTest[] = [
  { annee: 2010, pages: [PAGE_2010], faits: FAITS_2010 },
  { annee: 2012, pages: [PAGE_2012], faits: FAITS_2012 },
];

/** Two programmes, of 2010 and 2012: five actions, PRE in another commune each year. */
export function ouvrirDeuxAnnees(): Promise<BaseDeTest> {
  return ouvrirBase(DOCUMENTS, referenceAssertions(REFERENTIELS));
}
