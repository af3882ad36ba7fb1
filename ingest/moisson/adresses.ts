import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { BlockList, isIP } from 'node:net';
import { MaillageError } from '../../src/domain/errors.js';

/** Networks that are not the public Internet (IANA special-purpose registries, RFC 6890). */
const PRIVES: readonly (readonly [adresse: string, taille: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
];

function blocked(): BlockList {
  const liste = new BlockList();
  for (const [adresse, taille] of PRIVES)
    liste.addSubnet(adresse, taille, adresse.includes(':') ? 'ipv6' : 'ipv4');
  return liste;
}

/**
 * Checks the address of a request before it leaves, and of each redirection: http or https, and no private
 * address unless its host is allowed by name. Throws a MaillageError `refus`.
 */
export function verifierAdresse(texte: string, autorises: ReadonlySet<string>): URL {
  const url = URL.canParse(texte) ? new URL(texte) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username + url.password !== '')
    throw new MaillageError(
      'refus',
      `« ${texte.slice(0, 200)} » n’est pas une adresse que l’on moissonne.`,
      'Donnez une adresse http:// ou https://, sans mot de passe.',
    );
  const hote = nomDe(url);
  if (isIP(hote) !== 0 && !autorises.has(hote) && privee(hote)) throw refusPrivee(hote);
  return url;
}

/** Resolves names as the system does, and refuses those that lead to a private address: checked when it connects, not before. */
export function resolveur(autorises: ReadonlySet<string>): LookupFunction {
  return (nom, options, fini) => {
    lookup(nom, { ...options, all: true }, (erreur, adresses) => {
      if (erreur !== null) return fini(erreur, '', 0);
      if (!autorises.has(nom) && adresses.some((a) => privee(a.address)))
        return fini(refusPrivee(nom), '', 0);
      if (options.all === true) return fini(null, adresses);
      return fini(null, adresses[0]?.address ?? '', adresses[0]?.family ?? 4);
    });
  };
}

/** The host of an address, an IPv6 without its brackets. */
function nomDe(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

function privee(adresse: string): boolean {
  const liste = blocked();
  const quatre = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(adresse)?.[1];
  if (quatre !== undefined) return liste.check(quatre, 'ipv4');
  // another writing of an IPv4 inside an IPv6
  if (/^::ffff:/i.test(adresse)) return true;
  return liste.check(adresse, isIP(adresse) === 6 ? 'ipv6' : 'ipv4');
}

function refusPrivee(hote: string): MaillageError {
  return new MaillageError(
    'refus',
    `« ${hote} » est une adresse privée : elle n’est pas moissonnée.`,
    `Si c’est bien votre serveur, ajoutez : --autoriser-adresse-privee ${hote}`,
  );
}
