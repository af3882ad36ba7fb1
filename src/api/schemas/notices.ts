import { z } from 'zod';
import { ROLES_AUTEUR } from '../../domain/notice.js';
import { champ, fiche, liste, maillon, preuve } from './commun.js';

const auteur = z.object({
  nom: z.string(),
  prenom: z.string().optional(),
  dates: z.string().optional(),
  collectif: z.boolean().optional(),
  role: z.enum(ROLES_AUTEUR),
});

const texteOuNul = z.string().nullable();

export const resultatNotice = z.object({
  type: z.literal('Notice'),
  id: z.string(),
  titre: z.string(),
  complement: texteOuNul,
  nature: z.string().meta({ description: 'livre, article, rapport…' }),
  auteurs: liste(auteur),
  annee: z.number().int().nullable(),
  date: texteOuNul.meta({ description: 'Telle qu’elle est imprimée' }),
  editeur: texteOuNul,
  hote: texteOuNul.meta({ description: 'Revue, ou ouvrage qui la contient' }),
  numero: texteOuNul,
  cote: texteOuNul,
  document: texteOuNul,
  page: z.number().int().nullable(),
  url: z.string(),
});

/** The records about an entity: the first ones, their number, and the address of the list of all. */
export const noticesLiees = z.object({
  total: z.number().int(),
  resultats: liste(resultatNotice.extend({ maillons: liste(maillon) })),
  url: z.string(),
});

export const ficheNotice = fiche.extend({
  champs: liste(champ),
  auteurs: liste(auteur),
  exemplaires: liste(z.string()),
  autres: liste(
    z.object({ etiquette: z.string(), valeur: z.string(), preuves: liste(preuve) }),
  ).meta({ description: 'Les champs sans place dans le modèle, sous leur étiquette d’origine' }),
  liens: liste(maillon.extend({ champs: liste(z.string()) })).meta({
    description: 'Ce que la notice documente, et les champs où elle le dit',
  }),
  variantes: liste(champ).meta({
    description: 'Ce que disent autrement les autres notices du même ouvrage',
  }),
  lieux: liste(
    z.object({
      document: z.string(),
      page: z.number().int(),
      titre: z.string(),
      fichier: z.string(),
      url: z.string(),
      texte: z.string(),
    }),
  ).meta({ description: 'Où se trouve la notice, et son texte tel qu’il a été reçu' }),
  remarques: liste(z.object({ code: z.string(), message: z.string() })),
});
