import { z } from 'zod';
import { faits } from '../formes.js';

export const question = 'graphe/voisinage';
export const ordonnee = true;
export const parametres = z.object({ id: z.string(), limite: z.int() });
export const ligne = z.object({
  relation: z.string(),
  de: z.string(),
  vers: z.string(),
  libelleDe: z.string(),
  libelleVers: z.string(),
  faits,
});
export const cas = [{ id: 'commune:95268', limite: 50 }];
