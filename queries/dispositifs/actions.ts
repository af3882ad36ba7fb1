import { z } from 'zod';
import { annees, faits } from '../formes.js';

export const question = 'dispositifs/actions';
export const ordonnee = true;
export const parametres = z.object({ dispositif: z.string(), ...annees });
export const ligne = z.object({
  action: z.string(),
  titre: z.string(),
  annee: z.int(),
  role: z.string(),
  exclusif: z.boolean(),
  faits,
});
export const cas = [{ dispositif: 'dispositif:pre', anneeMin: 2012, anneeMax: 2012 }];
