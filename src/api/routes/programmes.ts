import { z } from 'zod';
import { withNearNames } from '../identifiers.js';
import { identifiant, pagination } from '../parameters.js';
import { entree, pageDe } from '../schemas/commun.js';
import { ficheProgramme } from '../schemas/fiches.js';
import { reponseComparaison } from '../schemas/reponses.js';
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
  app.route({
    method: 'GET',
    url: '/api/programmes/:a/comparaison/:b',
    schema: {
      tags,
      summary:
        'Deux programmes comparés, du plus ancien au plus récent : actions nouvelles, poursuivies, modifiées, disparues',
      params: z.object({ a: identifiant.shape.id, b: identifiant.shape.id }),
      response: { 200: reponseComparaison, ...problems },
    },
    handler: async ({ params: { a, b } }) =>
      withNearNames(services, b, ['Programme'], () => services.questions.comparaison(a, b)),
  });
}
