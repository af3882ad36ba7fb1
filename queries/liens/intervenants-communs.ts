import { z } from 'zod';
import { faits } from '../formes.js';

export const question = 'liens/intervenants-communs';
export const parametres = z.object({ a: z.string(), b: z.string() });
export const ligne = z.object({
  intervenant: z.string(),
  nom: z.string(),
  actionA: z.string(),
  roleA: z.string(),
  faitsA: faits,
  actionB: z.string(),
  roleB: z.string(),
  faitsB: faits,
});
export const cas = [{ a: 'dispositif:pre', b: 'dispositif:asv' }];
