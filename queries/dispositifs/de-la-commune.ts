import { z } from 'zod';
import { annees, faits } from '../formes.js';

export const question = 'dispositifs/de-la-commune';
export const parametres = z.object({ commune: z.string(), ...annees });
export const ligne = z.object({
  dispositif: z.string(),
  nom: z.string(),
  via: z.string(),
  debut: z.int(),
  fin: z.int(),
  faits,
});
export const cas = [{ commune: 'commune:95268', anneeMin: 2012, anneeMax: 2012 }];
