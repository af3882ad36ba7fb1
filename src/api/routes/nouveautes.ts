import { z } from 'zod';
import { ecrireAtom } from '../../export/atom.js';
import { messages } from '../messages.js';
import { aucun } from '../parameters.js';
import type { Services } from '../services.js';
import type { ApiApp } from './route.js';

const CHEMIN = '/nouveautes.atom';
const TYPE = 'application/atom+xml; charset=utf-8';
/** Before anything was ever written. */
const JAMAIS = '1970-01-01T00:00:00Z';

export function registerNouveautes(app: ApiApp, { questions, faits }: Services): void {
  app.route({
    method: 'GET',
    url: CHEMIN,
    schema: {
      tags: ['Nouveautés'],
      summary: 'Ce qui est entré en dernier dans la base : documents, actions, notices (Atom)',
      querystring: aucun,
      response: { 200: z.unknown().meta({ description: 'Le flux' }), 304: z.unknown() },
    },
    handler: async (request, reply) => {
      const sequence = faits.sequence();
      const origine = `${request.protocol}://${request.host}`;
      const etag = `W/"${sequence}"`;
      reply.headers({ etag, 'cache-control': 'no-cache' }).serializer(String);
      if (request.headers['if-none-match'] === etag) return reply.code(304).send('');
      const date = faits.date(sequence) ?? JAMAIS;
      const flux = { titre: messages.nouveautes, origine, chemin: CHEMIN, date };
      return reply.code(200).type(TYPE).send(ecrireAtom(flux, questions.nouveautes()));
    },
  });
}
