import { z } from 'zod';
import { faits } from '../formes.js';

export const question = 'territoires/quartiers';
export const ordonnee = true;
export const parametres = z.object({ commune: z.string() });
export const ligne = z.object({ quartier: z.string(), nom: z.string(), faits });
export const cas = [{ commune: 'commune:95268' }];
