import { z } from 'zod';
import { annees, faits } from '../formes.js';

export const question = 'intervenants/actions';
export const ordonnee = true;
export const parametres = z.object({ intervenant: z.string(), ...annees });
export const ligne = z.object({
  action: z.string(),
  titre: z.string(),
  annee: z.int(),
  role: z.string(),
  fonction: z.string(),
  faits,
});
export const cas = [{ intervenant: 'personne:exemple', anneeMin: 0, anneeMax: 9999 }];
