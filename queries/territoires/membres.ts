import { z } from 'zod';
import { annees, faits } from '../formes.js';

export const question = 'territoires/membres';
export const ordonnee = true;
export const parametres = z.object({ intercommunalite: z.string(), ...annees });
export const ligne = z.object({
  commune: z.string(),
  nom: z.string(),
  debut: z.int(),
  fin: z.int(),
  faits,
});
export const cas = [
  { intercommunalite: 'intercommunalite:249500380', anneeMin: 2012, anneeMax: 2012 },
];
