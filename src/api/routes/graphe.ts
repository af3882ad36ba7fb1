import { z } from 'zod';
import { withNearNames } from '../identifiers.js';
import { aucun, entier, identifiant } from '../parameters.js';
import { couverture } from '../schemas/commun.js';
import { fait, voisinage } from '../schemas/fiches.js';
import type { Services } from '../services.js';
import { type ApiApp, problems } from './route.js';

/** Edges given when no limit is asked, and at most. */
const ARETES = 100;
const ARETES_MAX = 500;

export function registerGraphe(app: ApiApp, services: Services): void {
  const { questions } = services;
  app.route({
    method: 'GET',
    url: '/api/graphe/voisinage',
    schema: {
      tags: ['Graphe et preuves'],
      summary: 'Les entités reliées à une entité',
      querystring: z.strictObject({
        ...identifiant.shape,
        limite: entier(1, ARETES_MAX).prefault(String(ARETES)),
      }),
      response: { 200: voisinage, ...problems },
    },
    handler: async ({ query: { id, limite } }) =>
      withNearNames(services, id, [], () => questions.voisinage(id, limite)),
  });
  app.route({
    method: 'GET',
    url: '/api/faits/:id',
    schema: {
      tags: ['Graphe et preuves'],
      summary: 'Un fait : ce qu’il affirme, la règle qui l’a produit, ses preuves et ses origines',
      params: identifiant,
      response: { 200: fait, ...problems },
    },
    handler: async ({ params: { id } }) => questions.fait(id),
  });
  app.route({
    method: 'GET',
    url: '/api/couverture',
    schema: {
      tags: ['Graphe et preuves'],
      summary: 'Ce que la base a lu : documents, années, pages non lues',
      querystring: aucun,
      response: { 200: couverture, ...problems },
    },
    handler: async () => questions.couverture(),
  });
}
