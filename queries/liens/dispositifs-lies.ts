import { z } from 'zod';

export const question = 'liens/dispositifs-lies';
export const parametres = z.object({ dispositif: z.string() });
export const ligne = z.object({
  dispositif: z.string(),
  nom: z.string(),
  nature: z.enum(['actions', 'territoires']),
  nombre: z.int(),
});
export const cas = [{ dispositif: 'dispositif:pre' }];
