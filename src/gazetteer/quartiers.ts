import { PARTICULES, tokenize } from './tokens.js';
import type { Quartier } from './types.js';

const GENERIQUES = new Set([
  'quartier',
  'quartiers',
  'cite',
  'cites',
  'residence',
  'secteur',
  'zus',
  'qpv',
]);

/** Words that tell a quarter from another: neither links nor « quartier », « cité ». */
function mots(nom: string): Set<string> {
  return new Set(
    tokenize(nom)
      .map((j) => j.singulier)
      .filter((mot) => !PARTICULES.has(mot) && !GENERIQUES.has(mot)),
  );
}

/**
 * The quarter of these communes that a printed name means: the words of one contain those of
 * the other (« Joliot-Curie », « Cité Joliot-Curie »), the closest first; undefined when none
 * or when two are as close (« Val d'Argent » for Val d'Argent Nord and Sud).
 */
export function findQuartier(
  quartiers: readonly Quartier[],
  nom: string,
  communes: readonly string[],
): Quartier | undefined {
  const cherches = mots(nom);
  if (cherches.size === 0) return undefined;
  const trouves = quartiers
    .filter((q) => q.communes.some((id) => communes.includes(id)))
    .map((q) => ({ q, connus: mots(q.nom) }))
    .filter(({ connus }) => inclus(cherches, connus) || inclus(connus, cherches))
    .map(({ q, connus }) => ({ q, ecart: Math.abs(connus.size - cherches.size) }))
    .sort((a, b) => a.ecart - b.ecart);
  const [premier, second] = trouves;
  return second !== undefined && second.ecart === premier?.ecart ? undefined : premier?.q;
}

function inclus(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && [...a].every((mot) => b.has(mot));
}
