import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Folders (or files) from left to right, the longest name first where one holds another: what each may import. */
const TABLE: readonly { dossier: string; nos: readonly string[]; tiers: readonly string[] }[] = [
  { dossier: 'queries', nos: ['queries'], tiers: ['zod'] },
  { dossier: 'src/domain', nos: [], tiers: ['zod'] },
  { dossier: 'src/french', nos: [], tiers: ['natural'] },
  {
    dossier: 'src/gazetteer',
    nos: ['src/domain', 'src/french'],
    tiers: ['csv-parse', 'yaml', 'zod'],
  },
  { dossier: 'src/comparaison', nos: ['src/domain', 'src/french'], tiers: [] },
  { dossier: 'src/facts', nos: ['src/domain'], tiers: ['libsql'] },
  {
    dossier: 'src/graph/embedded',
    nos: ['src/graph', 'src/domain', 'queries'],
    tiers: ['@ladybugdb/core'],
  },
  {
    dossier: 'src/graph/neo4j',
    nos: ['src/graph', 'src/domain', 'queries'],
    tiers: ['neo4j-driver'],
  },
  { dossier: 'src/graph', nos: ['src/domain', 'queries'], tiers: ['zod'] },
  {
    dossier: 'src/search/embedded',
    nos: ['src/search', 'src/domain', 'src/french'],
    tiers: ['libsql'],
  },
  {
    dossier: 'src/search/meilisearch',
    nos: ['src/search', 'src/domain', 'src/french'],
    tiers: ['meilisearch'],
  },
  { dossier: 'src/search', nos: ['src/domain', 'src/french'], tiers: [] },
  {
    dossier: 'src/questions',
    nos: [
      'src/domain',
      'src/french',
      'src/comparaison',
      'src/gazetteer',
      'src/facts',
      'src/graph',
      'src/search',
      'queries',
    ],
    tiers: [],
  },
  { dossier: 'src/export', nos: ['src/questions', 'src/domain', 'src/facts'], tiers: [] },
  {
    dossier: 'src/api',
    nos: ['src/questions', 'src/export', 'src/domain', 'src/facts', 'src/search'],
    tiers: ['fastify', '@fastify/helmet', '@fastify/swagger', 'fastify-type-provider-zod', 'zod'],
  },
  {
    dossier: 'src/web',
    nos: ['src/questions', 'src/api', 'src/domain', 'src/facts', 'src/search'],
    tiers: ['preact', 'preact-render-to-string', 'fastify'],
  },
  { dossier: 'src/cli/', nos: ['src', 'ingest'], tiers: ['commander', 'cli-progress'] },
  {
    dossier: 'ingest/formats/pdf',
    nos: ['ingest/formats', 'src/domain'],
    tiers: ['pdf-parse', 'pdfjs-dist'],
  },
  { dossier: 'ingest/formats/archive', nos: ['src/domain'], tiers: ['fflate'] },
  {
    dossier: 'ingest/formats/xml',
    nos: ['ingest/formats', 'src/domain'],
    tiers: ['saxes'],
  },
  { dossier: 'ingest/formats/html', nos: ['ingest/formats', 'src/domain'], tiers: ['parse5'] },
  {
    dossier: 'ingest/formats/texte',
    nos: ['ingest/formats', 'src/domain'],
    tiers: ['iconv-lite'],
  },
  {
    dossier: 'ingest/formats/tableur',
    nos: ['ingest/formats', 'src/domain', 'src/french'],
    tiers: ['@e965/xlsx'],
  },
  {
    dossier: 'ingest/formats/bibtex',
    nos: ['ingest/formats', 'src/domain'],
    tiers: ['@retorquere/bibtex-parser'],
  },
  { dossier: 'ingest/formats/ocr', nos: ['src/domain'], tiers: ['tesseract.js'] },
  { dossier: 'ingest/formats', nos: ['src/domain', 'src/french'], tiers: [] },
  {
    dossier: 'ingest',
    nos: [
      'ingest',
      'src/domain',
      'src/french',
      'src/comparaison',
      'src/gazetteer',
      'src/facts',
      'src/graph/port.ts',
      'src/search/port.ts',
      'src/search/documents.ts',
    ],
    tiers: ['yaml', 'zod'],
  },
  { dossier: 'src/config.ts', nos: ['src/domain'], tiers: ['zod'] },
  { dossier: 'src/engines.ts', nos: ['src'], tiers: [] },
  { dossier: 'src/server.ts', nos: ['src'], tiers: [] },
  { dossier: 'src/cli.ts', nos: ['src', 'ingest'], tiers: [] },
];

function sources(dossier: string): string[] {
  return readdirSync(join(root, dossier)).flatMap((nom) => {
    const chemin = join(dossier, nom);
    if (statSync(join(root, chemin)).isDirectory()) return sources(chemin);
    return /\.tsx?$/.test(nom) && !nom.endsWith('.d.ts') ? [chemin] : [];
  });
}

function imports(fichier: string): string[] {
  const texte = readFileSync(join(root, fichier), 'utf8');
  return [...texte.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((m) => m[1] ?? '');
}

const FICHIERS = ['queries', 'src', 'ingest'].flatMap(sources);

function rule(fichier: string) {
  return TABLE.filter(
    (r) =>
      fichier === r.dossier ||
      fichier.startsWith(r.dossier.endsWith('/') ? r.dossier : `${r.dossier}/`),
  ).sort((a, b) => b.dossier.length - a.dossier.length)[0];
}

function packageName(specifier: string): string {
  const [scope = '', name = ''] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

describe('the line of folders', () => {
  it('has a place in the table for every source file', () => {
    expect(FICHIERS.filter((f) => rule(f) === undefined)).toEqual([]);
  });

  it.each(TABLE.map((r) => [r.dossier] as const))('%s imports only from its left', (dossier) => {
    const fautes = FICHIERS.filter((f) => rule(f)?.dossier === dossier).flatMap((fichier) => {
      const { nos = [], tiers = [] } = rule(fichier) ?? {};
      return imports(fichier).flatMap((specifier) => {
        if (specifier.startsWith('node:')) return [];
        if (!specifier.startsWith('.')) {
          return tiers.includes(packageName(specifier)) ? [] : [`${fichier} -> ${specifier}`];
        }
        const cible = relative(root, normalize(join(root, dirname(fichier), specifier))).replace(
          /\.jsx?$/,
          '.ts',
        );
        const permis = [dossier.replace(/\/$/, ''), ...nos].some(
          (p) => cible === p || cible.startsWith(`${p}/`),
        );
        return permis ? [] : [`${fichier} -> ${cible}`];
      });
    });
    expect(fautes).toEqual([]);
  });

  it('keeps each third-party library in one folder', () => {
    const PARTOUT = new Set(['zod', 'yaml', 'libsql']);
    const lieux = new Map<string, Set<string>>();
    for (const fichier of FICHIERS) {
      for (const specifier of imports(fichier)) {
        if (specifier.startsWith('.') || specifier.startsWith('node:')) continue;
        const nom = packageName(specifier);
        lieux.set(nom, (lieux.get(nom) ?? new Set()).add(rule(fichier)?.dossier ?? ''));
      }
    }
    const disperses = [...lieux].filter(
      ([nom, dossiers]) => !PARTOUT.has(nom) && dossiers.size > 1,
    );
    expect(disperses.map(([nom, dossiers]) => `${nom} : ${[...dossiers].join(', ')}`)).toEqual([]);
  });

  it('names no concrete engine outside the composition roots', () => {
    const racines = ['src/engines.ts', 'src/graph/embedded/', 'src/search/embedded/'];
    const fautes = FICHIERS.filter((f) => !racines.some((r) => f.startsWith(r))).filter((f) =>
      imports(f).some((s) => /\/(embedded|neo4j|meilisearch)\//.test(s)),
    );
    expect(fautes).toEqual([]);
  });

  it('writes no Cypher outside queries/', () => {
    const fautes = FICHIERS.filter((f) => !f.startsWith('queries/')).filter((f) =>
      /\b(MATCH|MERGE) \(/.test(readFileSync(join(root, f), 'utf8')),
    );
    expect(fautes).toEqual([]);
  });
});
