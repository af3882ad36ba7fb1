import type { z } from 'zod';
import type { Decision } from '../../src/domain/decision.js';
import { schemaDecision, TYPES_DECISION, withId } from '../../src/domain/decision.js';
import { MaillageError } from '../../src/domain/errors.js';

/** A line of a file of decisions: the event and the number of its line. */
export interface LigneDecision {
  readonly ligne: number;
  readonly decision: Decision;
}

/**
 * Reads a file of decisions, one JSON object a line; blank lines are skipped.
 * @throws MaillageError `usage` naming the file, the line, the field and the remedy of every fault: nothing is kept then.
 */
export function readDecisions(contenu: string, fichier: string): LigneDecision[] {
  const lues: LigneDecision[] = [];
  const fautes: string[] = [];
  for (const [i, ligne] of contenu
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (ligne.trim() === '') continue;
    const lu = readEvent(parseJson(ligne));
    if (Array.isArray(lu)) fautes.push(...lu.map((faute) => `ligne ${i + 1}, ${faute}`));
    else lues.push({ ligne: i + 1, decision: lu });
  }
  if (fautes.length > 0) throw refusal(fichier, fautes);
  return lues;
}

/** One event with its id, or what is wrong with it: each field and its remedy, in French. */
export function readEvent(json: unknown): Decision | string[] {
  const lu = schemaDecision.safeParse(json);
  if (lu.success) return withId(lu.data);
  return [...new Set(lu.error.issues.map((issue) => explain(issue, json)))];
}

/** Faults shown at once. */
const FAUTES_MAX = 10;

/** All or nothing: the faults of a file, and what to do. */
export function refusal(fichier: string, fautes: readonly string[]): MaillageError {
  const reste = fautes.length - FAUTES_MAX;
  const suite = reste > 0 ? `\n  … et ${reste} autres fautes.` : '';
  return new MaillageError(
    'refus',
    `« ${fichier} » : aucune décision n’est enregistrée.\n  ${fautes.slice(0, FAUTES_MAX).join('\n  ')}${suite}`,
    '\nCorrigez ces lignes et relancez ; les champs attendus : maillage decide --help.',
  );
}

/** The JSON of a line, undefined when it is none. */
export function parseJson(ligne: string): unknown {
  try {
    return JSON.parse(ligne);
  } catch {
    return undefined;
  }
}

const REMEDES: Readonly<Record<string, string>> = {
  type: `donnez l’un de : ${TYPES_DECISION.join(', ')}`,
  auteur: 'donnez le nom de qui décide',
  date: 'donnez une date qui existe, par exemple "2026-03-17"',
  commentaire: 'dites pourquoi, en une phrase',
  id: 'de 3 à 80 lettres sans accent, chiffres, « : », « . », « _ » ou « - »',
  nom: 'donnez le nom à afficher',
  mention: 'donnez le nom tel qu’imprimé dans le document',
  decision: 'donnez l’identifiant de la décision à annuler : maillage decide --liste',
  page: 'donnez le rang de la page dans le fichier, à partir de 1',
  citation: 'recopiez exactement le passage de la page',
  predicat: 'donnez une propriété ou une relation du modèle, par exemple TOUCHE',
};

const MOTIFS: Readonly<Record<string, string>> = {
  entite:
    'ce n’est pas un identifiant d’entité ; par exemple "personne:claire-dupont" ou "commune:95268"',
  memes: 'les deux identifiants sont les mêmes ; donnez deux entités',
  types:
    'les deux entités ne sont pas du même type ; on ne fusionne ni ne distingue qu’un même type',
  'objet-ou-valeur':
    'donnez « objet » pour une relation, ou « valeur » pour une propriété, l’un des deux',
  propriete: 'ce type d’entité n’a pas cette propriété ; pour une relation, donnez « objet »',
  relation: 'cette relation n’existe pas ; par exemple TOUCHE, MOBILISE, INTERVIENT_DANS',
  'propriete-relation': 'cette relation n’a pas cette propriété ; retirez-la ou corrigez son nom',
  nom: 'le nom d’une entité ne se rejette pas : renommez-la (renommer) ou fusionnez-la (fusionner)',
  rattachable:
    'on ne rattache un nom qu’à une personne ou à un organisme ; pour le reste, fusionnez ou ajoutez un fait',
  bouts: 'cette relation ne joint pas ces deux types d’entités',
};

const NATURES: Readonly<Record<string, string>> = {
  'valeur:texte': 'un texte',
  'valeur:entier': 'un nombre entier',
  'valeur:booleen': 'true ou false',
  'valeur:texte[]': 'une liste de textes',
  'valeur:entier[]': 'une liste de nombres entiers',
};

function explain(issue: z.core.$ZodIssue, json: unknown): string {
  if (json === undefined || json === null || typeof json !== 'object')
    return 'ce n’est pas un objet JSON : une décision par ligne, entre accolades';
  if (issue.code === 'unrecognized_keys') {
    const lieu = issue.path.length === 0 ? '' : ` de « ${issue.path.join('.')} »`;
    return `champ inconnu « ${issue.keys.join(' », « ')} »${lieu} : retirez-le ou corrigez son nom`;
  }
  const champ = issue.path.join('.') || 'type';
  if (issue.message.startsWith('valeur:'))
    return `champ « ${champ} » : la valeur attendue est ${NATURES[issue.message] ?? 'd’un autre type'}`;
  const dernier = String(issue.path.at(-1) ?? 'type');
  const motif =
    own(MOTIFS, issue.message) ??
    own(REMEDES, dernier) ??
    (issue.path.length === 0 ? REMEDES.type : undefined);
  return `champ « ${champ} » : ${motif ?? 'valeur absente ou d’un autre type'}`;
}

/** A property that a person names may be « constructor ». */
function own(table: Readonly<Record<string, string>>, nom: string): string | undefined {
  return Object.hasOwn(table, nom) ? table[nom] : undefined;
}
