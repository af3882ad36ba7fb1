import { Readable } from 'node:stream';
import { z } from 'zod';
import { slug } from '../../domain/ids.js';
import type { ExportFormat } from '../../export/formats.js';
import { EXPORT_FORMATS } from '../../export/formats.js';
import type { ExportOptions } from '../../export/records.js';
import type { DemandeRecherche } from '../../questions/fiches/types.js';
import { compact } from '../compact.js';
import { messages } from '../messages.js';
import { disposition } from '../originals.js';
import { facettesRecherche, question, valeurs } from '../parameters.js';
import { ProblemError, problem } from '../problem.js';
import type { Services } from '../services.js';
import { type ApiApp, problems } from './route.js';

const NOMS = Object.keys(EXPORT_FORMATS);

const parametres = z.strictObject({
  format: z.enum(NOMS).prefault('ndjson'),
  q: question.optional(),
  ...facettesRecherche,
  id: valeurs.optional(),
  pages: z.enum(['oui', 'non']).prefault('non'),
});
type Parametres = z.infer<typeof parametres>;

export function registerExport(app: ApiApp, services: Services): void {
  app.route({
    method: 'GET',
    url: '/api/export',
    schema: {
      tags: ['Export'],
      summary:
        'Toute la base, tout ce qu’une recherche trouve (q et ses filtres), ou les seuls éléments nommés (id), dans un fichier',
      querystring: parametres,
      response: { 200: z.unknown().meta({ description: 'Le fichier' }), ...problems },
    },
    handler: async ({ query }, reply) => {
      const format = EXPORT_FORMATS[query.format];
      if (format === undefined) throw new Error(`format sans écriture : ${query.format}`);
      const ids = await selection(services, query);
      const options = { pages: query.pages === 'oui', ...(ids === undefined ? {} : { ids }) };
      return reply
        .headers({
          'content-type': format.type,
          'content-disposition': disposition('attachment', nomDe(query, format)),
          'cache-control': 'private, no-cache',
        })
        .serializer(String)
        .send(Readable.from(pieces(services, format, options), { objectMode: false }));
    },
  });
}

/** Ids of what is asked for; undefined for the whole base. */
async function selection(
  { questions }: Services,
  { q, id, format: _format, pages: _pages, ...filtres }: Parametres,
): Promise<readonly string[] | undefined> {
  const choisis = compact<NonNullable<DemandeRecherche['filtres']>>(filtres);
  if (q !== undefined) return questions.trouver(q, choisis);
  const [filtre] = Object.keys(choisis);
  if (filtre !== undefined) {
    const phrase = messages.champ(filtre, messages.filtreSansMots);
    throw new ProblemError(problem(400, phrase, { champ: 'q' }));
  }
  return id;
}

/** Written as they are read by whoever asked: a whole base never stands in memory. */
function* pieces(
  { faits }: Services,
  format: ExportFormat,
  options: ExportOptions,
): Generator<string> {
  const cliche = faits.cliche();
  try {
    yield* format.write(cliche, options);
  } finally {
    cliche.close();
  }
}

/** « maillage-mediation-sante.ris ». */
function nomDe({ q, id }: Parametres, { extension }: ExportFormat): string {
  const sujet = slug(q ?? (id?.length === 1 ? (id[0] ?? '') : '')).slice(0, 60);
  return `${['maillage', sujet].filter((p) => p !== '').join('-')}${extension}`;
}
