// npm run bench: the budgets of the design, measured on this machine, each beside a baseline of the same run.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFParse } from 'pdf-parse';
import { measureMeilisearch } from './meilisearch.bench.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'bin', 'maillage.js');
const documents = join(root, 'seeds', 'documents');
const data = mkdtempSync(join(tmpdir(), 'maillage-bench-'));
// The budgets are those of the embedded engines, whatever servers are named.
const env = { ...process.env, MAILLAGE_DATA: data, NEO4J_URI: '', MEILISEARCH_URL: '' };

const rows = [];
const ms = (n) => `${Math.round(n)} ms`;
const report = (what, measured, budget, baseline, baselineName) =>
  rows.push({
    what,
    measured: ms(measured),
    budget: ms(budget),
    ratio: `${(measured / baseline).toFixed(1)} x ${baselineName} (${ms(baseline)})`,
  });

function timed(args) {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  return performance.now() - started;
}

async function best(times, work) {
  const results = [];
  for (let i = 0; i < times; i += 1) results.push(await work());
  return Math.min(...results);
}

async function parseOnly() {
  const bytes = readFileSync(join(documents, 'programme-2012.pdf'));
  const started = performance.now();
  const parser = new PDFParse({ data: new Uint8Array(bytes) });
  await parser.getText({ pageJoiner: '' });
  await parser.destroy();
  return performance.now() - started;
}

async function startServer() {
  const started = performance.now();
  const server = spawn(process.execPath, [bin, 'serve', '--port', '0'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise((resolve, reject) => {
    server.stdout.setEncoding('utf8').on('data', (text) => {
      const url = /http:\/\/\S+/.exec(text)?.[0];
      if (url !== undefined) resolve(url);
    });
    server.on('exit', () => reject(new Error('le serveur s’est arrêté')));
  });
  await fetch(`${address}/readyz`);
  return { elapsed: performance.now() - started, address, server };
}

function residentMegabytes(pid) {
  const status = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  return Math.round(Number(status) / 1024);
}

async function p95(address, paths, rounds) {
  const times = [];
  for (let i = 0; i < rounds; i += 1) {
    for (const path of paths) {
      const started = performance.now();
      const response = await fetch(`${address}${path}`);
      await response.text();
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      times.push(performance.now() - started);
    }
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)];
}

/** Our layer over Meilisearch beside the same requests sent by hand, when there is a server. */
async function reportMeilisearch() {
  const { MEILISEARCH_URL, MEILISEARCH_API_KEY = '' } = process.env;
  if (MEILISEARCH_URL === undefined) {
    console.log('Meilisearch: not measured (set MEILISEARCH_URL and MEILISEARCH_API_KEY)');
    return;
  }
  const { rows: kinds, ratio } = await measureMeilisearch(MEILISEARCH_URL, MEILISEARCH_API_KEY);
  console.table(kinds);
  console.log(
    `Meilisearch through our layer: ${ratio.toFixed(2)} x the raw call, worst of mean, median and p95 (budget 1.2)`,
  );
}

try {
  const node = await best(5, () => timed(['-e', '0']));
  const parse = await best(3, parseOnly);
  report(
    'read, resolve and project the 32 pages',
    timed([bin, 'ingest', documents]),
    5000,
    parse,
    'pdf-parse alone',
  );
  report(
    'the same again (nothing to write)',
    timed([bin, 'ingest', documents]),
    5000,
    parse,
    'pdf-parse alone',
  );

  const starts = [];
  let last;
  for (let i = 0; i < 5; i += 1) {
    if (last !== undefined) last.server.kill('SIGKILL');
    last = await startServer();
    starts.push(last.elapsed);
  }
  report('server up on an existing base', Math.min(...starts), 1000, node, 'an empty node process');
  const health = await p95(last.address, ['/healthz'], 200);
  const territories = ['95268', '95428', '95585', '95063'].map(
    (insee) => `/api/territoires/${insee}/actions`,
  );
  await p95(last.address, territories, 3);
  report('territory answer, p95', await p95(last.address, territories, 50), 50, health, '/healthz');
  const searches = ['mediation', 'sante des jeunes', 'PRE', 'garges'].map(
    (q) => `/api/recherche?q=${encodeURIComponent(q)}`,
  );
  report('search, p95', await p95(last.address, searches, 50), 25, health, '/healthz');
  const memory = residentMegabytes(last.server.pid);
  last.server.kill('SIGTERM');

  console.log(
    `${cpus()[0].model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`,
  );
  console.table(rows);
  console.log(`memory of the server after these requests: ${memory} MB (budget 250 MB)`);
  const neo4j = join(root, 'bench', 'neo4j.bench.js');
  spawnSync(process.execPath, ['--max-old-space-size=4096', neo4j], { stdio: 'inherit' });
  await reportMeilisearch();
} finally {
  rmSync(data, { recursive: true, force: true });
}
