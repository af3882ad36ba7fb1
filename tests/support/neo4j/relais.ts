import { connect, createServer, type Socket } from 'node:net';

export interface Relais {
  readonly port: number;
  fermer(): Promise<void>;
}

/** A way to a server that replaces a text in all it answers by another one of the same length. */
export async function startRelais(port: number, dit: string, entendu: string): Promise<Relais> {
  const ouvertes = new Set<Socket>();
  const relais = createServer((client) => {
    const serveur = connect(port, '127.0.0.1');
    for (const bout of [client, serveur]) {
      ouvertes.add(bout.on('error', () => undefined).on('close', () => ouvertes.delete(bout)));
    }
    client.pipe(serveur);
    serveur.on('data', (octets) => {
      client.write(octets.toString('latin1').replaceAll(dit, entendu), 'latin1');
    });
  });
  await new Promise<void>((pret) => relais.listen(0, '127.0.0.1', pret));
  const adresse = relais.address();
  return {
    port: typeof adresse === 'object' && adresse !== null ? adresse.port : 0,
    async fermer() {
      for (const bout of ouvertes) bout.destroy();
      await new Promise((fini) => relais.close(fini));
    },
  };
}
