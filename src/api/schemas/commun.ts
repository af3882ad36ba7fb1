import { z } from 'zod';

/** A list as the services give it: read only. */
export const liste = <T extends z.ZodType>(element: T) => z.array(element).readonly();

const texteOuNul = z.string().nullable();
const entierOuNul = z.number().int().nullable();

export const valeur = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  liste(z.string()),
  liste(z.number()),
]);

export const proprietes = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

export const statut = z.enum(['dit', 'deduit', 'reference', 'valide']);

export const bornes = z.object({ debut: z.number().int(), fin: z.number().int() });

export const preuve = z
  .union([
    z.object({
      document: z.string(),
      page: z.number().int(),
      debut: z.number().int(),
      fin: z.number().int(),
      citation: z.string(),
      avant: z.string().optional(),
      apres: z.string().optional(),
      fichier: z.string().optional(),
      imprimee: entierOuNul.optional(),
      url: z.string().optional(),
      statut: statut.optional(),
      confiance: z.number().optional(),
    }),
    z.object({
      referentiel: z.string(),
      millesime: z.string(),
      cle: z.string(),
      fichier: z.string().optional(),
      imprimee: entierOuNul.optional(),
      url: z.string().optional(),
      libelle: z.string().optional(),
      statut: statut.optional(),
    }),
  ])
  .meta({ description: 'Passage d’un document, ou ligne d’un référentiel' });

export const reference = z.object({
  type: z.string(),
  id: z.string(),
  libelle: z.string(),
  url: texteOuNul,
});

export const maillon = z
  .object({
    de: reference,
    relation: z.string(),
    vers: reference,
    proprietes,
    statut,
    faits: liste(z.string()),
    preuves: liste(preuve),
    phrase: z.string(),
  })
  .meta({ description: 'Un pas d’une chaîne, avec ses preuves et sa phrase' });

export const couverture = z
  .object({
    documents: liste(
      z.object({
        id: z.string(),
        titre: z.string(),
        fichier: z.string(),
        type: z.string(),
        annee: entierOuNul,
        pages: z.number().int(),
      }),
    ),
    annees: liste(z.number().int()),
    anneesManquantes: liste(z.number().int()),
    pagesLues: z.number().int(),
    pagesOcr: z.number().int().optional(),
    catalogues: z.number().int().optional(),
    notices: z.number().int().optional(),
    pagesNonLues: liste(
      z.object({ document: z.string(), page: z.number().int(), raison: z.string() }),
    ),
    phrase: z.string(),
  })
  .meta({ description: 'Ce sur quoi la réponse repose' });

export const facettes = z.record(z.string(), z.record(z.string(), z.number().int()));

/** A list page of anything. */
export const pageDe = <T extends z.ZodType>(element: T) =>
  z.object({
    total: z.number().int(),
    page: z.number().int(),
    taille: z.number().int(),
    resultats: liste(element),
    facettes: facettes.optional(),
    couverture,
  });

/** A property of an entity, with its proofs. */
export const champ = z.object({
  nom: z.string(),
  valeur,
  statut,
  faits: liste(z.string()),
  preuves: liste(preuve),
});

/** What every card has. */
export const fiche = z.object({
  type: z.string(),
  id: z.string(),
  titre: z.string(),
  url: z.string().nullable(),
  champs: liste(champ),
  couverture,
});

export const document = z.object({
  id: z.string(),
  fichier: z.string(),
  titre: z.string(),
  type: z.string(),
  annee: entierOuNul,
  pages: z.number().int(),
  format: z.string(),
  source: z.string(),
  producteur: texteOuNul,
});

export const entree = reference.extend({ detail: texteOuNul, actions: entierOuNul });
