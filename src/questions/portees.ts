import type { Label } from '../domain/schema.js';
import type { Portee, Reference } from './types.js';

/** How a question asks for one portée only; folded text, first match wins. */
const DEMANDES: readonly (readonly [RegExp, Portee])[] = [
  // « touchent Persan nommément », « par leur nom »
  [/\b(?:nommement|nominativement|par (?:son|leur) nom|nommees?|explicitement)\b/, 'nommee'],
  // « par un quartier », « par l'un de ses quartiers »
  [/\bpar (?:un(?: de ses)?|l'un de ses|ses|le|les|leurs?) quartiers?\b/, 'quartier'],
  [
    /\b(?:par (?:un |une |son |leur |l')?(?:groupement|intercommunalite|agglomeration)|intercommunales)\b/,
    'groupement',
  ],
  [/\bpar (?:un|le|les|des) dispositifs?\b(?! [a-z]*[A-Z])/, 'dispositif'],
  // « actions départementales », « par le département »
  [
    /\b(?:(?:actions? )?(?:departementales?|a l'echelle (?:du departement|departementale))|par le departement(?! (?:du|de|d')))\b/,
    'departement',
  ],
];

/** Where a question asks for one portée; offsets of the folded text. */
export function lirePortee(
  plie: string,
): { readonly portee: Portee; readonly debut: number; readonly fin: number } | null {
  for (const [motif, portee] of DEMANDES) {
    const m = motif.exec(plie);
    if (m !== null) return { portee, debut: m.index, fin: m.index + m[0].length };
  }
  return null;
}

export function referencePortee(portee: Portee): Reference {
  return { type: 'Portee', id: portee, libelle: PAR[portee], url: null };
}

const PAR: Readonly<Record<Portee, string>> = {
  nommee: 'nommément',
  quartier: 'par un quartier',
  groupement: 'par un groupement',
  dispositif: 'par un dispositif',
  departement: 'par le département',
};

/**
 * What a portée says of a territory of a kind, the same name everywhere but where the territory
 * holds others: naming a member commune is naming the intercommunalité.
 */
export function enPortee(portee: Portee, territoire: Label): string {
  if (portee === 'nommee' && territoire === 'Intercommunalite')
    return 'nommément (elle ou une commune membre)';
  if (portee === 'nommee' && territoire === 'Departement')
    return 'nommément (lui ou une de ses communes)';
  if (portee === 'groupement' && territoire === 'Quartier')
    return 'par sa commune ou son groupement';
  return PAR[portee];
}
