import { z } from 'zod';
import { annees } from '../formes.js';

export const question = 'intervenants/liste';
export const ordonnee = true;
export const parametres = z.object({ ...annees });
export const ligne = z.object({ intervenant: z.string(), nom: z.string(), actions: z.int() });
export const cas = [{ anneeMin: 0, anneeMax: 9999 }];
