import { z } from 'zod';
import { faits } from '../formes.js';

export const question = 'programmes/axes';
export const ordonnee = true;
export const parametres = z.object({ programme: z.string() });
export const ligne = z.object({
  axe: z.string(),
  titreAxe: z.string(),
  ordinal: z.int(),
  element: z.string(),
  titre: z.string(),
  numero: z.int(),
  faitsAxe: faits,
  faitsElement: faits,
});
export const cas = [{ programme: 'programme:exemple' }];
