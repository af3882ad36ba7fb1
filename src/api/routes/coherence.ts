import { z } from 'zod';
import { ALERTES, libelleAlerte } from '../../domain/alertes.js';
import { urlPage } from '../../domain/urls.js';
import { entier, mot, pagination } from '../parameters.js';
import { facettes, liste } from '../schemas/commun.js';
import type { Services } from '../services.js';
import { type ApiApp, problems } from './route.js';

const alerte = z.object({
  code: z.string(),
  libelle: z.string(),
  gravite: z.enum(['info', 'attention', 'erreur']),
  coherence: z.boolean(),
  document: z.string(),
  fichier: z.string().nullable(),
  page: z.number().int(),
  citation: z.string(),
  message: z.string(),
  remede: z.string(),
  url: z.string(),
});

const alertes = z.object({
  total: z.number().int(),
  page: z.number().int(),
  taille: z.number().int(),
  resultats: liste(alerte),
  facettes,
});

export function registerCoherence(app: ApiApp, { faits }: Services): void {
  app.route({
    method: 'GET',
    url: '/api/coherence',
    schema: {
      tags: ['Documents'],
      summary: 'Ce que les documents disent contre eux-mêmes, et ce qui reste à trancher',
      querystring: z.strictObject({
        ...pagination,
        document: mot.optional(),
        code: mot.optional(),
        annee: entier(1900, 2200).optional(),
      }),
      response: { 200: alertes, ...problems },
    },
    handler: async ({ query }) => {
      const { page, taille, document, code, annee } = query;
      const documents = new Map(faits.documents().map((d) => [d.id, d]));
      const choisies = faits
        .alertes()
        .filter((a) => code === undefined || a.code === code)
        .filter(
          (a) =>
            document === undefined ||
            a.document.startsWith(document) ||
            documents.get(a.document)?.fichier === document,
        )
        .filter((a) => annee === undefined || documents.get(a.document)?.annee === annee);
      const parCode: Record<string, number> = {};
      for (const a of choisies) parCode[a.code] = (parCode[a.code] ?? 0) + 1;
      return {
        total: choisies.length,
        page,
        taille,
        resultats: choisies.slice((page - 1) * taille, page * taille).map((a) => ({
          ...a,
          libelle: libelleAlerte(a.code),
          coherence: ALERTES[a.code]?.coherence ?? false,
          fichier: documents.get(a.document)?.fichier ?? null,
          url: urlPage(a.document, a.page),
        })),
        facettes: { code: parCode },
      };
    },
  });
}
