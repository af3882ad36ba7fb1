import type { ChampEcrit, NoticeEcrite } from './champ.js';
import { champ } from './champ.js';

/** What four digits of the directory, and five of the leader, can tell. */
const CHAMP_MAX = 9_999;
const NOTICE_MAX = 99_999;
const ENTREE = 12;
/** Room for the note that says that a record was too large. */
const RESERVE = 200;

/** A record in ISO 2709, in UTF-8. Fields that the format cannot hold are cut in several, or left out and told so. */
export function ecrireIso2709({ guide, champs }: NoticeEcrite): Uint8Array {
  const ecrits = limiter(champs.flatMap(couper));
  let adresse = 0;
  const repertoire = ecrits.map(({ etiquette, octets }) => {
    const entree = etiquette + nombre(octets.length, 4) + nombre(adresse, 5);
    adresse += octets.length;
    return entree;
  });
  const base = 24 + ENTREE * ecrits.length + 1;
  const label = `${nombre(base + adresse + 1, 5)}${guide} 22${nombre(base, 5)}   450 `;
  return Buffer.concat([
    Buffer.from(`${label}${repertoire.join('')}\u001e`, 'latin1'),
    ...ecrits.map((e) => e.octets),
    Buffer.from([0x1d]),
  ]);
}

interface Ecrit {
  readonly etiquette: string;
  readonly octets: Buffer;
}

function encoder({ etiquette, indicateurs, sousChamps }: ChampEcrit): Ecrit {
  const corps = sousChamps.map(([code, valeur]) =>
    code === '' ? valeur : `\u001f${code}${valeur}`,
  );
  return { etiquette, octets: Buffer.from(`${indicateurs}${corps.join('')}\u001e`) };
}

/** A field whose length four digits cannot tell is written as several of the same tag. */
function couper(entier: ChampEcrit): Ecrit[] {
  const ecrit = encoder(entier);
  if (ecrit.octets.length <= CHAMP_MAX) return [ecrit];
  const morceaux = entier.sousChamps.flatMap(([code, valeur]) =>
    partager(valeur).map((m) => [code, m] as const),
  );
  const groupes: (readonly [string, string])[][] = [];
  let place = 0;
  for (const morceau of morceaux) {
    const taille = Buffer.byteLength(morceau[1]) + 2;
    if (groupes.length === 0 || place + taille > CHAMP_MAX - 3) {
      groupes.push([]);
      place = 0;
    }
    groupes.at(-1)?.push(morceau);
    place += taille;
  }
  return groupes.map((sousChamps) => encoder({ ...entier, sousChamps }));
}

/** A long value in pieces that fit in a field, cut between words where it can be. */
function partager(valeur: string): string[] {
  const morceaux: string[] = [];
  let reste = valeur;
  while (Buffer.byteLength(reste) > CHAMP_MAX - 10) {
    // A character has three bytes at most, or four for two units
    const debut = reste.slice(0, Math.floor((CHAMP_MAX - 10) / 3));
    const espace = debut.lastIndexOf(' ');
    const fin = espace > 0 ? espace : debut.length - (/[\ud800-\udbff]$/.test(debut) ? 1 : 0);
    morceaux.push(reste.slice(0, fin));
    reste = reste.slice(fin).trimStart();
  }
  return [...morceaux, reste];
}

/** The fields that five digits of length leave room for, with a note when some do not fit. */
function limiter(ecrits: readonly Ecrit[]): Ecrit[] {
  const poids = (e: Ecrit) => ENTREE + e.octets.length;
  if (ecrits.reduce((s, e) => s + poids(e), 26) <= NOTICE_MAX) return [...ecrits];
  let place = 26 + RESERVE;
  const gardes = ecrits.filter((e) => {
    const tient = place + poids(e) <= NOTICE_MAX;
    if (tient) place += poids(e);
    return tient;
  });
  const note = champ('300', '  ', [
    'a',
    'Notice trop longue pour ce format : des champs manquent.',
  ]);
  return note === null ? gardes : [...gardes, encoder(note)];
}

function nombre(n: number, chiffres: number): string {
  return String(n).padStart(chiffres, '0');
}
