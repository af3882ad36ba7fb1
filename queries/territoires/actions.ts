import { z } from 'zod';
import { annees, chaine } from '../formes.js';

export const question = 'territoires/actions';
export const parametres = z.object({ commune: z.string(), ...annees });
export const ligne = chaine;
export const cas = [{ commune: 'commune:95268', anneeMin: 2012, anneeMax: 2012 }];
