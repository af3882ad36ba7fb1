import { z } from 'zod';
import { annees, chaine } from '../formes.js';

export const question = 'territoires/actions-intercommunalite';
export const parametres = z.object({ intercommunalite: z.string(), ...annees });
export const ligne = chaine;
export const cas = [
  { intercommunalite: 'intercommunalite:249500380', anneeMin: 2012, anneeMax: 2012 },
];
