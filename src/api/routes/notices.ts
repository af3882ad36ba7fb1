import { z } from 'zod';
import type { FiltresNotices } from '../../questions/fiches/types.js';
import { compact } from '../compact.js';
import { withNearNames } from '../identifiers.js';
import { annuel, identifiant, mot, pagination } from '../parameters.js';
import { pageDe } from '../schemas/commun.js';
import { ficheNotice, resultatNotice } from '../schemas/notices.js';
import type { Services } from '../services.js';
import { type ApiApp, problems } from './route.js';

const tags = ['Notices'];

const filtres = z.strictObject({
  ...pagination,
  annee: annuel.optional(),
  nature: mot.optional(),
  theme: mot.optional(),
  dispositif: mot.optional(),
  commune: mot.optional(),
  sujet: mot.optional(),
  catalogue: mot.optional(),
});

export function registerNotices(app: ApiApp, services: Services): void {
  app.route({
    method: 'GET',
    url: '/api/notices',
    schema: {
      tags,
      summary:
        'Les notices du fonds documentaire, filtrées par nature, année, sujet ou catalogue ; pour des mots, /api/recherche?type=Notice',
      querystring: filtres,
      response: { 200: pageDe(resultatNotice), ...problems },
    },
    handler: async ({ query: { page, taille, ...reste } }) =>
      services.questions.notices(compact<FiltresNotices>(reste), { page, taille }),
  });
  app.route({
    method: 'GET',
    url: '/api/notices/:id',
    schema: {
      tags,
      summary:
        'Une notice : tous ses champs, ses exemplaires et ce qu’elle documente, avec leurs preuves',
      params: identifiant,
      response: { 200: ficheNotice, ...problems },
    },
    handler: async ({ params: { id } }) =>
      withNearNames(services, id, ['Notice'], () => services.questions.notice(id)),
  });
}
