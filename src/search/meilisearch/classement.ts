import type { ClausePesee } from '../elargissement.js';
import { et } from '../expression.js';
import { PREUVE } from '../indexation.js';
import type { Plan } from '../plan.js';
import type { Cle } from '../termes.js';
import type { Large } from './elargissement.js';
import { type Cherche, type Classement, PART_NOM } from './etages.js';
import type { LexiqueCharge } from './lexique.js';
import type { PlaceNom } from './noms.js';

const SANS_NOM: Classement['exacts'] = { titre: [], alias: [] };

/** What ranks the documents that have every word; the vocabulary tells which names may be asked for. */
export function classementDe(
  lexique: LexiqueCharge,
  plan: Plan,
  cherche: Cherche,
  noms: readonly string[],
): Classement {
  const { clauses } = plan;
  const sujets = clauses.flatMap((c) => c.sujet);
  const longueur = Math.floor(sujets.length / PART_NOM);
  const expression = et(clauses.flatMap((c) => c.expression ?? []));
  const de = (place: PlaceNom) => noms.filter((nom) => nom !== '' && lexique.entiers.a(nom, place));
  const [seul, second] = clauses;
  const inachevee = clauses.at(-1)?.prefixes.length !== 0;
  return {
    cherche,
    racines: racinesDe(sujets),
    inachevee,
    forme:
      seul === undefined || second !== undefined || inachevee
        ? undefined
        : motSimple(plan.suggestion ?? seul.ecrit),
    exacts: { titre: de('titre'), alias: de('alias') },
    nomPropre: expression !== undefined && lexique.dansNomPropre(expression, longueur),
    longueur,
    // Stems do not tell the other names of a thing.
    devant: clauses.some((c) => c.autresNoms === true) ? cherche.titre : undefined,
    preuve: lexique.code(PREUVE.nom, PREUVE.valeur),
  };
}

/** What ranks the documents that have most of the words: those of the heaviest set are let go last. */
export function classementLarge(
  large: Large,
  clauses: readonly ClausePesee[],
  limites: readonly string[],
): Classement {
  const autres = clauses.filter((c) => !large.meilleur.includes(c));
  return {
    cherche: { partout: large.assez('cles'), titre: '', limites },
    racines: racinesDe([...large.meilleur, ...autres].flatMap((c) => c.sujet)),
    inachevee: false,
    forme: undefined,
    exacts: SANS_NOM,
    nomPropre: false,
    longueur: 0,
    devant: undefined,
    preuve: undefined,
  };
}

function racinesDe(cles: readonly Cle[]): string[] {
  return cles.map((cle) => motSimple(cle)).filter((mot) => mot !== '');
}

/** A word without the signs that the server takes for its own syntax, nor halves of characters. */
function motSimple(mot: string): string {
  return mot.replace(/[^\p{L}\p{N}\p{M}'’]+/gu, ' ').trim();
}
