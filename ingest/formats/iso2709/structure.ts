/** Where a field stands in its record: bytes `debut` to `fin`, where its terminator is. */
export interface ChampSitue {
  readonly etiquette: string;
  readonly debut: number;
  readonly fin: number;
}

/** The fields of a record in the order of its directory; together they share out its data, which start at `base`. */
export interface Structure {
  readonly base: number;
  readonly champs: readonly ChampSitue[];
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
export function situerChamps(octets: Buffer): Structure {
  verifierLongueur(octets);
  const base = lireNombre(octets, 12, 5);
  if (base === null)
    throw new Rupture('guide-faux', 'l’adresse de base de la notice n’est pas un nombre');
  if (base <= GUIDE || base > octets.length || octets[base - 1] !== FIN_DE_CHAMP)
    throw new Rupture('repertoire-faux', `l’adresse de base (${base}) ne suit pas le répertoire`);
  if ((base - 1 - GUIDE) % ENTREE !== 0)
    throw new Rupture('repertoire-faux', 'le répertoire n’a pas un nombre entier d’entrées');
  const repertoire = octets.toString('latin1', 0, base);
  const champs: ChampSitue[] = [];
  for (let place = GUIDE; place < base - 1; place += ENTREE) {
    const champ = lireEntree(repertoire, place, base);
    if (champ === null) {
      const rang = 1 + (place - GUIDE) / ENTREE;
      throw new Rupture('repertoire-faux', `l’entrée ${rang} du répertoire est illisible`);
    }
    verifierPlace(octets, champ);
    champs.push(champ);
  }
  verifierPartage(champs, base, octets.length - 1);
  return { base, champs };
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

/** An entry: three letters or digits of tag, four digits of length, five of place. */
function lireEntree(repertoire: string, place: number, base: number): ChampSitue | null {
  const etiquette = repertoire.slice(place, place + 3);
  const chiffres = repertoire.slice(place + 3, place + ENTREE);
  if (!/^[0-9A-Za-z]{3}$/.test(etiquette) || !/^\d{9}$/.test(chiffres)) return null;
  const debut = base + Number(chiffres.slice(4));
  return { etiquette, debut, fin: debut + Number(chiffres.slice(0, 4)) - 1 };
}

function verifierPlace(octets: Buffer, { etiquette, debut, fin }: ChampSitue): void {
  if (fin < debut || fin >= octets.length - 1 || octets[fin] !== FIN_DE_CHAMP)
    throw new Rupture(
      'repertoire-faux',
      `le champ ${etiquette} n’est pas où le répertoire l’annonce`,
    );
}

/** Each field starts where another ends, from the first byte of the data to the last. */
function verifierPartage(champs: readonly ChampSitue[], base: number, fin: number): void {
  let place = base;
  for (const champ of dansLOrdre(champs)) {
    if (champ.debut !== place)
      throw new Rupture(
        'repertoire-faux',
        `le champ ${champ.etiquette} n’est pas où le répertoire l’annonce`,
      );
    place = champ.fin + 1;
  }
  if (place !== fin)
    throw new Rupture(
      'repertoire-faux',
      'le répertoire ne couvre pas toutes les données de la notice',
    );
}

/** Fields in the order of the data: nearly always that of the directory. */
export function dansLOrdre(champs: readonly ChampSitue[]): readonly ChampSitue[] {
  const range = champs.every((c, i) => i === 0 || c.debut > (champs[i - 1]?.debut ?? 0));
  return range ? champs : [...champs].sort((a, b) => a.debut - b.debut);
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
