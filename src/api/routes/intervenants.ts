import { z } from 'zod';
import { compact } from '../compact.js';
import { withNearNames } from '../identifiers.js';
import { identifiant, pagination, question } from '../parameters.js';
import { entree, pageDe } from '../schemas/commun.js';
import { ficheIntervenant } from '../schemas/fiches.js';
import type { Services } from '../services.js';
import { type ApiApp, problems } from './route.js';

const tags = ['Intervenants'];

export function registerIntervenants(app: ApiApp, services: Services): void {
  app.route({
    method: 'GET',
    url: '/api/intervenants',
    schema: {
      tags,
      summary: 'Les personnes et organismes qui interviennent',
      querystring: z.strictObject({ ...pagination, q: question.optional() }),
      response: { 200: pageDe(entree), ...problems },
    },
    handler: async ({ query: { page, taille, q } }) =>
      services.questions.intervenants(compact<{ q?: string }>({ q }), { page, taille }),
  });
  app.route({
    method: 'GET',
    url: '/api/intervenants/:id',
    schema: {
      tags,
      summary: 'Une personne ou un organisme : ses actions, sa fonction dans chacune',
      params: identifiant,
      response: { 200: ficheIntervenant, ...problems },
    },
    handler: async ({ params: { id } }) =>
      withNearNames(services, id, ['Personne', 'Organisme'], () =>
        services.questions.intervenant(id),
      ),
  });
}
