import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { packageRoot } from '../../../src/domain/racine.js';
import { alternative } from '../../sources/motifs.js';

/** What became of a planned action. */
export const STATUTS = ['annulee', 'reportee', 'partielle', 'realisee'] as const;
export type StatutRealise = (typeof STATUTS)[number];

/** Labels of a sheet, heads of the columns of a table. */
export const COLONNES = [
  'titre',
  'numero',
  'axe',
  'prevu',
  'statut',
  'seances',
  'dates',
  'participants',
  'report',
] as const;
export type Colonne = (typeof COLONNES)[number];

const ROLES = ['intervenants', 'animation', 'partenaires'] as const;
export type RoleDit = (typeof ROLES)[number];

const liste = z.array(z.string().min(1)).min(1);
const parStatut = z.record(z.enum(STATUTS), liste);

const schema = z.strictObject({
  statuts: parStatut,
  negations: liste,
  partiesDAction: liste,
  acteurs: liste,
  participants: liste,
  presence: liste,
  absents: liste,
  seances: liste,
  reports: liste,
  interventions: z.record(z.enum(ROLES), liste),
  etiquettes: z.record(z.enum(COLONNES), liste),
  titresDeStatut: parStatut,
  titresGeneriques: liste,
  generiques: liste,
});

/** Cues of activity reports, as regular expressions over folded text. */
export interface VocabulaireRapport {
  /** In order of strength. */
  readonly statuts: readonly (readonly [StatutRealise, RegExp])[];
  /** Ends right before a cue. */
  readonly negation: RegExp;
  readonly partieDAction: RegExp;
  /** Whole subject. */
  readonly acteur: RegExp;
  readonly participants: readonly string[];
  readonly presence: RegExp;
  readonly absents: RegExp;
  readonly seances: string;
  /** The surest first. */
  readonly reports: readonly RegExp[];
  readonly interventions: readonly (readonly [RoleDit, RegExp])[];
  /** Whole label. */
  readonly colonnes: readonly (readonly [Colonne, RegExp])[];
  /** A label and its colon, at the start of a line. */
  readonly etiquettes: readonly (readonly [Colonne, RegExp])[];
  readonly titresDeStatut: readonly (readonly [StatutRealise, RegExp])[];
  /** Whole heading. */
  readonly titreGenerique: RegExp;
  readonly generiques: ReadonlySet<string>;
}

/** Reads the cues of reports. Throws when the file is not what its schema says. */
export function loadVocabulaireRapport(
  fichier = join(packageRoot(), 'ingest', 'stages', 'rapport', 'vocabulaire.yml'),
): VocabulaireRapport {
  const data = schema.parse(parse(readFileSync(fichier, 'utf8')));
  const oneOf = (list: readonly string[], flags = '') =>
    new RegExp(`(?<![a-z])(?:${list.join('|')})`, flags);
  return {
    statuts: STATUTS.map((s) => [s, oneOf(data.statuts[s], 'g')]),
    negation: new RegExp(`(?<![a-z])(?:${data.negations.join('|')})`),
    partieDAction: new RegExp(`^(?:${data.partiesDAction.join('|')})(?![a-z])`),
    acteur: new RegExp(`^(?:${data.acteurs.join('|')})(?![a-z])`),
    participants: data.participants,
    presence: oneOf(data.presence),
    absents: oneOf(data.absents),
    seances: `(?:${data.seances.join('|')})(?![a-z])`,
    reports: data.reports.map((r) => oneOf([r])),
    interventions: ROLES.map((r) => [r, oneOf(data.interventions[r], 'g')]),
    colonnes: COLONNES.map((c) => [c, new RegExp(`^${alternative(data.etiquettes[c])}\\s*:?$`)]),
    etiquettes: COLONNES.map((c) => [
      c,
      new RegExp(`^${alternative(data.etiquettes[c])}\\s*[:?]\\s*`),
    ]),
    titresDeStatut: STATUTS.map((s) => [s, oneOf(data.titresDeStatut[s])]),
    titreGenerique: new RegExp(`^(?:${data.titresGeneriques.join('|')})$`),
    generiques: new Set(data.generiques),
  };
}
