import { z } from 'zod';
import { annees, chaine } from '../formes.js';

export const question = 'territoires/actions-departement';
export const parametres = z.object({ departement: z.string(), ...annees });
export const ligne = chaine;
export const cas = [{ departement: 'departement:95', anneeMin: 2012, anneeMax: 2012 }];
