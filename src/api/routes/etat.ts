import { z } from 'zod';
import { MaillageError } from '../../domain/errors.js';
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
      /** Why it does not answer, and the remedy. */
      panne: z.string().nullable(),
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
  const etats = await Promise.all([
    ask(async () => faits.sequence()),
    ask(() => graphe.sequence()),
    ask(() => recherche.sequence()),
  ]);
  const attendue = etats[0].sequence;
  const noms = ['faits', graphe.moteur, recherche.moteur];
  const moteurs = ['faits', 'graphe', 'recherche'].map((role, i) => {
    const { sequence = null, panne = null } = etats[i] ?? {};
    const repond = sequence !== null;
    const ajour = repond && sequence === attendue;
    return { role, nom: noms[i] ?? role, repond, sequence, ajour, panne };
  });
  const muets = moteurs.filter((m) => !m.repond).map((m) => m.role);
  return {
    etat: muets.length === 0 ? 'pret' : 'indisponible',
    phrase: muets.length === 0 ? messages.pret : messages.pasPret(muets.join(', ')),
    moteurs,
  };
}

interface EtatMoteur {
  readonly sequence: number | null;
  readonly panne: string | null;
}

/** An engine's last sequence; null, and why, when it fails or stays silent. */
async function ask(sequence: () => Promise<number>): Promise<EtatMoteur> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<EtatMoteur>((resolve) => {
    timer = setTimeout(
      () => resolve({ sequence: null, panne: messages.muet(DELAI / 1000) }),
      DELAI,
    );
  });
  try {
    const donnee = sequence().then((n) => ({ sequence: n, panne: null }));
    return await Promise.race([donnee, silence]);
  } catch (error) {
    // the words of any other error may hold a path or a query
    const dite = error instanceof MaillageError ? `${error.message} ${error.remede}` : null;
    return { sequence: null, panne: dite ?? messages.panneInconnue };
  } finally {
    clearTimeout(timer);
  }
}
