import { closeSync, openSync, writeSync } from 'node:fs';
import { MaillageError } from '../../domain/errors.js';
import type { TypePropriete } from '../../domain/schema.js';
import type { Colonne } from '../ddl.js';
import { typeSql } from '../ddl.js';

/** Marks in the bulk files. Texts never hold them: control characters are removed when written. */
const ABSENT = '\u0001';
const SEPARATEUR = '\u001f';
const LOT = 1 << 20;

export type Cellule = string | number | boolean | readonly (string | number)[] | undefined;

/**
 * Adds rows to a file as the engine's bulk reader wants them: every cell a quoted text, an absent value
 * and the items of a list marked by control characters, so that quotes, line feeds and brackets
 * of a title are only text. Control characters other than tab and line ends are removed, as they
 * are from the pages.
 */
export function writeRows(
  fichier: string,
  colonnes: readonly Colonne[],
  lignes: Iterable<readonly Cellule[]>,
): void {
  const descripteur = openSync(fichier, 'a');
  try {
    let lot = '';
    for (const ligne of lignes) {
      lot += `${colonnes.map((colonne, i) => encode(colonne, ligne[i])).join(',')}\n`;
      if (lot.length > LOT) {
        writeSync(descripteur, lot);
        lot = '';
      }
    }
    writeSync(descripteur, lot);
  } finally {
    closeSync(descripteur);
  }
}

/** `LOAD … FROM` clause that reads a file of `writeRows`, every column as text. */
export function loadClause(fichier: string, colonnes: readonly Colonne[]): string {
  const entetes = colonnes.map(({ nom }) => `${nom} STRING`).join(', ');
  const chemin = fichier.replaceAll('\\', '/').replaceAll("'", "\\'");
  return (
    `LOAD WITH HEADERS (${entetes}) FROM '${chemin}' (HEADER=false, PARALLEL=false, ` +
    `AUTO_DETECT=false, DELIM=',', QUOTE='"', ESCAPE='"', NULL_STRINGS=['${ABSENT}'])`
  );
}

/** Expression that gives a column of such a file its type back. */
export function decodeColumn({ nom, type }: Colonne): string {
  if (type === 'texte') return nom;
  if (type === 'entier' || type === 'booleen') return `CAST(${nom} AS ${typeSql(type)})`;
  const liste = `CASE WHEN ${nom} = '' THEN CAST([] AS STRING[]) ELSE string_split(${nom}, '${SEPARATEUR}') END`;
  return `CAST(${liste} AS ${typeSql(type)})`;
}

function encode(colonne: Colonne, valeur: Cellule): string {
  if (valeur === undefined) return `"${ABSENT}"`;
  if (!fits(colonne.type, valeur)) {
    throw new MaillageError(
      'refus',
      `La propriété « ${colonne.nom} » attend ${colonne.type}, et reçoit ${JSON.stringify(valeur)}.`,
      'Corrigez la règle qui écrit ce fait, ou le type déclaré dans src/domain/schema.ts.',
    );
  }
  const texte = Array.isArray(valeur) ? valeur.map(clean).join(SEPARATEUR) : clean(valeur);
  return `"${texte.replaceAll('"', '""')}"`;
}

function fits(type: TypePropriete, valeur: Exclude<Cellule, undefined>): boolean {
  switch (type) {
    case 'texte':
      return typeof valeur === 'string';
    case 'entier':
      return Number.isSafeInteger(valeur);
    case 'booleen':
      return typeof valeur === 'boolean';
    case 'texte[]':
      return Array.isArray(valeur) && valeur.every((v) => typeof v === 'string');
    case 'entier[]':
      return Array.isArray(valeur) && valeur.every((v) => Number.isSafeInteger(v));
  }
}

function clean(valeur: unknown): string {
  return (
    String(valeur)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
  );
}
