import { z } from 'zod';
import { annees, faits } from '../formes.js';

export const question = 'dispositifs/deploiement';
export const ordonnee = true;
export const parametres = z.object({ dispositif: z.string(), ...annees });
export const ligne = z.object({
  territoire: z.string(),
  nom: z.string(),
  debut: z.int(),
  fin: z.int(),
  faits,
});
export const cas = [{ dispositif: 'dispositif:pre', anneeMin: 2012, anneeMax: 2012 }];
