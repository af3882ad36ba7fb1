import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const iso = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const communes = z.record(z.string().regex(/^\d[\dAB]\d{3}$/), z.string()).default({});

const action = z.strictObject({
  titre: z.string(),
  numero: z.number().optional(),
  axe: z.string().nullable(),
  format: z.string().optional(),
  departements: z.array(z.string()).default([]),
  /** Communes that the action touches, by INSEE code, as the document names them. */
  communes,
  /** Communes that it only cites: examples, places visited or held at, background. */
  citees: communes,
  epci: z.array(z.strictObject({ nom: z.string(), siren: z.string().optional() })).default([]),
  quartiers: z.array(z.string()).default([]),
  dispositifs: z.record(z.string(), z.enum(['objet', 'mention'])).default({}),
  personnes: z
    .array(
      z.strictObject({
        nom: z.string(),
        fonction: z.string().optional(),
        organisme: z.string().optional(),
      }),
    )
    .default([]),
  /** Names as printed; « A | B » when either is right. The producer itself is left out. */
  organismes: z.array(z.string()).default([]),
  /** `approx`: the text names a season, whose bounds may be a month away. */
  periode: z.strictObject({ debut: iso, fin: iso, approx: z.boolean().default(false) }).optional(),
  seances: z
    .strictObject({ min: z.number(), max: z.number().nullable(), unite: z.string() })
    .optional(),
  publics: z.array(z.string()).default([]),
  /** Of a report: what became of the action, how many came, the days it was held. */
  statut: z.enum(['realisee', 'partielle', 'reportee', 'annulee']).optional(),
  participants: z.number().optional(),
  dates: z.array(iso).default([]),
});

const annotation = z.strictObject({
  /** Never looked at while rules are written: only its counts are shown. */
  reserve: z.boolean().default(false),
  titre: z.string(),
  type: z.enum(['programme', 'rapport']),
  annee: z.number(),
  departement: z.string(),
  producteur: z.string().optional(),
  axes: z.array(z.string()),
  actions: z.array(action),
  /** Case that must be in the base too: the programme that a report tells of, the edition it corrects. */
  avec: z.string().optional(),
});

export type Annotation = z.infer<typeof annotation>;
export type ActionAnnotee = Annotation['actions'][number];

/** An annotated document: its case, its file, the truth about it. */
export interface Cas {
  readonly nom: string;
  readonly chemin: string;
  readonly partie: 'dev' | 'reserve' | 'fondateur';
  readonly verite: Annotation;
}

/**
 * The annotated cases of a folder, by name. A case whose source is a link (`source.lien`) is a document
 * of the seeds. Throws ZodError when an annotation has not the shape above.
 */
export function lireCas(dossier: string): Cas[] {
  return readdirSync(dossier)
    .sort()
    .flatMap((nom): Cas[] => {
      const fichiers = readdirSync(join(dossier, nom));
      const source = fichiers.find((f) => f.startsWith('source.'));
      if (!fichiers.includes('annotation.yml') || source === undefined) return [];
      const texte = readFileSync(join(dossier, nom, 'annotation.yml'), 'utf8');
      const verite = annotation.parse(parse(texte));
      const chemin = join(dossier, nom, source);
      const lien = source.endsWith('.lien');
      return [
        {
          nom,
          chemin: lien ? resolve(dossier, nom, readFileSync(chemin, 'utf8').trim()) : chemin,
          partie: lien ? 'fondateur' : verite.reserve ? 'reserve' : 'dev',
          verite,
        },
      ];
    });
}
