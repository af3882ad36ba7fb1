import { z } from 'zod';
import { withNearNames } from '../identifiers.js';
import { identifiant, pagination } from '../parameters.js';
import { entree, pageDe } from '../schemas/commun.js';
import { ficheProgramme } from '../schemas/fiches.js';
import type { Services } from '../services.js';
import { type ApiApp, problems } from './route.js';

const tags = ['Programmes'];

export function registerProgrammes(app: ApiApp, services: Services): void {
  app.route({
    method: 'GET',
    url: '/api/programmes',
    schema: {
      tags,
      summary: 'Les programmes annuels',
      querystring: z.strictObject(pagination),
      response: { 200: pageDe(entree), ...problems },
    },
    handler: async ({ query }) => services.questions.programmes(query),
  });
  app.route({
    method: 'GET',
    url: '/api/programmes/:id',
    schema: {
      tags,
      summary: 'Un programme, comme un sommaire : axes et actions dans l’ordre',
      params: identifiant,
      response: { 200: ficheProgramme, ...problems },
    },
    handler: async ({ params: { id } }) =>
      withNearNames(services, id, ['Programme'], () => services.questions.programme(id)),
  });
}
