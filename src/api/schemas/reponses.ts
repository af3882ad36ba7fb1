import { z } from 'zod';
import { INTENTIONS, NATURES, PORTEES } from '../../questions/types.js';
import { bornes, couverture, facettes, liste, maillon, preuve, reference } from './commun.js';

const porteeOuApart = z.enum([...PORTEES, 'citee', 'reservee']);

export const resultatAction = z.object({
  type: z.literal('Action'),
  id: z.string(),
  titre: z.string(),
  axe: z.string().nullable(),
  numero: z.number().int().nullable(),
  annee: z.number().int().nullable(),
  format: z.string().nullable(),
  periode: z.string().nullable(),
  portee: porteeOuApart.optional(),
  chaine: liste(maillon).optional(),
  chaines: liste(z.object({ portee: porteeOuApart, maillons: liste(maillon) })).optional(),
  preuves: liste(preuve),
  url: z.string(),
});

export const actionComparee = resultatAction.extend({
  nature: z.string().meta({
    description:
      '« nouvelle », « identique », « disparue », ou ce qui change, joint par des virgules : reformulee, axe, territoire, public',
  }),
  avant: reference.optional(),
  maillons: liste(maillon).optional(),
});

const lien = z.object({
  type: z.literal('Lien'),
  nature: z.enum(['action', 'commune', 'intervenant', 'passage']),
  id: z.string(),
  titre: z.string(),
  phrase: z.string(),
  maillons: liste(maillon),
  preuves: liste(preuve),
  url: z.string().nullable(),
});

export const deploiement = z.object({
  type: z.enum(['Commune', 'Intercommunalite']),
  id: z.string(),
  titre: z.string(),
  debut: z.number().int(),
  fin: z.number().int(),
  maillons: liste(maillon),
  preuves: liste(preuve),
  url: z.string(),
});

const resultatTexte = z.object({
  type: z.string(),
  id: z.string(),
  titre: z.string(),
  extrait: z.string().meta({ description: 'Mots trouvés entre U+E000 et U+E001' }),
  document: z.string().nullable(),
  page: z.number().int().nullable(),
  score: z.number(),
  url: z.string(),
});

const parPortee = z.record(z.enum(PORTEES), z.number().int());
const sansReponse = z.object({ motif: z.string(), phrase: z.string() });
const territoire = reference.extend({ ancienNom: z.string().optional() });

const equation = z.object({
  intention: z.enum(INTENTIONS),
  commune: territoire.optional(),
  communes: liste(territoire).optional(),
  intercommunalite: reference.optional(),
  quartier: reference.optional(),
  departement: reference.optional(),
  dispositifs: liste(reference).optional(),
  themes: liste(reference).optional(),
  publics: liste(reference).optional(),
  annee: bornes.optional(),
  intervenant: reference.optional(),
  format: z.string().optional(),
  axes: liste(reference).optional(),
  periode: z.string().optional(),
  portee: z.enum(PORTEES).optional(),
  exclus: liste(reference).optional(),
  mots: z.string().optional(),
});

export const reponse = z.object({
  question: z.string(),
  equation,
  phrase: z.string(),
  resultats: liste(z.union([actionComparee, resultatAction, lien, deploiement, resultatTexte])),
  total: z.number().int(),
  parPortee: parPortee.optional(),
  apart: liste(resultatAction).optional(),
  proches: liste(resultatTexte).optional(),
  couverture,
  sansReponse: sansReponse.optional(),
});

export const actionsTerritoire = z.object({
  territoire,
  annee: bornes.nullable(),
  phrase: z.string(),
  total: z.number().int(),
  parPortee,
  resultats: liste(resultatAction),
  apart: liste(resultatAction),
  couverture,
});

export const reponseLiens = z.object({
  de: reference,
  vers: reference,
  phrase: z.string(),
  total: z.number().int(),
  resultats: liste(lien),
  couverture,
});

const programmeCompare = reference.extend({ annee: z.number().int() });

export const reponseComparaison = z.object({
  ancien: programmeCompare,
  nouveau: programmeCompare,
  phrase: z.string(),
  total: z.number().int(),
  parNature: z.record(z.enum(NATURES), z.number().int()),
  resultats: liste(actionComparee),
  aConfirmer: liste(z.string()),
  couverture,
});

export const reponseDeploiement = z.object({
  dispositif: reference,
  annee: bornes.nullable(),
  phrase: z.string(),
  total: z.number().int(),
  resultats: liste(deploiement),
  sansReponse: sansReponse.optional(),
  couverture,
});

export const reponseRecherche = z.object({
  total: z.number().int(),
  page: z.number().int(),
  taille: z.number().int(),
  resultats: liste(resultatTexte),
  facettes,
  suggestion: z.string().optional(),
  elargie: z
    .boolean()
    .optional()
    .meta({ description: 'Aucun texte n’a tous les mots : ceux qui en ont le plus' }),
  part: z.number().optional().meta({ description: 'Part de la demande que le meilleur contient' }),
  absents: liste(z.string()).optional().meta({ description: 'Mots qu’aucun texte ne contient' }),
  couverture,
});
