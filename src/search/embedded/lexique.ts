import {
  COMMENCANT_MAX,
  type Lexique,
  type MotsConnus,
  motsVoisins,
  nomCherche,
  rangerMots,
  SYNONYMES_MAX,
} from '../lexique.js';
import { scalaire } from './scalaire.js';
import type { Base } from './schema.js';

/** Reads the vocabulary on demand; the words near another are looked for in a list read once. */
export function ouvrirLexique(base: Base, motFrancais: Lexique['motFrancais']): Lexique {
  const df = scalaire(base, 'SELECT df AS v FROM vocabulaire WHERE cle = ?');
  const formeDe = scalaire(base, 'SELECT forme AS v FROM vocabulaire WHERE cle = ?');
  const prefixe = scalaire(
    base,
    'SELECT coalesce(sum(df), 0) AS v FROM vocabulaire WHERE cle >= ? AND cle < ?',
  );
  const noms = base.prepare(
    `SELECT mots FROM synonymes WHERE doc IN (SELECT doc FROM synonymes WHERE cle = ?) AND cle <> ? LIMIT ${SYNONYMES_MAX}`,
  );
  const suivants = base.prepare(
    `SELECT cle FROM vocabulaire WHERE cle >= ? AND cle < ? LIMIT ${COMMENCANT_MAX}`,
  );
  let connus: MotsConnus | undefined;
  const forme = (mot: string): string => String(formeDe(mot) ?? mot) || mot;
  return {
    df: (cle) => Number(df(cle) ?? 0),
    forme,
    motFrancais,
    dfPrefixe: (p) => Number(prefixe(p, `${p}\u{10FFFF}`)),
    commencantPar: (p) =>
      (suivants.all(p, `${p}\u{10FFFF}`) as { cle: string }[]).map(({ cle }) => cle),
    voisins(mot) {
      const proches = motsVoisins(mot, () => {
        connus ??= rangerMots(chargerMots(base));
        return connus;
      });
      return proches.map((m) => ({ mot: m, forme: forme(m) }));
    },
    synonymes(cles) {
      const cle = cles.join(' ');
      return (noms.all(cle, cle) as { mots: string }[]).map(({ mots }) => nomCherche(mots));
    },
  };
}

/** Words and the documents that hold each. One string from the engine: reading rows one by one is ten times slower. */
function* chargerMots(base: Base): Generator<[string, number]> {
  const texte = scalaire(
    base,
    `SELECT coalesce(group_concat(cle || ' ' || df, ';'), '') AS v FROM vocabulaire
      WHERE cle >= 'a' AND cle < '{' AND length(cle) BETWEEN 4 AND 30`,
  )();
  for (const ligne of String(texte).split(';')) {
    const [mot = '', df = '0'] = ligne.split(' ');
    yield [mot, Number(df)];
  }
}
