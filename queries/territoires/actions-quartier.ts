import { z } from 'zod';
import { annees, chaine } from '../formes.js';

export const question = 'territoires/actions-quartier';
export const parametres = z.object({ quartier: z.string(), ...annees });
export const ligne = chaine;
export const cas = [{ quartier: 'quartier:zus-1', anneeMin: 2012, anneeMax: 2012 }];
