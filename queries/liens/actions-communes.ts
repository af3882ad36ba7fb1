import { z } from 'zod';
import { faits } from '../formes.js';

export const question = 'liens/actions-communes';
export const parametres = z.object({ a: z.string(), b: z.string() });
export const ligne = z.object({
  action: z.string(),
  titre: z.string(),
  annee: z.int(),
  roleA: z.string(),
  roleB: z.string(),
  faitsA: faits,
  faitsB: faits,
});
export const cas = [{ a: 'dispositif:pre', b: 'dispositif:asv' }];
