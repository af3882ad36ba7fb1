import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { workKeys } from '../../../ingest/stages/ouvrages/cles.js';
import { compareWorks } from '../../../ingest/stages/ouvrages/comparer.js';
import type { Signalement } from '../../../ingest/stages/ouvrages/signalement.js';
import { lireAuteur } from '../../../src/domain/notice.js';

type Ecrit = Partial<Omit<Signalement, 'auteurs'>> & { readonly auteurs?: readonly string[] };

interface Paire {
  readonly pourquoi: string;
  readonly vrai: boolean;
  readonly a: Ecrit;
  readonly b: Ecrit;
}

const paires = parse(
  readFileSync(fileURLToPath(new URL('paires.yml', import.meta.url)), 'utf8'),
) as Paire[];

function record(id: string, { auteurs = [], ...dit }: Ecrit): Signalement {
  const vide = { complement: '', editeur: '', hote: '', numero: '', pagination: '', doi: '' };
  const rien = { isbn: [], langues: [], annee: null, edition: '', type: 'livre', titre: '' };
  return { ...vide, ...rien, ...dit, id, auteurs: auteurs.map(lireAuteur) };
}

/** What the rules make of a pair; two records that share no key are never compared. */
function verdict({ a, b }: Paire) {
  const [x, y] = [record('notice:a', a), record('notice:b', b)];
  const cles = new Set(workKeys(x).filter((cle) => !cle.startsWith('a')));
  if (!workKeys(y).some((cle) => cles.has(cle))) return 'inconnu';
  return compareWorks(x, y).decision;
}

describe('two records', () => {
  const pieges = paires.filter((p) => !p.vrai);
  const vraies = paires.filter((p) => p.vrai);

  it('are tried on forty pairs that must not be one, at least', () => {
    expect(pieges.length).toBeGreaterThanOrEqual(40);
  });

  it.each(pieges.map((p) => [p.pourquoi, p] as const))('are not joined: %s', (_nom, paire) => {
    expect(verdict(paire)).not.toBe('meme');
  });

  it('that are one work are joined or proposed, 95 in 100 at least, and most are joined', () => {
    const rendus = vraies.map(verdict);
    const manquees = vraies.filter((p) => !['meme', 'proposer'].includes(verdict(p)));
    expect(manquees.length, manquees.map((p) => p.pourquoi).join(' ; ')).toBeLessThanOrEqual(
      0.05 * vraies.length,
    );
    expect(rendus.filter((r) => r === 'meme').length).toBeGreaterThan(vraies.length / 2);
  });

  it.each(paires.map((p) => [p.pourquoi, p] as const))(
    'are told alike in both orders: %s',
    (_n, p) => {
      expect(verdict({ ...p, a: p.b, b: p.a })).toBe(verdict(p));
    },
  );
});
