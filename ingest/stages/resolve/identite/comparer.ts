import { compareDispositifs } from './dispositifs.js';
import { compareCommunes, compareIntercommunalites } from './lieux.js';
import { compareOrganismes } from './organismes.js';
import { comparePersonnes } from './personnes.js';
import type { Cadre, TypeNom, Verdict } from './types.js';

const REGLES: Readonly<Record<TypeNom, (a: string, b: string, cadre: Cadre) => Verdict>> = {
  commune: compareCommunes,
  epci: compareIntercommunalites,
  dispositif: compareDispositifs,
  personne: comparePersonnes,
  organisme: compareOrganismes,
};

/** What two printed names of a kind are to each other, by the rules that ingest resolves with. Symmetric. */
export function compareNames(type: TypeNom, a: string, b: string, cadre: Cadre): Verdict {
  return REGLES[type](a, b, cadre);
}
