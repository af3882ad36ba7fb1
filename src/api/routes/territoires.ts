import { z } from 'zod';
import type { FiltresTerritoireActions, FiltresTerritoires } from '../../questions/fiches/types.js';
import { compact } from '../compact.js';
import { withNearNames } from '../identifiers.js';
import { annee, identifiant, pagination, portee, question } from '../parameters.js';
import { entree, pageDe } from '../schemas/commun.js';
import { ficheTerritoire } from '../schemas/fiches.js';
import { actionsTerritoire } from '../schemas/reponses.js';
import type { Services } from '../services.js';
import { type ApiApp, problems } from './route.js';

const TYPES = ['Commune', 'Intercommunalite', 'Quartier', 'Departement'] as const;
const tags = ['Territoires'];

export function registerTerritoires(app: ApiApp, services: Services): void {
  app.route({
    method: 'GET',
    url: '/api/territoires',
    schema: {
      tags,
      summary: 'Les communes, intercommunalités, quartiers et départements de la base',
      querystring: z.strictObject({
        ...pagination,
        type: z.enum(TYPES).optional(),
        q: question.optional(),
      }),
      response: { 200: pageDe(entree), ...problems },
    },
    handler: async ({ query: { page, taille, ...reste } }) =>
      services.questions.territoires(compact<FiltresTerritoires>(reste), { page, taille }),
  });
  app.route({
    method: 'GET',
    url: '/api/territoires/:id',
    schema: {
      tags,
      summary: 'Un territoire : par son identifiant, son code INSEE ou son SIREN',
      params: identifiant,
      response: { 200: ficheTerritoire, ...problems },
    },
    handler: async ({ params: { id } }) =>
      withNearNames(services, id, TYPES, () => services.questions.territoire(id)),
  });
  registerActionsTerritoire(app, services);
}

function registerActionsTerritoire(app: ApiApp, services: Services): void {
  app.route({
    method: 'GET',
    url: '/api/territoires/:id/actions',
    schema: {
      tags,
      summary: 'Les actions qui touchent un territoire, avec la chaîne qui le prouve',
      params: identifiant,
      querystring: z.strictObject({ annee: annee.optional(), portee: portee.optional() }),
      response: { 200: actionsTerritoire, ...problems },
    },
    handler: async ({ params: { id }, query }) =>
      withNearNames(services, id, TYPES, () =>
        services.questions.actionsTerritoire(
          id,
          compact<FiltresTerritoireActions>({
            anneeMin: query.annee?.debut,
            anneeMax: query.annee?.fin,
            portee: query.portee,
          }),
        ),
      ),
  });
}
