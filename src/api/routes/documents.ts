import { z } from 'zod';
import { urlPage } from '../../domain/urls.js';
import { findDocument } from '../identifiers.js';
import { messages } from '../messages.js';
import { openOriginal } from '../originals.js';
import { entier, identifiant, pagination } from '../parameters.js';
import { ProblemError, problem } from '../problem.js';
import { document, pageDe } from '../schemas/commun.js';
import { pageDocument } from '../schemas/fiches.js';
import type { Services } from '../services.js';
import { type ApiApp, problems } from './route.js';

const tags = ['Documents'];

export function registerDocuments(app: ApiApp, services: Services): void {
  app.route({
    method: 'GET',
    url: '/api/documents',
    schema: {
      tags,
      summary: 'Les documents lus',
      querystring: z.strictObject(pagination),
      response: { 200: pageDe(document), ...problems },
    },
    handler: async ({ query }) => services.questions.documents(query),
  });
  app.route({
    method: 'GET',
    url: '/api/documents/:id',
    schema: {
      tags,
      summary: 'Un document, par son empreinte (12 chiffres ou plus)',
      params: identifiant,
      response: { 200: document, ...problems },
    },
    handler: async ({ params: { id } }) => findDocument(services, id),
  });
  registerPage(app, services);
  registerOriginal(app, services);
}

function registerPage(app: ApiApp, services: Services): void {
  app.route({
    method: 'GET',
    url: '/api/documents/:id/pages/:n',
    schema: {
      tags,
      summary: 'Une page d’un document, son texte tel qu’il est conservé',
      params: z.strictObject({ ...identifiant.shape, n: entier(1, 1_000_000) }),
      response: { 200: pageDocument, ...problems },
    },
    handler: async ({ params: { id, n } }) => {
      const trouve = findDocument(services, id);
      const page = services.faits.page(trouve.id, n);
      if (page === undefined) {
        throw new ProblemError(
          problem(404, messages.pageInconnue(n, trouve.pages), {
            champ: 'n',
            remede: messages.remedePage,
          }),
        );
      }
      return {
        document: trouve,
        page,
        precedente: n > 1 ? urlPage(trouve.id, n - 1) : null,
        suivante: n < trouve.pages ? urlPage(trouve.id, n + 1) : null,
      };
    },
  });
}

function registerOriginal(app: ApiApp, services: Services): void {
  app.route({
    method: 'GET',
    url: '/api/documents/:id/original',
    schema: {
      tags,
      summary: 'Le fichier d’origine',
      params: identifiant,
      response: { 200: z.unknown().meta({ description: 'Le fichier' }), ...problems },
    },
    handler: async ({ params: { id } }, reply) => {
      const original = await openOriginal(services, findDocument(services, id));
      return reply.headers(original.headers).serializer(String).send(original.stream);
    },
  });
}
