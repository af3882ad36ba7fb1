import { z } from 'zod';
import { faits } from '../formes.js';

export const question = 'coherence/entites';
export const ordonnee = true;
export const parametres = z.object({});
export const ligne = z.object({ id: z.string(), libelle: z.string(), faits });
export const cas = [{}];
