import { z } from 'zod';
import type { FicheFait } from '../../questions/fiches/types.js';
import {
  document,
  fiche,
  liste,
  maillon,
  preuve,
  proprietes,
  reference,
  statut,
  valeur,
} from './commun.js';
import { noticesLiees } from './notices.js';
import { deploiement, resultatAction } from './reponses.js';

export const ficheAction = fiche.extend({
  notices: noticesLiees,
  annee: z.number().int().nullable(),
  axe: reference.nullable(),
  programme: reference.nullable(),
  territoires: liste(maillon),
  cites: liste(maillon),
  dispositifs: liste(maillon),
  publics: liste(maillon),
  themes: liste(maillon),
  intervenants: liste(maillon),
  publications: liste(maillon),
  suites: liste(maillon),
  precedente: reference.nullable(),
  suivante: reference.nullable(),
});

const actionLiee = resultatAction.extend({ maillons: liste(maillon) });

export const ficheDispositif = fiche.extend({
  notices: noticesLiees,
  sigle: z.string().nullable(),
  definition: z.string().nullable(),
  actions: liste(actionLiee),
  deploiement: liste(deploiement),
  liens: liste(
    reference.extend({
      actionsObjet: z.number().int(),
      actions: z.number().int(),
      communes: z.number().int(),
    }),
  ),
  predecesseurs: liste(maillon),
  successeurs: liste(maillon),
});

export const ficheIntervenant = fiche.extend({
  notices: noticesLiees,
  actions: liste(actionLiee),
  organismes: liste(maillon),
  membres: liste(maillon),
});

export const ficheTerritoire = fiche.extend({
  notices: noticesLiees,
  departement: reference.nullable(),
  appartenances: liste(maillon),
  quartiers: liste(reference),
  communes: liste(reference),
  dispositifs: liste(maillon),
});

export const ficheProgramme = fiche.extend({
  annee: z.number().int().nullable(),
  axes: liste(
    z.object({
      axe: reference,
      ordinal: z.number().int().nullable(),
      actions: liste(resultatAction),
      autres: liste(reference),
    }),
  ),
  documents: liste(document),
  precedent: reference.nullable(),
  suivants: liste(reference),
});

export const voisinage = z.object({
  centre: z.string(),
  noeuds: liste(reference),
  aretes: liste(
    z.object({
      id: z.string(),
      type: z.string(),
      de: z.string(),
      vers: z.string(),
      proprietes,
      faits: liste(z.string()),
    }),
  ),
  total: z.number().int(),
});

const faitSeul = z.object({
  id: z.string(),
  sujet: z.string(),
  predicat: z.string(),
  objet: z.string().optional(),
  valeur: valeur.optional(),
  proprietes: proprietes.optional(),
  statut,
  regle: z.string(),
  sources: liste(z.string()).optional(),
  preuves: liste(preuve),
  confiance: z.number().optional(),
  sequence: z.number().int(),
  retire: z.number().int().optional(),
  sujetReference: reference,
  objetReference: reference.nullable(),
  phrase: z.string().nullable(),
  preuvesSituees: liste(preuve),
});

/** A fact with the facts it is deduced from, to any depth. */
export const fait: z.ZodType<FicheFait> = faitSeul
  .extend({
    get origines(): z.ZodType<readonly FicheFait[]> {
      return z.lazy(() => liste(fait));
    },
  })
  .meta({ id: 'Fait' }) as unknown as z.ZodType<FicheFait>;

export const pageDocument = z.object({
  document,
  page: z.object({
    numero: z.number().int(),
    imprimee: z.number().int().nullable(),
    etat: z.enum(['lu', 'vide', 'ocr', 'illisible']),
    raison: z.string().optional(),
    confiance: z.number().optional(),
    texte: z.string(),
  }),
  precedente: z.string().nullable(),
  suivante: z.string().nullable(),
});
