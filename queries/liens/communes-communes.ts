import { z } from 'zod';
import { faits } from '../formes.js';

export const question = 'liens/communes-communes';
export const ordonnee = true;
export const parametres = z.object({ a: z.string(), b: z.string() });
export const ligne = z.object({
  territoire: z.string(),
  nom: z.string(),
  debutA: z.int(),
  finA: z.int(),
  debutB: z.int(),
  finB: z.int(),
  faitsA: faits,
  faitsB: faits,
});
export const cas = [{ a: 'dispositif:pre', b: 'dispositif:asv' }];
