import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../src/domain/racine.js';
import { fold } from '../../../src/french/fold.js';
import { contient, contientSansAccents, lignesTriees } from '../../../src/french/sortedLines.js';

/** Words that damaged text is tried against. */
export interface Lexique {
  /** A word of the language, in lower case with its accents, of two letters or more. */
  connait(mot: string): boolean;
  /** One of the few hundred words that are most of any text. */
  courant(mot: string): boolean;
  /** A word of the language or a part of the name of a French commune, whatever its capitals. */
  nomme(mot: string): boolean;
  /** The same, whatever its accents: « DEROULEMENT », « Eragny ». */
  nommeSansAccents(mot: string): boolean;
}

/** The words of fewer than three letters: lists of them are mostly abbreviations and notes of music. */
const COURTS = new Set(
  'ai an as au ça ce dû du en es et eu il je la le lu ma me né ne ni nu on or os où ou pu sa se si su ta te tu un va vu à y a'.split(
    ' ',
  ),
);

const DOSSIER = join(packageRoot(), 'seeds', 'gazetteers');

/** The lexicon of the seeds, read when a first word is asked. */
export function chargerLexique(): Lexique {
  const mots = unique(() => lignesTriees(lire('mots-francais.txt')));
  const courants = unique(() => new Set(lire('mots-courants.txt').split('\n')));
  const noms = unique(nomsDeCommunes);
  const nomsNus = unique(() => new Set([...noms()].map(fold)));
  const connait = (mot: string): boolean =>
    mot.length < 3 ? COURTS.has(mot) : contient(mots(), mot);
  const nomme = (mot: string): boolean => {
    const bas = mot.toLowerCase();
    return connait(bas) || noms().has(bas);
  };
  return {
    connait,
    courant: (mot) => courants().has(fold(mot)),
    nomme,
    nommeSansAccents: (mot) =>
      nomme(mot) || contientSansAccents(mots(), mot.toLowerCase()) || nomsNus().has(fold(mot)),
  };
}

/** What `faire` makes, once. */
function unique<T>(faire: () => T): () => T {
  let fait: { readonly valeur: T } | null = null;
  return () => {
    fait ??= { valeur: faire() };
    return fait.valeur;
  };
}

function nomsDeCommunes(): Set<string> {
  const noms = ['communes-ile-de-france.csv', 'communes-france.csv']
    .flatMap((fichier) => lire(fichier).split('\n'))
    .map((l) => l.split(';')[1] ?? '');
  return new Set([...noms, ...noms.flatMap((n) => n.split(/[-’' ]/))].map((n) => n.toLowerCase()));
}

function lire(fichier: string): string {
  return readFileSync(join(DOSSIER, fichier), 'utf8');
}
