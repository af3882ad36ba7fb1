import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MaillageError } from '../../src/domain/errors.js';
import { serve } from '../../src/server.js';
import { openTestApp, type TestApp } from './support/app.js';

let t: TestApp;
beforeAll(async () => {
  t = await openTestApp();
});
afterAll(() => t.close());

describe('serve', () => {
  it('answers on a free port, then frees what it holds and leaves the signals alone', async () => {
    let libere = 0;
    const ecouteurs = process.listenerCount('SIGTERM');
    const serveur = await serve({ host: '127.0.0.1', port: 0 }, t.services, async () => {
      libere += 1;
    });
    const reponse = await fetch(`${serveur.url}/healthz`);
    expect(await reponse.json()).toEqual({ etat: 'vivant' });
    await serveur.close();
    expect(libere).toBe(1);
    expect(process.listenerCount('SIGTERM')).toBe(ecouteurs);
  });

  it('says which port is taken and what to do, and frees what it holds', async () => {
    let libere = 0;
    const premier = await serve({ host: '127.0.0.1', port: 0 }, t.services, async () => undefined);
    const port = Number(new URL(premier.url).port);
    const second = serve({ host: '127.0.0.1', port }, t.services, async () => {
      libere += 1;
    });
    const erreur = await second.catch((e: unknown) => e);
    expect(erreur).toBeInstanceOf(MaillageError);
    expect(erreur).toMatchObject({
      genre: 'refus',
      message: `Le port ${port} est déjà pris sur 127.0.0.1.`,
      remede: expect.stringContaining('MAILLAGE_PORT='),
    });
    expect(libere).toBe(1);
    await premier.close();
  });
});
