import { once } from 'node:events';
import { connect } from 'node:net';
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

  it('closes without waiting for connections that ask nothing', async () => {
    const serveur = await serve({ host: '127.0.0.1', port: 0 }, t.services, async () => undefined);
    const sockets = ['', 'GET / HTTP/1.1\r\nHost: 127'].map((debut) => {
      const socket = connect(Number(new URL(serveur.url).port), '127.0.0.1');
      if (debut !== '') socket.write(debut);
      return socket;
    });
    await Promise.all(sockets.map((s) => once(s, 'connect')));
    await fetch(`${serveur.url}/healthz`);
    const fermees = sockets.map((s) => new Promise((fin) => s.on('error', fin).on('close', fin)));
    await serveur.close();
    await Promise.all(fermees);
    expect(sockets.every((s) => s.readableEnded || s.destroyed)).toBe(true);
  });

  it('answers the request under way before it closes', async () => {
    let lacher = (): void => undefined;
    const retenue = new Promise<void>((libre) => {
      lacher = libre;
    });
    let demandee = (): void => undefined;
    const arrivee = new Promise<void>((ici) => {
      demandee = ici;
    });
    const { graphe } = t.services;
    const lent = {
      ...graphe,
      sequence: async () => {
        demandee();
        await retenue;
        return 1;
      },
    };
    const services = { ...t.services, graphe: lent };
    const serveur = await serve({ host: '127.0.0.1', port: 0 }, services, async () => undefined);
    const reponse = fetch(`${serveur.url}/readyz`);
    await arrivee;
    const fermeture = serveur.close();
    lacher();
    expect((await reponse).status).toBe(200);
    await fermeture;
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
