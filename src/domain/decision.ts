import { createHash } from 'node:crypto';
import { z } from 'zod';
import { checkFait, isDate, isEntity } from './contenuDecide.js';
import { canonicalJson } from './fait.js';
import { definitionLabel, labelDe } from './schema.js';

/**
 * What a person decides, one event each, appended to a ledger and never changed: who, when, why, and one
 * of seven things. Undoing is another event.
 */

/** What documents name without a list that knows them: a printed name may be anybody's. */
const RATTACHABLES: ReadonlySet<string> = new Set(['Personne', 'Organisme']);

const texte = (max: number) => z.string().trim().min(1).max(max);
const entite = z.string().trim().min(3).max(200).refine(isEntity, 'entite');
const scalaire = z.union([z.string().max(2000), z.number(), z.boolean()]);
const valeur = z.union([scalaire, z.array(z.string()).min(1), z.array(z.number()).min(1)]);

const commun = {
  id: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9:_.-]{2,79}$/)
    .optional(),
  auteur: texte(200),
  date: z.string().refine(isDate, 'date'),
  commentaire: texte(2000),
};

/** A fact by its content: an id would change with the version of the rule that makes it. */
const fait = z
  .strictObject({
    sujet: entite,
    predicat: texte(60),
    objet: entite.optional(),
    valeur: valeur.optional(),
    proprietes: z.record(z.string(), scalaire).optional(),
  })
  .superRefine(checkFait);

const preuve = z.strictObject({
  document: z.string().trim().min(1),
  page: z.number().int().min(1),
  // exact: a space at an end is part of the passage
  citation: z.string().min(1).max(2000),
});

const fusionner = z.strictObject({
  ...commun,
  type: z.literal('fusionner'),
  garder: entite,
  absorber: entite,
});
const distinguer = z.strictObject({
  ...commun,
  type: z.literal('distinguer'),
  a: entite,
  b: entite,
});
const renommer = z.strictObject({
  ...commun,
  type: z.literal('renommer'),
  entite,
  nom: texte(500),
});
const rejeter = z.strictObject({ ...commun, type: z.literal('rejeter'), fait });
const ajouter = z.strictObject({
  ...commun,
  type: z.literal('ajouter'),
  fait,
  preuve: preuve.optional(),
});
const rattacher = z.strictObject({
  ...commun,
  type: z.literal('rattacher'),
  mention: texte(300),
  entite,
  document: texte(200).optional(),
});
const annuler = z.strictObject({ ...commun, type: z.literal('annuler'), decision: texte(80) });

/** An event as a person writes it; its id may be left out. */
export const schemaDecision = z
  .discriminatedUnion('type', [
    fusionner,
    distinguer,
    renommer,
    rejeter,
    ajouter,
    rattacher,
    annuler,
  ])
  .superRefine((d, ctx) => {
    if (d.type === 'fusionner') checkPair(d.garder, d.absorber, 'absorber', ctx);
    if (d.type === 'distinguer') checkPair(d.a, d.b, 'b', ctx);
    if (d.type === 'rattacher' && isEntity(d.entite) && !RATTACHABLES.has(labelDe(d.entite)))
      ctx.addIssue({ code: 'custom', path: ['entite'], message: 'rattachable' });
    if (d.type === 'rejeter' && isEntity(d.fait.sujet) && d.fait.objet === undefined) {
      const { libelle } = definitionLabel(labelDe(d.fait.sujet));
      if (d.fait.predicat === libelle)
        ctx.addIssue({ code: 'custom', path: ['fait', 'predicat'], message: 'nom' });
    }
  });

export type DecisionEcrite = z.output<typeof schemaDecision>;

/** An event of the ledger. */
export type Decision = DecisionEcrite & { readonly id: string };
export type DecisionDe<T extends Decision['type']> = Extract<Decision, { readonly type: T }>;

export const TYPES_DECISION = [
  'fusionner',
  'distinguer',
  'renommer',
  'rejeter',
  'ajouter',
  'rattacher',
  'annuler',
] as const;

/** An event with its id: the one given, or the digest of its content (same content, same id). */
export function withId(ecrite: DecisionEcrite): Decision {
  if (typeof ecrite.id === 'string') return { ...ecrite, id: ecrite.id };
  const digest = createHash('sha256').update(canonicalJson(ecrite)).digest('hex').slice(0, 16);
  return { ...ecrite, id: `decision:${digest}` };
}

function checkPair(a: string, b: string, champ: string, ctx: z.RefinementCtx): void {
  if (a === b) ctx.addIssue({ code: 'custom', path: [champ], message: 'memes' });
  else if (labelDe(a) !== labelDe(b))
    ctx.addIssue({ code: 'custom', path: [champ], message: 'types' });
}
