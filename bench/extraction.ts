// npm run bench:extraction: what the rules read of annotated documents, field by field.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../src/domain/racine.js';
import type { Cas } from './extraction/annotation.js';
import { lireCas } from './extraction/annotation.js';
import type { Bilan } from './extraction/comparer.js';
import type { Chiffres } from './extraction/mesurer.js';
import { chiffres, mesurer } from './extraction/mesurer.js';

const { values: options } = parseArgs({
  options: {
    /** Write the figures into bench/extraction.json. */
    ecrire: { type: 'boolean', default: false },
    /** List the misses of the held-out documents too. */
    details: { type: 'boolean', default: false },
    /** Only the cases whose name holds this. */
    cas: { type: 'string' },
    /** Folders of cases, instead of that of the tests: the held-out ones stay unread. */
    dossier: { type: 'string', multiple: true },
    /** Only the cases of this part: dev, reserve or fondateur. */
    partie: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

const COMMITTED = join(packageRoot(), 'bench', 'extraction.json');
const PARTIES = {
  dev: 'Développement',
  reserve: 'Réserve',
  fondateur: 'Document fondateur',
} as const;

type Mesures = Partial<Record<Cas['partie'], Record<string, Chiffres>>>;

const dossiers = options.dossier ?? [join(packageRoot(), 'tests', 'golden', 'programmes')];
const cas = dossiers
  .flatMap(lireCas)
  .filter((c) => options.cas === undefined || c.nom.includes(options.cas))
  .filter((c) => options.partie === undefined || c.partie === options.partie);
const anciennes: Mesures = existsSync(COMMITTED)
  ? (JSON.parse(readFileSync(COMMITTED, 'utf8')) as Mesures)
  : {};
const mesures: Mesures = {};

const pourcent = (n: number) => (100 * n).toFixed(1).padStart(6);

function afficher(partie: Cas['partie'], siens: readonly Cas[], bilan: Bilan): void {
  console.log(`\n${PARTIES[partie]} (${siens.map((c) => c.nom).join(', ')})`);
  console.log(`${'champ'.padEnd(24)}attendus trouvés justes  précis. rappel     F1  écart`);
  for (const [champ, c] of Object.entries(mesures[partie] ?? {})) {
    const avant = anciennes[partie]?.[champ]?.f1;
    const ecart =
      avant === undefined || options.cas !== undefined || options.dossier !== undefined
        ? ''
        : ((c.f1 - avant) * 100).toFixed(1);
    const comptes = [c.attendus, c.trouves, c.justes].map((n) => String(n).padStart(7)).join(' ');
    console.log(
      `${champ.padEnd(24)}${comptes} ${pourcent(c.precision)} ${pourcent(c.rappel)} ${pourcent(c.f1)}  ${ecart}`,
    );
  }
  if (partie === 'reserve' && !options.details) return;
  for (const e of bilan.ecarts) {
    console.log(
      `  ${e.cas} | ${e.champ} | ${e.genre} | ${e.action} | ${e.quoi.replace(/\s+/g, ' ')}`,
    );
  }
}

for (const partie of Object.keys(PARTIES) as Cas['partie'][]) {
  const siens = cas.filter((c) => c.partie === partie);
  if (siens.length === 0) continue;
  const bilan = await mesurer(siens);
  mesures[partie] = chiffres(bilan);
  if (!options.json) afficher(partie, siens, bilan);
}
if (options.json) console.log(JSON.stringify(mesures, null, 2));
if (options.ecrire)
  writeFileSync(COMMITTED, `${JSON.stringify({ ...anciennes, ...mesures }, null, 2)}\n`);
