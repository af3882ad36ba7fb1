import { z } from 'zod';
import type { DemandeRecherche } from '../../questions/fiches/types.js';
import { compact } from '../compact.js';
import { facettesRecherche, pagination, question } from '../parameters.js';
import { reponse, reponseRecherche } from '../schemas/reponses.js';
import type { Services } from '../services.js';
import { type ApiApp, problems } from './route.js';

type Filtres = NonNullable<DemandeRecherche['filtres']>;

export function registerQuestions(app: ApiApp, { questions }: Services): void {
  app.route({
    method: 'POST',
    url: '/api/questions',
    schema: {
      tags: ['Questions'],
      summary: 'Une question en français : ce qui en est compris, la réponse, ses preuves',
      body: z.strictObject({ question }),
      response: { 200: reponse, ...problems },
    },
    handler: async ({ body }) => questions.demander(body.question),
  });
  app.route({
    method: 'GET',
    url: '/api/recherche',
    schema: {
      tags: ['Questions'],
      summary: 'Des mots dans les actions, les fiches et les pages',
      querystring: z.strictObject({ ...pagination, q: question, ...facettesRecherche }),
      response: { 200: reponseRecherche, ...problems },
    },
    handler: async ({ query: { q, page, taille, ...filtres } }) => {
      const trouve = await questions.rechercher(q, {
        page,
        taille,
        filtres: compact<Filtres>(filtres),
      });
      return { ...trouve, page, taille };
    },
  });
}
