import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { packageRoot } from '../../../src/domain/racine.js';

const schema = z.strictObject({
  /** A place named after one of these takes part in the action. */
  participation: z.array(z.string()).min(1),
  /** A place named after one of these is an example, a visit, a speaker's town. */
  citation: z.array(z.string()).min(1),
  /** Schools, universities, chambers: the place in their name is none of the action's. */
  organismeNomme: z.array(z.string()).min(1),
  /** « maître de conférences à Nanterre »: the place is where somebody teaches. */
  enseignant: z.array(z.string()).min(1),
  /** Right before the name of a quarter: « les habitants des Coteaux ». */
  avantQuartier: z.array(z.string()).min(1),
  /** What a sentence speaks of when « Montreynaud (Saint-Étienne) » is a quarter. */
  terrainsDeQuartiers: z.array(z.string()).min(1),
  /** A territory field that is the whole région. */
  regionEntiere: z.array(z.string()).min(1),
  /** The places named after one of these are left out: « hors Taverny ». */
  exclusion: z.array(z.string()).min(1),
  /** Organisations whose place is only cited: « tribunal de Bobigny ». */
  organismeDeLieu: z.array(z.string()).min(1),
  /** The places named right before one of these are left out: « Vauréal n'est pas concernée ». */
  exclusionApres: z.array(z.string()).min(1),
  /** A territory field that says « the whole département » without naming it. */
  departementEntier: z.array(z.string()).min(1),
  /** A label of a field, known or not, that says where one meets or whom to call. */
  etiquetteDeLieu: z.array(z.string()).min(1),
  /** The first words of names of buildings, bodies and meetings: what they name is no quarter. */
  batiment: z.array(z.string()).min(1),
  /** Right after names of places, they tell their experience: « Roanne racontera comment ». */
  temoinApres: z.array(z.string()).min(1),
  /** In running text: the whole of the programme's own département is meant, whatever communes are named beside. */
  departementOuvert: z.array(z.string()).min(1),
  /** Words that link or gather names of places in a field: with them, it holds places and nothing else. */
  motsDeTerritoire: z.array(z.string()).min(1),
  /** « Est Val d'Oise » is a part, not the département. */
  partieDe: z.array(z.string()).min(1),
  /** Who forms the team of a dispositif: « coordinateurs PRE ». */
  equipes: z.array(z.string()).min(1),
  /** Nouns that count communes, and nouns that count contracts. */
  nomsCommunes: z.array(z.string()).min(1),
  nomsContrats: z.array(z.string()).min(1),
  /** What, in a sentence about earlier years only, carries it on. */
  continuite: z.array(z.string()).min(1),
  /** Between a dispositif and the colon of its list. */
  listeDeploiement: z.array(z.string()).min(1),
  /** Between a dispositif and the first of its places, without a colon. */
  presenceDeploiement: z.array(z.string()).min(1),
  /** Between places and a dispositif; between a dispositif and its place; before one that is not there. */
  possessionDeploiement: z.array(z.string()).min(1),
  lieuDeploiement: z.array(z.string()).min(1),
  absenceDeploiement: z.array(z.string()).min(1),
  /** Right before people of the running text: who leads, who speaks. */
  animateurTexte: z.array(z.string()).min(1),
  intervenantTexte: z.array(z.string()).min(1),
  /** Right before those cues, what is led is no action: « l'enquête conduite par ». */
  oeuvreTexte: z.array(z.string()).min(1),
  /** Right after people of the running text. */
  orateurTexte: z.array(z.string()).min(1),
  /** Right after organisations that carry the action. */
  organismeSujet: z.array(z.string()).min(1),
  /** Common nouns that a proper name makes an organisation: « mission locale du Roannais ». */
  teteOrganisme: z.array(z.string()).min(1),
  /** A sentence that thanks those who fund the producer, and what shows that it speaks of the producer. */
  soutienTexte: z.array(z.string()).min(1),
  producteurTexte: z.array(z.string()).min(1),
  /** A sentence of the running text that speaks of the action's own sessions, people, course. */
  sujetAction: z.array(z.string()).min(1),
  /** A sentence about something else: an example, an enrolment, a law, a report. */
  horsAction: z.array(z.string()).min(1),
  /** One session among others; a moment that is that of something else. */
  seanceParticuliere: z.array(z.string()).min(1),
  momentAilleurs: z.array(z.string()).min(1),
  /** Right before the publics of the running text, and right after them. */
  publicAvant: z.array(z.string()).min(1),
  publicApres: z.array(z.string()).min(1),
  publicComplement: z.array(z.string()).min(1),
  /** Those who come from the whole of the programme's own département. */
  departementTexte: z.array(z.string()).min(1),
});

/** Cue words of the rules that make facts, as regular expressions over folded text. */
export interface Vocabulaire {
  readonly participation: RegExp;
  readonly citation: RegExp;
  readonly organismeDeLieu: RegExp;
  readonly organismeNomme: RegExp;
  readonly enseignant: RegExp;
  readonly avantQuartier: RegExp;
  readonly terrainsDeQuartiers: RegExp;
  readonly regionEntiere: RegExp;
  readonly exclusion: RegExp;
  readonly exclusionApres: RegExp;
  readonly departementEntier: RegExp;
  readonly etiquetteDeLieu: RegExp;
  readonly motsDeTerritoire: RegExp;
  readonly batiment: RegExp;
  readonly temoinApres: RegExp;
  readonly departementOuvert: RegExp;
  readonly partieDe: RegExp;
  readonly equipes: RegExp;
  readonly nomsCommunes: RegExp;
  readonly nomsContrats: RegExp;
  readonly continuite: RegExp;
  readonly listeDeploiement: RegExp;
  readonly presenceDeploiement: RegExp;
  readonly organismeSujet: RegExp;
  readonly teteOrganisme: RegExp;
  readonly soutienTexte: RegExp;
  readonly producteurTexte: RegExp;
  readonly possessionDeploiement: RegExp;
  readonly lieuDeploiement: RegExp;
  readonly absenceDeploiement: RegExp;
  readonly animateurTexte: RegExp;
  readonly intervenantTexte: RegExp;
  readonly oeuvreTexte: RegExp;
  readonly orateurTexte: RegExp;
  readonly sujetAction: RegExp;
  readonly horsAction: RegExp;
  readonly seanceParticuliere: RegExp;
  readonly momentAilleurs: RegExp;
  readonly publicAvant: RegExp;
  readonly publicApres: RegExp;
  readonly publicComplement: RegExp;
  readonly departementTexte: RegExp;
}

/** Reads the cue words; each entry is a regular expression over folded text (lower case, no accents). */
export function loadVocabulaire(
  fichier = join(packageRoot(), 'ingest', 'stages', 'assert', 'vocabulaire.yml'),
): Vocabulaire {
  const data = schema.parse(parse(readFileSync(fichier, 'utf8')));
  const oneOf = (list: readonly string[], suffix = '') =>
    new RegExp(`(?<![a-z])(?:${list.join('|')})${suffix}`);
  const whole = (list: readonly string[]) => new RegExp(`^\\s*(?:${list.join('|')})\\s*[«"]?\\s*$`);
  return {
    participation: oneOf(data.participation),
    citation: oneOf(data.citation),
    organismeDeLieu: oneOf(data.organismeDeLieu, " d(?:e |'|u |es )(?:la |l'|le |les )?$"),
    organismeNomme: oneOf(data.organismeNomme, "(?: d(?:e |'|u |es ))(?:la |l'|le |les )?$"),
    enseignant: oneOf(data.enseignant, ' ?$'),
    avantQuartier: oneOf(data.avantQuartier, ' (?:de la|de l|des|du|de|d|dans (?:la|les?|l))$'),
    terrainsDeQuartiers: oneOf(data.terrainsDeQuartiers, '(?![a-z])'),
    regionEntiere: new RegExp(`^\\s*(?:${data.regionEntiere.join('|')})(?![a-z])`),
    exclusion: oneOf(data.exclusion, '(?![a-z])'),
    exclusionApres: oneOf(data.exclusionApres),
    departementEntier: oneOf(data.departementEntier, '(?![a-z])'),
    etiquetteDeLieu: oneOf(data.etiquetteDeLieu),
    motsDeTerritoire: new RegExp(`(?<![a-z])(?:${data.motsDeTerritoire.join('|')})(?![a-z])`, 'g'),
    batiment: new RegExp(`^(?:${data.batiment.join('|')})(?![a-z])`),
    temoinApres: new RegExp(`^\\s*(?:${data.temoinApres.join('|')})(?![a-z])`),
    departementOuvert: oneOf(data.departementOuvert, '(?![a-z])'),
    partieDe: new RegExp(`(?<![a-z])(?:${data.partieDe.join('|')})$`),
    equipes: oneOf(data.equipes),
    nomsCommunes: oneOf(data.nomsCommunes, '(?![a-z])'),
    nomsContrats: oneOf(data.nomsContrats, '(?![a-z])'),
    continuite: oneOf(data.continuite),
    listeDeploiement: oneOf(data.listeDeploiement),
    teteOrganisme: new RegExp(`(?<![a-z-])(?:${data.teteOrganisme.join('|')})(?![a-z-])`, 'g'),
    soutienTexte: oneOf(data.soutienTexte, '(?![a-z])'),
    producteurTexte: oneOf(data.producteurTexte, '(?![a-z])'),
    organismeSujet: new RegExp(`^\\s*(?:${data.organismeSujet.join('|')})`),
    possessionDeploiement: whole(data.possessionDeploiement),
    lieuDeploiement: whole(data.lieuDeploiement),
    absenceDeploiement: oneOf(data.absenceDeploiement, '\\s*[«"]?\\s*$'),
    animateurTexte: oneOf(data.animateurTexte, '\\s*'),
    intervenantTexte: oneOf(data.intervenantTexte, '\\s*'),
    oeuvreTexte: oneOf(data.oeuvreTexte, '(?: [a-z]+){0,2} $'),
    orateurTexte: new RegExp(oneOf(data.orateurTexte).source, 'g'),
    sujetAction: oneOf(data.sujetAction, '(?![a-z])'),
    horsAction: oneOf(data.horsAction, '(?![a-z])'),
    seanceParticuliere: oneOf(data.seanceParticuliere, '(?![a-z])'),
    momentAilleurs: oneOf(data.momentAilleurs, '[^.,;:()]{0,60}$'),
    publicAvant: new RegExp(`(?<![a-z])(?:${data.publicAvant.join('|')})(?![a-z])`, 'g'),
    publicApres: oneOf(data.publicApres, '(?![a-z])'),
    publicComplement: oneOf(data.publicComplement, ' ?$'),
    departementTexte: oneOf(data.departementTexte, '(?![a-z])'),
    presenceDeploiement: oneOf(data.presenceDeploiement, "\\s*(?:les |la |le |l')?$"),
  };
}
