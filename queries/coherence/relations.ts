import { z } from 'zod';
import { faits } from '../formes.js';

export const question = 'coherence/relations';
export const ordonnee = true;
export const parametres = z.object({});
export const ligne = z.object({
  id: z.string(),
  relation: z.string(),
  de: z.string(),
  vers: z.string(),
  faits,
});
export const cas = [{}];
