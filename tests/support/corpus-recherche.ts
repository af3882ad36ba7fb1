import type { DocumentIndexe } from '../../src/search/port.js';

/** A document of the search tests: what is not said is empty. */
export function document(
  id: string,
  type: string,
  titre: string,
  reste: Partial<Omit<DocumentIndexe, 'id' | 'type' | 'titre'>> = {},
): DocumentIndexe {
  return {
    id,
    type,
    titre,
    alias: [],
    champs: '',
    texte: '',
    document: 'sha256:aa',
    page: 1,
    url: `/${id}`,
    facettes: {},
    ...reste,
  };
}

const action = (
  id: string,
  titre: string,
  texte: string,
  reste: Partial<DocumentIndexe> = {},
): DocumentIndexe =>
  document(`action:${id}`, 'Action', titre, { texte, facettes: { annee: 2012 }, ...reste });

const commune = (insee: string, nom: string, alias: string[] = []): DocumentIndexe =>
  document(`commune:${insee}`, 'Commune', nom, {
    alias,
    champs: 'Val d’Oise',
    facettes: { commune: [nom] },
  });

/** Small invented base in the manner of a centre's programme. */
export const CORPUS: readonly DocumentIndexe[] = [
  commune('95268', 'Garges-lès-Gonesse'),
  commune('95277', 'Gonesse'),
  commune('95019', 'Arnouville', ['Arnouville-lès-Gonesse']),
  commune('95585', 'Sarcelles'),
  commune('95555', 'Saint-Gratien'),
  commune('95250', 'Fosses'),
  commune('95999', 'Ronesse'),
  document('personne:francois-dubet', 'Personne', 'François Dubet', { champs: 'sociologue' }),
  document('dispositif:pre', 'Dispositif', 'Programme de réussite éducative', {
    alias: ['PRE', 'Réussite éducative', 'Projet de réussite éducative'],
  }),
  document('dispositif:cucs', 'Dispositif', 'Contrat urbain de cohésion sociale', {
    alias: ['CUCS'],
  }),
  document('theme:culture', 'Theme', 'Culture'),
  action(
    'pre',
    'Groupe d’échanges des coordinateurs PRE',
    'Cet espace consacrera des temps d’échanges aux pratiques professionnelles.',
    { facettes: { annee: 2012, dispositif: ['PRE'] } },
  ),
  action('longue', 'Parcours de familles', 'Les projets de réussite éducative de trois villes.'),
  action(
    'chefs',
    'Groupe d’échanges des chefs de projet CUCS',
    'Questions liées à la mise en œuvre des avenants.',
    { facettes: { annee: 2012, dispositif: ['CUCS'] } },
  ),
  action('jardin', 'Un pré en ville', 'Des habitants vont jardiner au bord du fossé.'),
  action(
    'migrants',
    'Accès aux droits des migrants',
    'Comment prendre en compte les freins à l’accès aux droits.',
  ),
  action('migrante', 'La population migrante et ses droits', 'Parcours de migration.'),
  action(
    'logement',
    'Les ateliers du logement',
    'Le vieillissement en logement social et la décohabitation.',
    { facettes: { annee: 2011 } },
  ),
  action(
    'delinquance',
    'Gestion urbaine de proximité',
    'Terrains communs et approches croisées avec la prévention de la délinquance, au regard d’expériences significatives.',
  ),
  action(
    'discriminations',
    'Prévention et lutte contre les discriminations',
    'Persister, se renouveler, agir.',
    { facettes: { annee: 2011 } },
  ),
  action(
    'mediation',
    'Groupe d’échanges des médiateurs adultes-relais',
    'La médiation sociale est un métier.',
    { champs: 'médiateurs adultes-relais' },
  ),
  action(
    'associations',
    'Coopération entre associations et institutions',
    'Une action et une expérimentation locale.',
    { champs: 'Garges-lès-Gonesse', facettes: { annee: 2012, commune: ['Garges-lès-Gonesse'] } },
  ),
  action(
    'associations-bis',
    'Soutien aux associations',
    'Une action de formation pour les petites associations.',
  ),
  action(
    'notion',
    'Revisiter la notion d’égalité des chances',
    'Éclairer les usages qui en sont faits aujourd’hui ; une action de réflexion.',
  ),
  action(
    'elus',
    'Le rôle des collectivités – samedi des élu(e)s',
    'Des échanges entre élu(e)s, une action par semestre.',
  ),
  document('publication:notion', 'Publication', 'Repenser la notion d’égalité des chances', {
    facettes: { annee: 2012 },
  }),
  document('page:sha256:aa#9', 'Page', 'Programme, page 9', {
    page: 9,
    texte:
      'Les ateliers du logement portent sur le logement, le logement social et les parcours.\nAction suivante.',
  }),
];
