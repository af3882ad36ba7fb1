import { z } from 'zod';
import { PORTEES } from '../questions/types.js';
import { champs } from './messages.js';

/** Longest question or search that is answered, in characters. */
const QUESTION_MAX = 500;
/** Longest list page. */
const TAILLE_MAX = 200;

/** A whole number written in digits, between two bounds. */
export const entier = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,7}$/, { error: champs.entier })
    .transform(Number)
    .pipe(z.number().min(min).max(max));

export const pagination = {
  page: entier(1, 1_000_000).prefault('1'),
  taille: entier(1, TAILLE_MAX).prefault('20'),
};

export const question = z
  .string({ error: (issue) => (issue.input === undefined ? champs.manquant : undefined) })
  .trim()
  .min(1)
  .max(QUESTION_MAX);

export const identifiant = z.strictObject({ id: z.string().min(1).max(300) });

/** One value of a filter, or an id. */
export const mot = z
  .string({ error: (issue) => (issue.input === undefined ? champs.manquant : undefined) })
  .trim()
  .min(1)
  .max(300);

export const annuel = entier(1900, 2200);

export const annee = z
  .string()
  .regex(/^\d{4}(-\d{4})?$/, { error: champs.annee })
  .transform((texte) => {
    const [debut = 0, fin = debut] = texte.split('-').map(Number);
    return { debut: Math.min(debut, fin), fin: Math.max(debut, fin) };
  });

export const portee = z.enum([...PORTEES, 'citee', 'reservee']);

/** One value or several (`?annee=2011&annee=2012`), as a list. */
export const valeurs = z
  .union([z.string().max(200), z.array(z.string().max(200)).max(50)])
  .transform((v) => (typeof v === 'string' ? [v] : v));

export const aucun = z.strictObject({});

const FACETTES = ['type', 'annee', 'axe', 'commune', 'dispositif', 'public', 'theme'] as const;

/** What narrows a search: one value or several of each facet. */
export const facettesRecherche = Object.fromEntries(
  FACETTES.map((nom) => [nom, valeurs.optional()]),
) as Record<(typeof FACETTES)[number], z.ZodOptional<typeof valeurs>>;
