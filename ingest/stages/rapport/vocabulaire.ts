import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { packageRoot } from '../../../src/domain/racine.js';
import { NOMBRE } from '../../../src/french/nombres.js';
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
  'observations',
  'intervenants',
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
  nonPersonnes: liste,
  autresActeurs: liste,
  reprises: liste,
  prisesDeParole: liste,
  seances: liste,
  reports: liste,
  interventions: z.record(z.enum(ROLES), liste),
  etiquettes: z.record(z.enum(COLONNES), liste),
  titresDeStatut: parStatut,
  titresGeneriques: liste,
  generiques: liste,
  oeuvres: liste,
  verbales: liste,
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
  /** Each with a group `n`: the number of people. */
  readonly comptes: readonly RegExp[];
  /** Whole subject: who did something else than the action. */
  readonly autreActeur: RegExp;
  /** What did not take place is to take place later. */
  readonly reprise: RegExp;
  /** Verbs of those who speak. */
  readonly priseDeParole: RegExp;
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
  /** Ends right before a quoted title that is a work, not an action. */
  readonly oeuvre: RegExp;
  /** A verb: what holds one is a sentence, not a title. */
  readonly verbal: RegExp;
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
    comptes: countPatterns(data),
    autreActeur: new RegExp(`^(?:${data.autresActeurs.join('|')})(?![a-z])`),
    reprise: oneOf(data.reprises),
    priseDeParole: oneOf(data.prisesDeParole),
    seances: `(?:${data.seances.join('|')})(?![a-z])`,
    reports: data.reports.map((r) => oneOf([r])),
    interventions: ROLES.map((r) => [r, oneOf(data.interventions[r], 'g')]),
    colonnes: COLONNES.map((c) => [c, new RegExp(`^${alternative(data.etiquettes[c])}\\s*:?$`)]),
    etiquettes: COLONNES.map((c) => [
      c,
      // « Avec » opens a sentence more often than a field
      new RegExp(`^${alternative(data.etiquettes[c].filter((e) => e !== 'Avec'))}\\s*[:?]\\s*`),
    ]),
    titresDeStatut: STATUTS.map((s) => [s, oneOf(data.titresDeStatut[s])]),
    titreGenerique: new RegExp(`^(?:${data.titresGeneriques.join('|')})$`),
    generiques: new Set(data.generiques),
    oeuvre: new RegExp(`(?<![a-z])(?:${data.oeuvres.join('|')})(?: [a-z]+)?,? ?$`),
    verbal: oneOf(data.verbales),
  };
}

type Donnees = z.infer<typeof schema>;

/** The ways to count people: a noun of people in a sentence of presence, or any noun right by a verb of presence. */
function countPatterns({ participants, presence, nonPersonnes }: Donnees): RegExp[] {
  const n = `(?<n>${NOMBRE})`;
  const lien = "(?:d'|de |des |autres |nouve(?:aux|lles) )?";
  const gens = `(?:${participants.join('|')})(?![a-z])`;
  const nom = `(?!(?:${nonPersonnes.join('|')})(?![a-z]))[a-z][a-z'·.()-]{3,}`;
  const verbes = `(?:${presence.join('|')})[a-z]*`;
  const vers = `(?: (?:a|au|aux|de|par|devant|environ|quelque|pres de|plus de|pas moins de|jusqu'a))*`;
  return [
    new RegExp(`${n} ${lien}${gens}`, 'g'),
    new RegExp(`(?<![a-z])${verbes}${vers} ${n} ${lien}${nom}`, 'g'),
    new RegExp(
      `${n} ${lien}${nom}(?:,? en moyenne,?)? (?:y |l'|les |en )?(?:ont|etaient|sont|avaient) (?:ete )?(?:egalement |ainsi |aussi )?(?:pris part|participe|assiste|suivi|present|venu|rencontre|accueilli|beneficie|forme)[a-z]*`,
      'g',
    ),
    new RegExp(
      `${n} (?:y )?(?:etaient|sont) (?:reellement |effectivement )?(?:presente?s?|venue?s?)`,
      'g',
    ),
    new RegExp(`(?:participants?|participations?|effectifs?) ?[(:] ?${n}`, 'g'),
    new RegExp(`(?<![a-z])en (?:a|ont) ${verbes} ${n}`, 'g'),
    new RegExp(`${n} d'entre (?:eux|elles) (?:y )?(?:etaient|ont|sont)`, 'g'),
    new RegExp(`(?:ils|elles) (?:etaient|ont ete) ${n}(?! [a-z]*ieme)`, 'g'),
  ];
}
