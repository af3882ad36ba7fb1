import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { packageRoot } from '../../src/domain/racine.js';
import { withWriteLock } from '../../src/facts/lock.js';
import { dossierTemporaire } from '../support/dossier.js';

/** A process that takes the lock of a folder and keeps it until killed. */
const TENEUR = `
  const { withWriteLock } = await import(process.argv[1]);
  await withWriteLock(process.argv[2], { patienceMs: 0 }, () => {
    process.send('tenu');
    return new Promise((resolve) => process.on('message', resolve));
  });
  process.disconnect();
`;

async function teneur(dossier: string) {
  const module = join(packageRoot(), 'dist', 'src', 'facts', 'lock.js');
  const enfant = fork('/dev/stdin', [], {
    stdio: ['pipe', 'inherit', 'inherit', 'ipc'],
    execPath: process.execPath,
    execArgv: ['--input-type=module', '--eval', TENEUR, module, dossier],
  });
  onTestFinished(() => {
    enfant.kill('SIGKILL');
  });
  await once(enfant, 'message');
  return enfant;
}

describe('withWriteLock', () => {
  it('runs one after the other in one process', async () => {
    const dossier = dossierTemporaire();
    const ordre: string[] = [];
    await withWriteLock(dossier, { patienceMs: 0 }, async () => ordre.push('un'));
    await withWriteLock(dossier, { patienceMs: 0 }, async () => ordre.push('deux'));
    expect(ordre).toEqual(['un', 'deux']);
  });

  it('says that another process writes, once, and gives up after its patience with a remedy', async () => {
    const dossier = dossierTemporaire();
    await teneur(dossier);
    let dits = 0;
    const essai = withWriteLock(
      dossier,
      { patienceMs: 500, onWait: () => (dits += 1) },
      async () => 'fait',
    );
    await expect(essai).rejects.toThrow(/Une autre opération écrit/);
    expect(dits).toBe(1);
  });

  it('is free again as soon as the process that held it is killed', async () => {
    const dossier = dossierTemporaire();
    const enfant = await teneur(dossier);
    const essai = withWriteLock(dossier, { patienceMs: 20_000 }, async () => 'fait');
    enfant.kill('SIGKILL');
    await expect(essai).resolves.toBe('fait');
  });
});
