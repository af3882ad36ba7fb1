import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import { MaillageError } from '../../src/domain/errors.js';
import { resolveur, verifierAdresse } from './adresses.js';

/** How a harvest asks. */
export interface Politesse {
  /** Hosts whose private address is allowed. */
  readonly autorises: ReadonlySet<string>;
  /** Waits some milliseconds. */
  attendre(ms: number): Promise<void>;
  /** Between two requests, in milliseconds. */
  readonly pauseMs: number;
}

const AGENT = 'Maillage (moissonneur OAI-PMH)';
/** The largest answer, in bytes. */
const TAILLE_MAX = 64 * 1024 * 1024;
const DELAI_MS = 60_000;
const REDIRECTIONS = 5;
const ESSAIS = 5;
/** The longest wait that a server may ask for, in seconds: beyond, the harvest stops there and is carried on later. */
const ATTENTE_MAX = 300;

interface Reponse {
  readonly statut: number;
  readonly entetes: IncomingMessage['headers'];
  readonly corps: Buffer;
}

/** What went wrong may go better later: the connection was cut, the server is busy. */
class Passager extends Error {
  readonly attente: number;
  constructor(message: string, attente: number, cause?: unknown) {
    super(message, { cause });
    this.attente = attente;
  }
}

/**
 * Asks for an address until a whole answer comes, five times at most, waiting as long as the server asks.
 * `entiere` tells a whole answer. Throws a MaillageError `refus`.
 */
export async function demander(
  adresse: string,
  politesse: Politesse,
  entiere: (corps: Buffer) => boolean,
): Promise<Buffer> {
  for (let essai = 1; ; essai += 1) {
    await politesse.attendre(politesse.pauseMs);
    try {
      const corps = await suivre(adresse, politesse.autorises);
      if (entiere(corps)) return corps;
      throw new Passager('la réponse est coupée', 2 ** essai);
    } catch (erreur) {
      if (!(erreur instanceof Passager)) throw erreur;
      if (essai >= ESSAIS || erreur.attente > ATTENTE_MAX) throw abandon(adresse, erreur);
      await politesse.attendre(erreur.attente * 1000);
    }
  }
}

/** Follows redirections, each checked as the first address. */
async function suivre(adresse: string, autorises: ReadonlySet<string>): Promise<Buffer> {
  let url = verifierAdresse(adresse, autorises);
  for (let saut = 0; saut <= REDIRECTIONS; saut += 1) {
    const { statut, entetes, corps } = await lire(url, autorises);
    const { location } = entetes;
    if (statut >= 300 && statut < 400 && location !== undefined) {
      const suite = URL.canParse(location, url.href) ? new URL(location, url.href).href : location;
      url = verifierAdresse(suite, autorises);
    } else if (statut === 200) return corps;
    else if (statut === 429 || statut >= 500)
      throw new Passager(`le serveur répond ${statut}`, attenteDe(entetes['retry-after']));
    else throw refus(adresse, `le serveur répond ${statut}`);
  }
  throw refus(adresse, 'trop de redirections');
}

function lire(url: URL, autorises: ReadonlySet<string>): Promise<Reponse> {
  return new Promise((resolve, reject) => {
    const get = url.protocol === 'https:' ? getHttps : getHttp;
    const options = {
      headers: { 'user-agent': AGENT, accept: 'text/xml, application/xml' },
      lookup: resolveur(autorises),
      signal: AbortSignal.timeout(DELAI_MS),
      agent: false,
    };
    const echec = (cause: unknown) =>
      reject(
        cause instanceof MaillageError ? cause : new Passager('la connexion est coupée', 2, cause),
      );
    const demande = get(url, options, (reponse) => {
      const morceaux: Buffer[] = [];
      let taille = 0;
      reponse.on('data', (morceau: Buffer) => {
        taille += morceau.length;
        if (taille > TAILLE_MAX) demande.destroy(refus(url.href, 'la réponse est démesurée'));
        else morceaux.push(morceau);
      });
      reponse.on('error', echec);
      reponse.on('end', () =>
        resolve({
          statut: reponse.statusCode ?? 0,
          entetes: reponse.headers,
          corps: Buffer.concat(morceaux),
        }),
      );
    });
    demande.on('error', echec);
  });
}

/** `Retry-After`: seconds, or a date (RFC 9110, section 10.2.3). */
function attenteDe(entete: string | undefined): number {
  if (entete === undefined) return 10;
  if (/^\d+$/.test(entete.trim())) return Number(entete);
  const date = Date.parse(entete);
  return Number.isNaN(date) ? 10 : Math.max(0, (date - Date.now()) / 1000);
}

function refus(adresse: string, raison: string): MaillageError {
  return new MaillageError(
    'refus',
    `« ${adresse.split('?')[0]} » n’a pas été moissonné : ${raison}.`,
    'Vérifiez l’adresse de l’entrepôt auprès de qui le tient.',
  );
}

function abandon(adresse: string, { message, attente }: Passager): MaillageError {
  const delai = attente > ATTENTE_MAX ? ` et demande d’attendre ${Math.round(attente)} s` : '';
  return new MaillageError(
    'refus',
    `« ${adresse.split('?')[0]} » ne répond pas : ${message}${delai}.`,
    'Relancez la même commande plus tard : ce qui est déjà reçu est gardé.',
  );
}
