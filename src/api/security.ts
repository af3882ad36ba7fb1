import { isIPv4, isIPv6 } from 'node:net';
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { messages } from './messages.js';
import { ProblemError, problem } from './problem.js';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);

/** Strict headers: nothing runs, nothing is fetched from outside, nothing is framed. */
export async function registerHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    // Plain HTTP on the local machine: asking browsers for HTTPS would make the pages unreachable.
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
  });
}

/**
 * Refuses names that are not this server's while it listens on the loopback only: a page of
 * another site whose name is made to point to 127.0.0.1 would otherwise read the base.
 */
export function checkHost(app: FastifyInstance, host: string): void {
  if (!isLoopback(host)) return;
  const allowed = new Set([...LOOPBACK, host.toLowerCase()]);
  app.addHook('onRequest', async (request) => {
    const name = hostName(request.headers.host ?? '');
    if (!allowed.has(name) && !isLoopback(name)) {
      throw new ProblemError(problem(421, messages.hote(name.slice(0, 100))));
    }
  });
}

function isLoopback(host: string): boolean {
  // A whole address, not a name that begins like one: « 127.0.0.1.exemple.fr » is anyone's.
  return LOOPBACK.has(host.toLowerCase()) || (isIPv4(host) && host.startsWith('127.'));
}

/** Host header without its port: `[::1]:3000` -> `::1`. */
function hostName(header: string): string {
  const bracket = /^\[([^\]]*)\](?::\d+)?$/.exec(header);
  if (bracket !== null) return (bracket[1] ?? '').toLowerCase();
  return (isIPv6(header) ? header : header.replace(/:\d*$/, '')).toLowerCase();
}
