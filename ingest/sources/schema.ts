import { z } from 'zod';
import { TYPES_NOTICE } from '../../src/domain/notice.js';

const CHAMPS = [
  'periode',
  'seances',
  'publics',
  'territoire',
  'animation',
  'intervenants',
  'partenaires',
  'lieu',
  'objectifs',
  'contexte',
  'format',
] as const;

const champ = z.enum(CHAMPS);
const type = z.enum(['programme', 'rapport', 'publication', 'catalogue']);
const liste = z.array(z.string().min(1)).default([]);
const bornes = z.tuple([z.number().int().min(0), z.number().int().min(0)]);

const SECTIONS = [
  'introduction',
  'options',
  'actions',
  'publications',
  'sommaire',
  'annexes',
  'notes',
] as const;

/** Kinds of heading that order a document without announcing anything themselves. */
export type Section = (typeof SECTIONS)[number];

/** A `source.yml` as written: lists are added to those of the default profile. */
export const schemaSource = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  producteur: z.string().nullable().default(null),
  departement: z.string().nullable().default(null),
  reconnaissance: liste,
  champs: z
    .array(
      z.strictObject({
        champs: z.array(champ),
        etiquettes: liste,
        /** A prose label: its value is also a paragraph of the action's text. */
        corps: z.boolean().default(false),
        /** The kinds of document it is for; all without. */
        types: z.array(type).optional(),
      }),
    )
    .default([]),
  champsRediges: z.array(champ).default([]),
  sections: z.partialRecord(z.enum(SECTIONS), liste).default({}),
  prefixesAxe: liste,
  prefixesAction: liste,
  etiquettesTitre: liste,
  colonnesTitre: liste,
  colonnesNumero: liste,
  formats: liste,
  titres: liste,
  renvois: liste,
  /** What opens the closing matter: its headings, and the sentences that tell of the author. */
  cloture: z.strictObject({ titres: liste, phrases: liste }).default({ titres: [], phrases: [] }),
  services: z
    .strictObject({ sections: liste, titres: liste })
    .default({ sections: [], titres: [] }),
  types: z.partialRecord(type, liste).default({}),
  /** What tells the kind in a title, and in prose would not. */
  typesParTitre: z.partialRecord(type, liste).default({}),
  /** Tables whose columns are known: the column that gives each field, and what their rows are. */
  tableaux: z
    .array(
      z.strictObject({
        colonnes: z.record(z.string(), z.string().min(1)),
        type: z.enum(TYPES_NOTICE).optional(),
      }),
    )
    .default([]),
  attendus: z.strictObject({ axes: bornes, actions: bornes }).optional(),
});

export type SourceEcrite = z.infer<typeof schemaSource>;
export { SECTIONS };
