import { z } from 'zod';
import { faits } from '../formes.js';

export const question = 'actions/details';
export const parametres = z.object({ action: z.string() });
export const ligne = z.object({
  relation: z.string(),
  sens: z.enum(['sortant', 'entrant']),
  autre: z.string(),
  libelle: z.string(),
  role: z.string(),
  fonction: z.string(),
  faits,
});
export const cas = [{ action: 'action:exemple' }];
