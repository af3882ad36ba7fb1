import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A request to the server and what it answered. */
export interface Echange {
  /** `POST /multi-search`. */
  readonly demande: string;
  /** Body sent; its SHA-256 when it is long. */
  readonly corps: string;
  readonly statut: number;
  readonly reponse: unknown;
}

/** Exchanges with a real server, by test file. */
export interface Enregistrement {
  /** Version of the server that answered. */
  readonly serveur: string;
  readonly echanges: readonly Echange[];
}

const DOSSIER = join(process.cwd(), 'tests', 'support', 'meilisearch', 'enregistrements');
/** Characters of a body kept as it is. */
const CORPS_MAX = 4_000;
/** What changes from one run to the next and says nothing. */
const PASSAGER = new Set([
  'processingTimeMs',
  'enqueuedAt',
  'startedAt',
  'finishedAt',
  'createdAt',
  'updatedAt',
  'duration',
  'batchUid',
  'requestUid',
  'details',
]);

export function cheminDe(nom: string): string {
  return join(DOSSIER, `${nom}.json`);
}

export function lire(nom: string): Enregistrement {
  return JSON.parse(readFileSync(cheminDe(nom), 'utf8')) as Enregistrement;
}

/** Writes an exchange a line, so that a new recording is reviewed as a difference. */
export function ecrire(nom: string, { serveur, echanges }: Enregistrement): void {
  const lignes = reduire(echanges).map((e) => JSON.stringify(e));
  writeFileSync(
    cheminDe(nom),
    `{"serveur":${JSON.stringify(serveur)},"echanges":[\n${lignes.join(',\n')}\n]}\n`,
  );
}

export function abrege(corps: string): string {
  return corps.length <= CORPS_MAX
    ? corps
    : `sha256:${createHash('sha256').update(corps).digest('hex')}`;
}

/** An answer without what changes from one run to the next. */
export function stable(valeur: unknown): unknown {
  if (Array.isArray(valeur)) return valeur.map(stable);
  if (typeof valeur !== 'object' || valeur === null) return valeur;
  return Object.fromEntries(
    Object.entries(valeur)
      .filter(([nom]) => !PASSAGER.has(nom))
      .map(([nom, v]) => [nom, stable(v)]),
  );
}

export const cleDe = ({ demande, corps }: Pick<Echange, 'demande' | 'corps'>): string =>
  `${demande}\n${corps}`;

/** The same request with always the same answer is kept once. */
function reduire(echanges: readonly Echange[]): Echange[] {
  const reponses = new Map<string, Set<string>>();
  for (const e of echanges) {
    const vues = reponses.get(cleDe(e)) ?? new Set();
    reponses.set(cleDe(e), vues.add(JSON.stringify([e.statut, e.reponse])));
  }
  const gardes = new Set<string>();
  return echanges.filter((e) => {
    if ((reponses.get(cleDe(e))?.size ?? 0) > 1) return true;
    return gardes.has(cleDe(e)) ? false : gardes.add(cleDe(e)) !== undefined;
  });
}
