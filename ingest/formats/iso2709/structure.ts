/** Where a field stands in its record: bytes `debut` to `fin`, its terminator excluded. */
export interface ChampSitue {
  readonly etiquette: string;
  readonly debut: number;
  readonly fin: number;
}

/** What makes a record unreadable: its code and the reason in French. */
export class Rupture extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const FIN_DE_CHAMP = 0x1e;
const GUIDE = 24;
const ENTREE = 12;

/**
 * Checks the leader, the base address and the directory of a record (ISO 2709:2008) that ends at its terminator;
 * gives its fields in the order of the directory. Throws a Rupture.
 */
export function situerChamps(octets: Buffer): ChampSitue[] {
  verifierLongueur(octets);
  const base = lireNombre(octets, 12, 5);
  if (base === null)
    throw new Rupture('guide-faux', 'l’adresse de base de la notice n’est pas un nombre');
  if (base <= GUIDE || base > octets.length || octets[base - 1] !== FIN_DE_CHAMP)
    throw new Rupture('repertoire-faux', `l’adresse de base (${base}) ne suit pas le répertoire`);
  if ((base - 1 - GUIDE) % ENTREE !== 0)
    throw new Rupture('repertoire-faux', 'le répertoire n’a pas un nombre entier d’entrées');
  const champs: ChampSitue[] = [];
  for (let place = GUIDE; place < base - 1; place += ENTREE)
    champs.push(situer(octets, place, base));
  verifierCouverture(champs, octets.length - 1 - base);
  return champs;
}

/** The length that the leader announces. A record of more than five digits of bytes cannot tell its own. */
function verifierLongueur(octets: Buffer): void {
  if (octets.length < GUIDE + 2)
    throw new Rupture('guide-faux', 'la notice est plus courte que son guide');
  const annoncee = lireNombre(octets, 0, 5);
  if (annoncee === null)
    throw new Rupture('guide-faux', 'la longueur de la notice n’est pas un nombre');
  if (annoncee !== octets.length && octets.length <= 99_999)
    throw new Rupture(
      'longueur-fausse',
      `la notice annonce ${annoncee} octets et en compte ${octets.length}`,
    );
}

function situer(octets: Buffer, place: number, base: number): ChampSitue {
  const etiquette = octets.toString('latin1', place, place + 3);
  const longueur = lireNombre(octets, place + 3, 4);
  const adresse = lireNombre(octets, place + 7, 5);
  if (!/^[0-9A-Za-z]{3}$/.test(etiquette) || longueur === null || adresse === null)
    throw new Rupture(
      'repertoire-faux',
      `l’entrée ${1 + (place - GUIDE) / ENTREE} du répertoire est illisible`,
    );
  const debut = base + adresse;
  const fin = debut + longueur - 1;
  if (longueur === 0 || fin >= octets.length - 1 || octets.indexOf(FIN_DE_CHAMP, debut) !== fin)
    throw new Rupture(
      'repertoire-faux',
      `le champ ${etiquette} n’est pas où le répertoire l’annonce`,
    );
  return { etiquette, debut, fin };
}

/** Fields that end at the first terminator after their start, all different and as long together as the data, share it out. */
function verifierCouverture(champs: readonly ChampSitue[], longueur: number): void {
  const total = champs.reduce((somme, { debut, fin }) => somme + fin - debut + 1, 0);
  if (total !== longueur || new Set(champs.map((c) => c.debut)).size !== champs.length)
    throw new Rupture(
      'repertoire-faux',
      'le répertoire ne couvre pas toutes les données de la notice',
    );
}

/** Digits only: a blank or a sign is no number. */
function lireNombre(octets: Buffer, debut: number, longueur: number): number | null {
  let nombre = 0;
  for (let i = debut; i < debut + longueur; i += 1) {
    const chiffre = (octets[i] ?? 0) - 0x30;
    if (chiffre < 0 || chiffre > 9) return null;
    nombre = nombre * 10 + chiffre;
  }
  return nombre;
}
