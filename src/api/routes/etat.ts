import { z } from 'zod';
import { messages } from '../messages.js';
import { aucun } from '../parameters.js';
import { liste } from '../schemas/commun.js';
import type { Services } from '../services.js';
import type { ApiApp } from './route.js';

const etatMoteurs = z.object({
  etat: z.enum(['pret', 'indisponible']),
  phrase: z.string(),
  moteurs: liste(
    z.object({
      role: z.string(),
      nom: z.string(),
      repond: z.boolean(),
      sequence: z.number().int().nullable(),
      ajour: z.boolean(),
    }),
  ),
});

/** Milliseconds an engine is given to say that it is there. */
const DELAI = 3000;

export function registerEtat(app: ApiApp, services: Services): void {
  app.route({
    method: 'GET',
    url: '/healthz',
    schema: {
      tags: ['État du serveur'],
      summary: 'Le serveur tourne',
      querystring: aucun,
      response: { 200: z.object({ etat: z.literal('vivant') }) },
    },
    handler: async () => ({ etat: 'vivant' as const }),
  });
  app.route({
    method: 'GET',
    url: '/readyz',
    schema: {
      tags: ['État du serveur'],
      summary: 'Les moteurs répondent ; sinon, lequel ne répond pas',
      querystring: aucun,
      response: { 200: etatMoteurs, 503: etatMoteurs },
    },
    handler: async (_request, reply) => {
      const etat = await readEtat(services);
      if (etat.etat === 'pret') return reply.code(200).send(etat);
      return reply.code(503).header('retry-after', '10').send(etat);
    },
  });
}

async function readEtat({
  faits,
  graphe,
  recherche,
}: Services): Promise<z.infer<typeof etatMoteurs>> {
  const sequences = await Promise.all([
    ask(async () => faits.sequence()),
    ask(() => graphe.sequence()),
    ask(() => recherche.sequence()),
  ]);
  const attendue = sequences[0];
  const noms = ['faits', graphe.moteur, recherche.moteur];
  const moteurs = ['faits', 'graphe', 'recherche'].map((role, i) => {
    const sequence = sequences[i] ?? null;
    const repond = sequence !== null;
    return { role, nom: noms[i] ?? role, repond, sequence, ajour: repond && sequence === attendue };
  });
  const muets = moteurs.filter((m) => !m.repond).map((m) => m.role);
  return {
    etat: muets.length === 0 ? 'pret' : 'indisponible',
    phrase: muets.length === 0 ? messages.pret : messages.pasPret(muets.join(', ')),
    moteurs,
  };
}

/** An engine's last sequence, null when it fails or stays silent. */
async function ask(sequence: () => Promise<number>): Promise<number | null> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), DELAI);
  });
  try {
    return await Promise.race([sequence(), silence]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
