import { analyze, composes, type Memoire, type Terme } from '../french/chain.js';
import { fold } from '../french/fold.js';
import { estVide } from '../french/stopwords.js';
import { normalise, tokens } from '../french/tokens.js';
import type { DocumentIndexe } from './port.js';

/** A key of the index: a word « garges », a stem « =garg » or a sigle « ^pre ». The marks keep the three apart. */
export type Cle = string;

export const cleRacine = (racine: string): Cle => `=${racine}`;
export const cleSigle = (sigle: string): Cle => `^${sigle}`;

/** Kinds whose title and other names are proper names: indexed as written, never stemmed. */
export const NOMS_PROPRES: readonly string[] = [
  'Commune',
  'Intercommunalite',
  'Quartier',
  'Departement',
  'Personne',
];

export function estNomPropre(type: string): boolean {
  return NOMS_PROPRES.includes(type);
}

/** What a field gives the index: words in their order (phrases), stems in theirs, and the rest. */
export interface Flux {
  readonly mots: readonly Cle[];
  readonly racines: readonly Cle[];
  readonly enPlus: readonly Cle[];
  readonly termes: readonly Terme[];
}

/** Keys of a text of the base. A sigle stands in the place of its word. */
export function flux(texte: string, nomPropre: boolean, memoire?: Memoire): Flux {
  const options = { mode: 'index', nomPropre } as const;
  const termes = analyze(texte, memoire === undefined ? options : { ...options, memoire });
  const entiers = composes(termes);
  return {
    mots: termes.map((t) => (t.sigle !== null && !t.estMot ? cleSigle(t.sigle) : t.mot)),
    termes,
    racines: nomPropre ? [] : termes.filter((t) => !t.vide).map(cleContenu),
    enPlus: [
      ...termes.filter((t) => t.sigle !== null && t.estMot).map((t) => cleSigle(t.sigle ?? '')),
      ...entiers.map((c) => c.mot),
      ...(nomPropre ? [] : entiers.map((c) => cleRacine(c.racine))),
    ],
  };
}

/** The key that says what a term is about: its sigle, else its stem. */
export function cleContenu(terme: Terme): Cle {
  return terme.sigle !== null && !terme.estMot ? cleSigle(terme.sigle) : cleRacine(terme.racine);
}

/** The four fields of a document that are searched, in order of weight. */
export function champsDe(document: DocumentIndexe): readonly [string, string, string, string] {
  // A line break keeps two names apart: no phrase runs from one to the next in practice.
  return [document.titre, document.alias.join('\n'), document.champs, document.texte];
}

/** A name as it is compared whole: words that count, folded, in order (« le PRE » and « pré » alike: matching tells them apart). */
export function cleNom(nom: string): string {
  const mots = tokens(normalise(nom)).map((j) => fold(j.texte));
  const pleins = mots.filter((m) => !estVide(m));
  return (pleins.length > 0 ? pleins : mots)
    .map((m) => (m === 'st' ? 'saint' : m === 'ste' ? 'sainte' : m))
    .join(' ');
}
