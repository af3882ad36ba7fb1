import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly ports: readonly string[];
  readonly volumes: readonly string[];
  readonly mem_limit: string;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly [cle: string]: unknown;
}

const compose = parse(readFileSync('docker-compose.yml', 'utf8')) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};
const services = Object.entries(compose.services);
const dockerfile = readFileSync('Dockerfile', 'utf8');
const SECRET = /PASSWORD|KEY|AUTH/;
const docker = spawnSync('docker', ['compose', 'version']).status === 0;

describe('docker-compose.yml', () => {
  it('starts Neo4j 5 LTS, Meilisearch and Maillage, each at a version of its own', () => {
    expect(compose.services.neo4j?.image).toMatch(/^neo4j:5\.26\S*-community$/);
    expect(compose.services.meilisearch?.image).toMatch(/^getmeili\/meilisearch:v1\.\d+/);
    expect(compose.services.maillage?.build).toBe('.');
    expect(services).toHaveLength(3);
  });

  it.each(services)(
    '%s is reached from this machine only, keeps its data, has a limit of memory',
    (_nom, s) => {
      for (const port of s.ports) expect(port).toMatch(/^127\.0\.0\.1:/);
      for (const volume of s.volumes)
        expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
      expect(s.volumes.length).toBeGreaterThan(0);
      expect(s.mem_limit).toMatch(/^\d+[mg]$/);
      expect(s.healthcheck !== undefined || dockerfile.includes('HEALTHCHECK')).toBe(true);
    },
  );

  it('has no password of its own: without one, the start is refused in French', () => {
    const secrets = services.flatMap(([, s]) =>
      Object.entries(s.environment).filter(([nom]) => SECRET.test(nom)),
    );
    expect(secrets.map(([nom]) => nom).sort()).toEqual([
      'MEILISEARCH_API_KEY',
      'MEILI_MASTER_KEY',
      'NEO4J_AUTH',
      'NEO4J_PASSWORD',
    ]);
    for (const [, valeur] of secrets)
      expect(valeur).toMatch(
        /^(neo4j\/)?\$\{(NEO4J_PASSWORD|MEILISEARCH_API_KEY):\?donnez à [^}]+\}$/,
      );
  });

  it('runs Maillage without privileges on a file system that it cannot write', () => {
    expect(compose.services.maillage).toMatchObject({
      read_only: true,
      tmpfs: ['/tmp'],
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
  });

  it.skipIf(!docker)('is what docker compose expects', () => {
    const secrets = {
      NEO4J_PASSWORD: 'un mot de passe',
      MEILISEARCH_API_KEY: 'une clé assez longue',
    };
    const config = (env: NodeJS.ProcessEnv) =>
      spawnSync('docker', ['compose', 'config', '--quiet'], { env, encoding: 'utf8' });
    const { PATH, HOME } = process.env;
    expect(config({ PATH, HOME, ...secrets })).toMatchObject({ status: 0, stderr: '' });
    const sans = config({ PATH, HOME, MEILISEARCH_API_KEY: secrets.MEILISEARCH_API_KEY });
    expect(sans.status).not.toBe(0);
    expect(sans.stderr).toContain('donnez à Neo4j un mot de passe');
  });
});

describe('Dockerfile', () => {
  it('installs from the lockfile in a first stage and runs as another user than root', () => {
    const etages = dockerfile.split(/^FROM /m).slice(1);
    expect(etages).toHaveLength(2);
    expect(etages[0]).toMatch(/COPY package\.json package-lock\.json [\s\S]*npm ci/);
    expect(etages[1]).toMatch(/^USER node$/m);
    expect(etages[1]).not.toContain('npm');
  });

  it('takes in neither the secrets nor the data of who builds it', () => {
    const laisses = readFileSync('.dockerignore', 'utf8').split('\n');
    for (const nom of ['.env', 'data', '.git', 'node_modules']) expect(laisses).toContain(nom);
  });
});

describe('the public workflow', () => {
  it('runs both servers beside the tests, at the versions of docker-compose.yml', () => {
    const { jobs } = parse(readFileSync('.github/workflows/ci.yml', 'utf8')) as {
      jobs: { tests: { services: Record<string, { image: string }> } };
    };
    for (const nom of ['neo4j', 'meilisearch'])
      expect(jobs.tests.services[nom]?.image).toBe(compose.services[nom]?.image);
  });
});
