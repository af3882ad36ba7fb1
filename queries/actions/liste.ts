import { z } from 'zod';
import { annees, faits } from '../formes.js';

export const question = 'actions/liste';
export const ordonnee = true;
export const parametres = z.object({ ...annees });
export const ligne = z.object({
  action: z.string(),
  titre: z.string(),
  annee: z.int(),
  numero: z.int(),
  format: z.string(),
  axe: z.string(),
  faits,
});
export const cas = [{ anneeMin: 2012, anneeMax: 2012 }];
