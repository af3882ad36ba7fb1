import { lireLignes } from '../catalogue/lignes.js';

/** An entry, a character a byte; `close` false when its braces do not balance. */
export interface EntreeBrute {
  readonly brut: string;
  readonly close: boolean;
}

const TAILLE_MAX = 2_000_000;
const OUVRE = /@\s*[A-Za-z]+\s*[{(]/g;
/** Where an entry surely starts: at the head of a line, its key and a comma after. */
const SUIVANTE = /\n[ \t]*@\s*[A-Za-z]+\s*[{(]\s*(?:[^\s,{}()="]+\s*,|[\w-]+\s*=)/g;

/**
 * Cuts a stream into entries, by their braces. An entry that is still open where the next one surely starts is broken:
 * it ends there. What stands between entries is a comment.
 */
export async function* decouperEntrees(
  flux: AsyncIterable<Uint8Array>,
): AsyncGenerator<EntreeBrute> {
  let attente = '';
  for await (const lignes of lireLignes(flux)) {
    attente = yield* rendre(
      `${attente}${lignes.join('\n')}${lignes.length > 0 ? '\n' : ''}`,
      false,
    );
  }
  yield* rendre(attente, true);
}

function* rendre(texte: string, dernier: boolean): Generator<EntreeBrute, string> {
  let place = 0;
  for (;;) {
    OUVRE.lastIndex = place;
    const m = OUVRE.exec(texte);
    if (m === null) return garderFin(texte.slice(place));
    SUIVANTE.lastIndex = m.index + 1;
    const suivante = SUIVANTE.exec(texte)?.index ?? -1;
    const borne = suivante === -1 ? texte.length : suivante;
    const fin = fermer(texte, m.index + m[0].length - 1, borne);
    if (fin === -1 && suivante === -1 && !dernier && texte.length - m.index < TAILLE_MAX)
      return texte.slice(m.index);
    place = fin === -1 ? borne : fin;
    yield { brut: texte.slice(m.index, place).trimEnd(), close: fin !== -1 };
  }
}

/** Only the beginning of an entry is worth keeping of what opens none. */
function garderFin(reste: string): string {
  const arobase = reste.lastIndexOf('@');
  return arobase === -1 || reste.length - arobase > 100 ? '' : reste.slice(arobase);
}

/** The offset after the sign that closes the entry, -1 when it is not before `borne`. */
function fermer(texte: string, ouvrante: number, borne: number): number {
  const parenthese = texte[ouvrante] === '(';
  let profondeur = parenthese ? 0 : 1;
  for (let i = ouvrante + 1; i < borne; i += 1) {
    const c = texte.charCodeAt(i);
    if (c === 0x7b) profondeur += 1;
    else if (c === 0x7d) {
      profondeur -= 1;
      if (profondeur === 0 && !parenthese) return i + 1;
    } else if (c === 0x29 && parenthese && profondeur === 0) return i + 1;
  }
  return -1;
}
