/** Lines in the order of their code units, one after the other: looked up where they stand, for a set of them takes long to make. */
export interface ListeTriee {
  readonly texte: string;
  /** Offset after the comments at the head. */
  readonly debut: number;
}

/** A sorted text of one word a line, its comments (« # ») at the head left out. */
export function lignesTriees(texte: string): ListeTriee {
  let debut = 0;
  while (texte.startsWith('#', debut)) debut = texte.indexOf('\n', debut) + 1;
  return { texte, debut };
}

/** True when one of the lines is the word. */
export function contient(liste: ListeTriee, mot: string): boolean {
  return ligneDe(liste, premiere(liste, mot)) === mot;
}

/** True when one of the lines is the word, letters that differ by their accents taken for the same. */
export function contientSansAccents(liste: ListeTriee, mot: string): boolean {
  return chercher(liste, '', [...mot]);
}

const VARIANTES: Readonly<Record<string, string>> = {
  a: 'aàâä',
  c: 'cç',
  e: 'eéèêë',
  i: 'iîï',
  o: 'oôö',
  u: 'uùûü',
};

function chercher(liste: ListeTriee, prefixe: string, reste: readonly string[]): boolean {
  const [lettre, ...suite] = reste;
  if (lettre === undefined) return contient(liste, prefixe);
  // most beginnings are those of no word: the search stays narrow
  if (!ligneDe(liste, premiere(liste, prefixe)).startsWith(prefixe)) return false;
  return [...(VARIANTES[lettre] ?? lettre)].some((v) => chercher(liste, prefixe + v, suite));
}

/** Offset of the first line that is not before the word. */
function premiere({ texte, debut }: ListeTriee, mot: string): number {
  let [bas, haut] = [debut, texte.length];
  while (bas < haut) {
    const milieu = Math.floor((bas + haut) / 2);
    const ligne = Math.max(bas, texte.lastIndexOf('\n', milieu - 1) + 1);
    const fin = finDeLigne(texte, ligne);
    if (texte.slice(ligne, fin) < mot) bas = fin + 1;
    else haut = ligne;
  }
  return bas;
}

function ligneDe({ texte }: ListeTriee, debut: number): string {
  return texte.slice(debut, finDeLigne(texte, debut));
}

function finDeLigne(texte: string, debut: number): number {
  const fin = texte.indexOf('\n', debut);
  return fin < 0 ? texte.length : fin;
}
