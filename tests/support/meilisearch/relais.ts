import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { abrege, cleDe, type Echange, type Enregistrement, stable } from './echanges.js';

/** A server on this machine that stands for a Meilisearch. */
export interface Relais {
  readonly url: string;
  /** Requests that no recording knows, as they came. */
  readonly inconnues: readonly string[];
  arreter(): Promise<void>;
}

type Reponse = { readonly statut: number; readonly corps: string };

/** Answers as recorded: a request that was never recorded fails, and is told. */
export function rejouer({ echanges }: Enregistrement, port = 0): Promise<Relais> {
  const attendues = new Map<string, Echange[]>();
  for (const e of echanges) attendues.set(cleDe(e), [...(attendues.get(cleDe(e)) ?? []), e]);
  const inconnues: string[] = [];
  return ecouter(
    async (demande, corps) => {
      const liste = attendues.get(cleDe({ demande, corps: abrege(corps) })) ?? [];
      // The last answer stays: a request that always had one answer is recorded once.
      const e = liste.length > 1 ? liste.shift() : liste[0];
      if (e !== undefined) return { statut: e.statut, corps: JSON.stringify(e.reponse) };
      inconnues.push(`${demande} ${corps.slice(0, 500)}`);
      return { statut: 500, corps: '{"code":"inconnue","message":"requête jamais enregistrée"}' };
    },
    inconnues,
    port,
  );
}

/** Passes requests on to a real server and keeps what it answers; of a task only its end. */
export function enregistrer(cible: string, apiKey: string, echanges: Echange[]): Promise<Relais> {
  return ecouter(async (demande, corps, authorization) => {
    const [method = 'GET', chemin = '/'] = demande.split(' ');
    const reponse = await fetch(new URL(chemin, cible), {
      method,
      headers: {
        'content-type': 'application/json',
        authorization: authorization ?? `Bearer ${apiKey}`,
      },
      ...(corps === '' ? {} : { body: corps }),
    });
    const texte = await reponse.text();
    const lu: unknown = texte === '' ? null : JSON.parse(texte);
    if (!enCours(chemin, lu)) {
      echanges.push({
        demande,
        corps: abrege(corps),
        statut: reponse.status,
        reponse: stable(lu),
      });
    }
    return { statut: reponse.status, corps: texte };
  }, []);
}

function enCours(chemin: string, lu: unknown): boolean {
  if (!chemin.startsWith('/tasks/') || typeof lu !== 'object' || lu === null) return false;
  return 'status' in lu && ['enqueued', 'processing'].includes(String(lu.status));
}

async function ecouter(
  repondre: (demande: string, corps: string, authorization?: string) => Promise<Reponse>,
  inconnues: readonly string[],
  port = 0,
): Promise<Relais> {
  const traiter = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const morceaux: Buffer[] = [];
    for await (const morceau of req) morceaux.push(morceau as Buffer);
    const corps = Buffer.concat(morceaux).toString('utf8');
    const { statut, corps: texte } = await repondre(
      `${req.method} ${req.url}`,
      corps,
      req.headers.authorization,
    );
    res.writeHead(statut, { 'content-type': 'application/json' }).end(texte);
  };
  const serveur = createServer((req, res) => {
    traiter(req, res).catch((e: unknown) => res.writeHead(502).end(String(e)));
  });
  await new Promise<void>((resolve) => serveur.listen(port, '127.0.0.1', resolve));
  const adresse = serveur.address();
  const ouvert = typeof adresse === 'object' && adresse !== null ? adresse.port : 0;
  return {
    url: `http://127.0.0.1:${ouvert}`,
    inconnues,
    arreter: () =>
      new Promise((resolve) => {
        serveur.close(() => resolve());
        serveur.closeAllConnections();
      }),
  };
}
