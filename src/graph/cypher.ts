import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MaillageError } from '../domain/errors.js';

/** A dialect has its own text of a question only where `<question>.<dialecte>.cypher` exists. */
export type Dialecte = 'ladybug' | 'neo4j';

/** The book of questions: Cypher texts by name, read once from `queries/`. */
export interface QueryBook {
  /** Names of the questions of a dialect (`territoires/actions`), sorted. */
  noms(dialecte: Dialecte): string[];
  /** Cypher of a question. Throws MaillageError `usage` when the book has no such question. */
  texte(question: string, dialecte: Dialecte): string;
  /**
   * Cypher of a generic statement (`ecriture/…`) with its `{trous}` filled. The values are put
   * in as they are: labels, types and columns of the schema's closed lists, never data.
   */
  modele(nom: string, dialecte: Dialecte, trous: Readonly<Record<string, string>>): string;
}

/**
 * Opens the book of a project.
 * @param rootDir the folder that holds `queries/` (the project's root, whether the code runs from source or from dist/).
 */
export function createQueryBook(rootDir: string): QueryBook {
  const dossier = join(rootDir, 'queries');
  if (!existsSync(dossier)) {
    throw new MaillageError(
      'refus',
      `Le livre des questions est absent : « ${dossier} ».`,
      'Réinstallez le logiciel, dossier queries/ compris.',
    );
  }
  const textes = readTexts(dossier);
  const texte = (question: string, dialecte: Dialecte): string => {
    const trouve = textes.get(`${question}.${dialecte}`) ?? textes.get(question);
    if (trouve === undefined) throw unknownQuestion(question, dossier);
    return trouve;
  };
  return {
    texte,
    noms: (dialecte) => questionNames([...textes.keys()], dialecte),
    modele: (nom, dialecte, trous) =>
      texte(nom, dialecte).replace(/\{([a-z]+)\}/g, (trou, cle: string) => trous[cle] ?? trou),
  };
}

/** Texts by `<theme>/<question>` or `<theme>/<question>.<dialecte>`. */
function readTexts(dossier: string): Map<string, string> {
  const textes = new Map<string, string>();
  for (const theme of readdirSync(dossier, { withFileTypes: true })) {
    if (!theme.isDirectory()) continue;
    for (const fichier of readdirSync(join(dossier, theme.name))) {
      if (!fichier.endsWith('.cypher')) continue;
      const nom = `${theme.name}/${fichier.slice(0, -'.cypher'.length)}`;
      textes.set(nom, readFileSync(join(dossier, theme.name, fichier), 'utf8'));
    }
  }
  return textes;
}

function questionNames(cles: readonly string[], dialecte: Dialecte): string[] {
  const noms = cles.flatMap((cle) => {
    const [nom = cle, propre] = cle.split('.');
    return propre === undefined || propre === dialecte ? [nom] : [];
  });
  return [...new Set(noms)].sort();
}

function unknownQuestion(question: string, dossier: string): MaillageError {
  return new MaillageError(
    'usage',
    `Question inconnue : « ${question} ».`,
    `Écrivez-la dans « ${join(dossier, `${question}.cypher`)} », ou corrigez son nom.`,
  );
}
