import type { Bloc } from '../../../src/domain/bloc.js';
import type { Preuve } from '../../../src/domain/fait.js';
import type { IntervenantLu } from '../../../src/french/names.js';
import type { Contexte } from './contexte.js';
import { proofs } from './contexte.js';

interface Tranche {
  readonly debut: number;
  readonly fin: number;
}

/** Between a function and a name: marks, a title of civility, an article. */
const AVANT_NOM =
  /^[\s:,–-]*(?:(?:M\.|Mme|Mlle|Monsieur|Madame|Mademoiselle|Dr\.?|Docteur|Pr\.?|Professeur|Me|Maître)\s+)?$/;
/** Between two slices of one passage. */
const COLLE = /^[\s,;:.()–—-]*$/;

/** Proofs of a name with what is said of it (function, organisation), as printed: one slice, or several when they stand apart. */
export function proofsWith(
  contexte: Contexte,
  valeur: Bloc,
  lu: IntervenantLu,
  dits: readonly (string | undefined)[],
): Preuve[] {
  const tranches = [
    { debut: lu.debut, fin: lu.fin },
    ...dits.flatMap((dit) => (dit === undefined ? [] : locate(valeur.texte, lu, dit))),
  ];
  return joined(valeur.texte, tranches).flatMap(({ debut, fin }) =>
    proofs(contexte, valeur, debut, fin),
  );
}

/** Where the words said of a name stand: right before it, else after it, else in two parts (« sociologue X (par intérim) »). */
function locate(texte: string, lu: IntervenantLu, dit: string): Tranche[] {
  const avant = texte.lastIndexOf(dit, lu.debut - dit.length);
  const colle = avant >= 0 && AVANT_NOM.test(texte.slice(avant + dit.length, lu.debut));
  const place = colle ? avant : texte.indexOf(dit, lu.fin);
  if (place >= 0) return [{ debut: place, fin: place + dit.length }];
  const [, tete, remarque] = /^(.+?)\s+(\([^()]*\))$/su.exec(dit) ?? [];
  if (tete === undefined || remarque === undefined) return [];
  return [...locate(texte, lu, tete), ...locate(texte, lu, remarque)];
}

function joined(texte: string, tranches: readonly Tranche[]): Tranche[] {
  const suite: Tranche[] = [];
  for (const t of tranches.toSorted((a, b) => a.debut - b.debut)) {
    const derniere = suite.at(-1);
    const entre = derniere === undefined ? '' : texte.slice(derniere.fin, t.debut);
    if (derniere !== undefined && (COLLE.test(entre) || AVANT_NOM.test(entre)))
      suite[suite.length - 1] = { debut: derniere.debut, fin: Math.max(derniere.fin, t.fin) };
    else suite.push(t);
  }
  return suite;
}
