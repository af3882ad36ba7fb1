import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { repondreOai } from '../../export/oai/fournisseur.js';
import type { Services } from '../services.js';
import type { ApiApp } from './route.js';

const FORMULAIRE = 'application/x-www-form-urlencoded';

/** OAI-PMH 2.0: the holdings for whoever harvests them, asked by address or by form. */
export function registerOai(
  app: ApiApp,
  { faits }: Services,
  entrepot: { readonly courriel: string; readonly domaine: string },
): void {
  const repondre = (request: FastifyRequest, parametres: URLSearchParams): string => {
    const cliche = faits.cliche();
    try {
      const origine = `${request.protocol}://${request.host}`;
      const maintenant = new Date();
      return repondreOai({ ...entrepot, faits: cliche, origine, maintenant }, parametres);
    } finally {
      cliche.close();
    }
  };
  const schema = {
    tags: ['Export'],
    summary: 'OAI-PMH 2.0 : l’entrepôt des notices, pour qui les moissonne',
    response: { 200: z.unknown().meta({ description: 'La réponse du protocole, en XML' }) },
  };
  app.register(async (local) => {
    // this form and no other route's
    local.addContentTypeParser(FORMULAIRE, { parseAs: 'string' }, (_request, corps, fini) =>
      fini(null, corps),
    );
    local.route({
      method: ['GET', 'POST'],
      url: '/oai',
      schema,
      handler: async (request, reply) => {
        const { body } = request;
        const demande =
          request.method === 'POST' ? String(body ?? '') : (request.url.split('?')[1] ?? '');
        reply
          .serializer(String)
          .type('text/xml; charset=utf-8')
          .header('cache-control', 'no-cache');
        return reply.code(200).send(repondre(request, new URLSearchParams(demande)));
      },
    });
  });
}
