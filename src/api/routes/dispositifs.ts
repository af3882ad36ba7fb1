import { z } from 'zod';
import { withNearNames } from '../identifiers.js';
import { annuel, identifiant, mot, pagination } from '../parameters.js';
import { entree, pageDe } from '../schemas/commun.js';
import { ficheDispositif } from '../schemas/fiches.js';
import { reponseDeploiement, reponseLiens } from '../schemas/reponses.js';
import type { Services } from '../services.js';
import { type ApiApp, problems } from './route.js';

const tags = ['Dispositifs'];
const TYPES = ['Dispositif'];

export function registerDispositifs(app: ApiApp, services: Services): void {
  const { questions } = services;
  app.route({
    method: 'GET',
    url: '/api/dispositifs',
    schema: {
      tags,
      summary: 'Les dispositifs de la base',
      querystring: z.strictObject(pagination),
      response: { 200: pageDe(entree), ...problems },
    },
    handler: async ({ query }) => questions.dispositifs(query),
  });
  app.route({
    method: 'GET',
    url: '/api/dispositifs/:id',
    schema: {
      tags,
      summary: 'Un dispositif : définition, déploiement, actions, dispositifs liés',
      params: identifiant,
      response: { 200: ficheDispositif, ...problems },
    },
    handler: async ({ params: { id } }) =>
      withNearNames(services, id, TYPES, () => questions.dispositif(id)),
  });
  app.route({
    method: 'GET',
    url: '/api/dispositifs/:id/liens',
    schema: {
      tags,
      summary: 'Ce qui lie deux dispositifs, avec les passages',
      params: identifiant,
      querystring: z.strictObject({ avec: mot }),
      response: { 200: reponseLiens, ...problems },
    },
    handler: async ({ params: { id }, query: { avec } }) =>
      withNearNames(services, avec, TYPES, () => questions.liens(id, avec)),
  });
  app.route({
    method: 'GET',
    url: '/api/dispositifs/:id/deploiement',
    schema: {
      tags,
      summary: 'Où un dispositif est déployé',
      params: identifiant,
      querystring: z.strictObject({ annee: annuel.optional() }),
      response: { 200: reponseDeploiement, ...problems },
    },
    handler: async ({ params: { id }, query: { annee } }) =>
      withNearNames(services, id, TYPES, () => questions.deploiement(id, annee)),
  });
}
