import { createHash } from 'node:crypto';
import { texte as formatTexte } from '../../../ingest/formats/texte/index.js';
import { loadProfils } from '../../../ingest/sources/profil.js';
import { loadVocabulaire } from '../../../ingest/stages/assert/vocabulaire.js';
import { buildLot } from '../../../ingest/stages/lot.js';
import { understandLayout } from '../../../ingest/stages/understand.js';
import type { Assertion } from '../../../src/domain/fait.js';
import type { Lot } from '../../../src/facts/writer.js';
import { seedGazetteer } from '../../support/base.js';

const PROFILS = loadProfils();
const VOCABULAIRE = loadVocabulaire();

/** What the rules make of a programme written as text. */
export async function lotDe(contenu: string): Promise<Lot> {
  const octets = Buffer.from(contenu);
  const id = `sha256:${createHash('sha256').update(octets).digest('hex')}`;
  const lecture = await formatTexte.lire(octets);
  const lu = understandLayout({ id, format: 'texte', lecture }, 'programme.txt', PROFILS);
  return buildLot(lu, seedGazetteer(), VOCABULAIRE, 'essai');
}

/** A programme of the Val d'Oise in 2012 with the given parts. */
export function programme(...parties: readonly string[]): string {
  return [
    "Programme de travail 2012\nPôle de ressources Ville et développement social\nVal d'Oise\n",
    'Axe 1 : Cohésion sociale\n',
    ...parties,
  ].join('\n');
}

/** An action with its paragraphs and its fields. */
export function action(
  titre: string,
  corps: string,
  champs: Readonly<Record<string, string>> = {},
): string {
  const lignes = Object.entries({ 'Nombre de séances': '3', ...champs }).map(
    ([etiquette, valeur]) => `${etiquette} : ${valeur}`,
  );
  return `Action 1 : ${titre}\n\n${corps}\n\n${lignes.join('\n')}\n`;
}

/** The relations of a kind as « object {properties} », sorted, each once. */
export function relations(lot: Lot, predicat: string): string[] {
  const lues = lot.assertions.filter((a) => a.predicat === predicat && a.statut !== 'reference');
  return [...new Set(lues.map((a) => `${nomDe(lot, a)}${proprietes(a)}`))].sort();
}

function nomDe(lot: Lot, { sujet, objet }: Assertion): string {
  const id = objet !== undefined && !objet.startsWith('action:') ? objet : sujet;
  const ref = seedGazetteer().referentiels;
  const listes = [
    ref.communes,
    ref.intercommunalites,
    ref.quartiers,
    ref.departements,
    ref.dispositifs,
    ref.themes,
    ref.publics,
  ];
  const connu = listes.flatMap((liste) => [...liste]).find((e) => e.id === id)?.nom;
  const dit = lot.assertions.find((a) => a.sujet === id && a.predicat === 'nom')?.valeur;
  return connu ?? (typeof dit === 'string' ? dit : id);
}

function proprietes({ proprietes: p }: Assertion): string {
  return p === undefined ? '' : ` ${Object.values(p).join(' ')}`;
}

/** Alerts of a code: their quotes. */
export function citations(lot: Lot, code: string): string[] {
  return (lot.alertes ?? []).filter((a) => a.code === code).map((a) => a.citation);
}
