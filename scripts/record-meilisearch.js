// npm run meilisearch:record: asks a real server all that the tests ask, and keeps what it answers.
import { spawnSync } from 'node:child_process';

const TESTS = [
  'tests/contract/search.meilisearch.test.ts',
  'tests/search/classement.test.ts',
  'tests/search/meilisearch-cle.test.ts',
  'tests/search/memes-reponses.test.ts',
];

if (!process.env.MEILISEARCH_URL) {
  console.error(
    'Aucun serveur à enregistrer. Démarrez un Meilisearch vide (« docker compose up meilisearch »),\n' +
      'puis donnez MEILISEARCH_URL et MEILISEARCH_API_KEY (la clé d’administration ou la clé maîtresse).',
  );
  process.exit(2);
}
const { status } = spawnSync('npx', ['vitest', 'run', ...TESTS], {
  stdio: 'inherit',
  env: { ...process.env, MEILISEARCH_RECORD: 'oui' },
});
process.exit(status ?? 1);
