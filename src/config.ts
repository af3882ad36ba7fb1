import { z } from 'zod';
import { MaillageError } from './domain/errors.js';

export interface Config {
  /** Folder of the base. */
  readonly data: string;
  readonly host: string;
  /** 0 lets the system choose a free port. */
  readonly port: number;
  /** False: pages that are images are not read (« illisible »). */
  readonly ocr: boolean;
  /** How this base is told to those that harvest it: whom to write to, the name its identifiers begin with. */
  readonly oai: { readonly courriel: string; readonly domaine: string };
  /** Present: this server holds the graph; absent: the embedded engine does. */
  readonly neo4j?: {
    readonly uri: string;
    readonly username: string;
    readonly password: string;
    readonly database: string;
  };
  /** Present: this server holds the index; absent: the embedded engine does. */
  readonly meilisearch?: { readonly url: string; readonly apiKey: string };
}

/** What each variable must be, as the error says it. */
const REMEDES: Readonly<Record<string, string>> = {
  MAILLAGE_DATA: 'Donnez le chemin d’un dossier, par exemple MAILLAGE_DATA=data.',
  MAILLAGE_HOST: 'Donnez une adresse ou un nom de machine, par exemple MAILLAGE_HOST=127.0.0.1.',
  MAILLAGE_PORT: 'Donnez un entier de 0 à 65535, par exemple MAILLAGE_PORT=3000.',
  MAILLAGE_OCR: 'Donnez oui ou non, par exemple MAILLAGE_OCR=oui.',
  MAILLAGE_OAI_COURRIEL:
    'Donnez une adresse électronique, par exemple MAILLAGE_OAI_COURRIEL=documentation@exemple.fr.',
  MAILLAGE_OAI_DOMAINE: 'Donnez un nom de domaine, par exemple MAILLAGE_OAI_DOMAINE=exemple.fr.',
  NEO4J_URI: 'Donnez une adresse bolt:// ou neo4j://, par exemple NEO4J_URI=bolt://127.0.0.1:7687.',
  MEILISEARCH_URL:
    'Donnez une adresse http:// ou https://, par exemple MEILISEARCH_URL=http://127.0.0.1:7700.',
};

const texte = z.string().trim().default('');

const schema = z.object({
  MAILLAGE_DATA: z
    .string()
    .trim()
    .regex(/^[^\0]+$/)
    .default('data'),
  MAILLAGE_HOST: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9.:_-]+$/)
    .default('127.0.0.1'),
  MAILLAGE_PORT: z
    .string()
    .trim()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().max(65535))
    .default(3000),
  MAILLAGE_OCR: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.enum(['oui', 'non']))
    .default('oui'),
  MAILLAGE_OAI_COURRIEL: z
    .string()
    .trim()
    .regex(/^[^\s@<>&]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z0-9-]+$/)
    .default('documentation@maillage.invalid'),
  MAILLAGE_OAI_DOMAINE: z
    .string()
    .trim()
    .regex(/^[A-Za-z][A-Za-z0-9-]*(?:\.[A-Za-z][A-Za-z0-9-]*)+$/)
    .default('maillage.invalid'),
  NEO4J_URI: z
    .string()
    .trim()
    .regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\/\S+$/)
    .optional(),
  NEO4J_USERNAME: z.string().trim().default('neo4j'),
  NEO4J_PASSWORD: texte,
  NEO4J_DATABASE: z.string().trim().default('neo4j'),
  MEILISEARCH_URL: z
    .string()
    .trim()
    .regex(/^https?:\/\/\S+$/)
    .optional(),
  MEILISEARCH_API_KEY: texte,
});

/** Variables whose value must never be repeated in a message. */
const SECRETS = new Set(['NEO4J_PASSWORD', 'MEILISEARCH_API_KEY', 'NEO4J_URI', 'MEILISEARCH_URL']);

/**
 * Reads the configuration from the environment; an empty variable counts as absent.
 * @throws MaillageError `usage` naming the first variable that is wrong and its remedy.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const remplies = Object.fromEntries(
    Object.keys(schema.shape).flatMap((cle) => (env[cle]?.trim() ? [[cle, env[cle]]] : [])),
  );
  const lu = schema.safeParse(remplies);
  if (!lu.success) throw erreurVariable(String(lu.error.issues[0]?.path[0] ?? ''), env);
  const v = lu.data;
  return {
    data: v.MAILLAGE_DATA,
    host: v.MAILLAGE_HOST,
    port: v.MAILLAGE_PORT,
    ocr: v.MAILLAGE_OCR === 'oui',
    oai: { courriel: v.MAILLAGE_OAI_COURRIEL, domaine: v.MAILLAGE_OAI_DOMAINE },
    ...(v.NEO4J_URI === undefined
      ? {}
      : {
          neo4j: {
            uri: v.NEO4J_URI,
            username: v.NEO4J_USERNAME,
            password: v.NEO4J_PASSWORD,
            database: v.NEO4J_DATABASE,
          },
        }),
    ...(v.MEILISEARCH_URL === undefined
      ? {}
      : { meilisearch: { url: v.MEILISEARCH_URL, apiKey: v.MEILISEARCH_API_KEY } }),
  };
}

function erreurVariable(
  cle: string,
  env: Readonly<Record<string, string | undefined>>,
): MaillageError {
  const valeur = SECRETS.has(cle) ? '' : ` : « ${env[cle] ?? ''} »`;
  return new MaillageError(
    'usage',
    `La variable ${cle} n’est pas lisible${valeur}.`,
    REMEDES[cle] ?? 'Consultez le fichier .env.example.',
  );
}
