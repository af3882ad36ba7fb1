import { z } from 'zod';
import { EXPORT_FORMATS } from '../../export/formats.js';
import { type FormatDeNotice, formatsDeNotices } from '../citations.js';
import { messages } from '../messages.js';
import { mot } from '../parameters.js';
import { ProblemError, problem } from '../problem.js';
import type { Services } from '../services.js';
import { type ApiApp, problems } from './route.js';

/**
 * Formats that collectors of references know by these names. Not `marcxml`, by which they mean MARC 21, nor
 * `unimarc`, which Zotero cuts by counting characters where lengths are in bytes.
 */
const NOMS = ['ris', 'bibtex', 'csl-json', 'jsonld'];
const XML = 'application/xml; charset=utf-8';

/** unAPI, version 1: the formats of the records, those of one of them, or one of them in one format. */
export function registerUnapi(app: ApiApp, { faits }: Services): void {
  app.route({
    method: 'GET',
    url: '/unapi',
    schema: {
      tags: ['Export'],
      summary: 'unAPI : les formats d’une notice, ou la notice dans un format',
      querystring: z.strictObject({ id: mot.optional(), format: mot.optional() }),
      response: { 200: z.unknown(), 300: z.unknown(), ...problems },
    },
    handler: async ({ query: { id, format } }, reply) => {
      reply.serializer(String);
      if (id === undefined) return reply.code(200).type(XML).send(formats(undefined));
      if (!id.startsWith('notice:') || faits.entite(id) === undefined)
        throw new ProblemError(problem(404, messages.inconnu('notice', id), { champ: 'id' }));
      // the protocol's own code: several representations, none chosen
      if (format === undefined) return reply.code(300).type(XML).send(formats(id));
      const connu = proposes().find((f) => f.nom === format);
      const ecrire = EXPORT_FORMATS[format]?.write;
      if (connu === undefined || ecrire === undefined)
        throw new ProblemError(problem(406, messages.formatInconnu(format), { champ: 'format' }));
      const cliche = faits.cliche();
      try {
        const texte = [...ecrire(cliche, { ids: [id] })].join('');
        return reply.code(200).type(connu.type).send(texte);
      } finally {
        cliche.close();
      }
    },
  });
}

function proposes(): FormatDeNotice[] {
  return formatsDeNotices().filter(({ nom }) => NOMS.includes(nom));
}

function formats(id: string | undefined): string {
  const lignes = proposes().map(
    ({ nom, type }) => `  <format name="${nom}" type="${type.split(';', 1)[0]}"/>`,
  );
  const attribut = id === undefined ? '' : ` id="${echapper(id)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<formats${attribut}>\n${lignes.join('\n')}\n</formats>\n`;
}

function echapper(texte: string): string {
  return texte.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
