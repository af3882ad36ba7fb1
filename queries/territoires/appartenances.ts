import { z } from 'zod';
import { faits } from '../formes.js';

export const question = 'territoires/appartenances';
export const ordonnee = true;
export const parametres = z.object({ commune: z.string() });
export const ligne = z.object({
  intercommunalite: z.string(),
  nom: z.string(),
  debut: z.int(),
  fin: z.int(),
  faits,
});
export const cas = [{ commune: 'commune:95268' }];
