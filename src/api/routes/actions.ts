import { z } from 'zod';
import type { FiltresActions } from '../../questions/fiches/types.js';
import { compact } from '../compact.js';
import { withNearNames } from '../identifiers.js';
import { annuel, identifiant, mot, pagination, question } from '../parameters.js';
import { pageDe } from '../schemas/commun.js';
import { ficheAction } from '../schemas/fiches.js';
import { resultatAction } from '../schemas/reponses.js';
import type { Services } from '../services.js';
import { type ApiApp, problems } from './route.js';

const filtres = z.strictObject({
  ...pagination,
  annee: annuel.optional(),
  axe: mot.optional(),
  format: mot.optional(),
  dispositif: mot.optional(),
  theme: mot.optional(),
  public: mot.optional(),
  q: question.optional(),
});

export function registerActions(app: ApiApp, services: Services): void {
  app.route({
    method: 'GET',
    url: '/api/actions',
    schema: {
      tags: ['Actions'],
      summary: 'Les actions, filtrées par année, axe, format, dispositif, thème, public ou mots',
      querystring: filtres,
      response: { 200: pageDe(resultatAction), ...problems },
    },
    handler: async ({ query: { page, taille, ...reste } }) =>
      services.questions.actions(compact<FiltresActions>(reste), { page, taille }),
  });
  app.route({
    method: 'GET',
    url: '/api/actions/:id',
    schema: {
      tags: ['Actions'],
      summary: 'Une action : chaque champ et chaque relation avec ses preuves',
      params: identifiant,
      response: { 200: ficheAction, ...problems },
    },
    handler: async ({ params: { id } }) =>
      withNearNames(services, id, ['Action'], () => services.questions.action(id)),
  });
}
