const FIN = 0x1d;

/** A stretch of the file up to a record terminator, which it holds when it has one. */
export interface Troncon {
  readonly octets: Buffer;
  /** False for the end of a file that no terminator closes. */
  readonly clos: boolean;
  /** True when the record was larger than allowed: only its beginning is here. */
  readonly demesure: boolean;
}

/**
 * Cuts a stream at the record terminators (0x1D) and nowhere else: the lengths that records announce are
 * checked afterwards. Line breaks between records, and a mark of UTF-8, are no part of them. Never holds more than `taille` bytes.
 */
export async function* decouper(
  flux: AsyncIterable<Uint8Array>,
  taille: number,
): AsyncGenerator<Troncon> {
  let attente: Buffer[] = [];
  let retenu = 0;
  let demesure = false;
  const garder = (morceau: Buffer): void => {
    const place = taille - retenu;
    if (morceau.length > place) demesure = true;
    if (place > 0) attente.push(morceau.subarray(0, place));
    retenu += Math.min(place, morceau.length);
  };
  const rendre = (clos: boolean): Troncon | null => {
    const octets = sansTete(
      attente.length === 1 && attente[0] ? attente[0] : Buffer.concat(attente),
    );
    const troncon = { octets, clos, demesure };
    [attente, retenu, demesure] = [[], 0, false];
    return octets.length === 0 ? null : troncon;
  };
  for await (const lu of flux) {
    const octets = Buffer.from(lu.buffer, lu.byteOffset, lu.byteLength);
    let debut = 0;
    for (let fin = octets.indexOf(FIN); fin !== -1; fin = octets.indexOf(FIN, debut)) {
      garder(octets.subarray(debut, fin + 1));
      debut = fin + 1;
      const troncon = rendre(true);
      if (troncon !== null) yield troncon;
    }
    if (debut < octets.length) garder(Buffer.from(octets.subarray(debut)));
  }
  const reste = rendre(false);
  if (reste !== null) yield reste;
}

function sansTete(octets: Buffer): Buffer {
  let debut = octets[0] === 0xef && octets[1] === 0xbb && octets[2] === 0xbf ? 3 : 0;
  while (debut < octets.length && [0x0a, 0x0d, 0x20, 0x09, 0x1a, 0].includes(octets[debut] ?? -1))
    debut += 1;
  return octets.subarray(debut);
}
