import { z } from 'zod';

const texte = z.string().trim().min(1);
const liste = z.array(texte).default([]);
const annee = z.number().int().min(1900).max(2100).nullable().default(null);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** `seeds/dispositifs/<slug>.yml`. In `exemples` and `questions`, what must be recognised stands between [ ]. */
export const ficheDispositif = z.strictObject({
  nom: texte,
  sigle: texte.nullable().default(null),
  alias: liste,
  majuscules: z.boolean().default(false),
  contexte: liste,
  aliasEnVigueur: liste,
  exclusions: liste,
  debut: annee,
  fin: annee,
  predecesseurs: z.array(slug).default([]),
  releveDe: z.array(slug).default([]),
  definition: texte,
  exemples: z.array(texte.regex(/\[[^[\]]+\]/)).min(1),
  questions: z.array(texte.regex(/\[[^[\]]+\]/)).default([]),
  contreExemples: z.array(texte).min(1),
});

/** An entry of `themes.yml` or `publics.yml`; without `id`, its name gives it. */
export const fichesEntrees = z.array(
  z.strictObject({ nom: texte, id: slug.optional(), alias: liste }),
);

/** Entries of `organismes.yml`. */
export const fichesOrganismes = z.array(
  z.strictObject({
    nom: texte,
    sigle: texte.nullable().default(null),
    alias: liste,
    parDepartement: z.boolean().default(false),
    seulementNomme: z.boolean().default(false),
    majuscules: z.boolean().default(false),
  }),
);

/** `regles.yml`: how place names are read. */
export const ficheRegles = z.strictObject({
  indices: liste,
  indicesQuestion: liste,
  contreIndices: liste,
  groupements: liste.default([]),
  producteurs: liste.default([]),
  expressions: liste,
  homographes: liste,
  prefixeExige: liste,
});

/**
 * What is wrong with a value, field by field, in French; an empty list when it is right.
 * The caller adds the name of the file.
 */
export function defauts(schema: z.ZodType, valeur: unknown): string[] {
  const lu = schema.safeParse(valeur);
  return lu.success ? [] : lu.error.issues.map(enFrancais);
}

function enFrancais(issue: z.core.$ZodIssue): string {
  const champ = issue.path.length === 0 ? 'la fiche' : `« ${issue.path.join('.')} »`;
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${champ} a des champs inconnus : ${issue.keys.join(', ')}`;
    case 'invalid_type':
      return `${champ} manque ou n'est pas du type attendu (${issue.expected})`;
    case 'too_small':
      return `${champ} est vide ou trop petit`;
    case 'invalid_format':
      return `${champ} n'a pas la forme attendue`;
    default:
      return `${champ} n'est pas valable (${issue.message})`;
  }
}
