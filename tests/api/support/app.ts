import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { referenceAssertions } from '../../../ingest/stages/reference.js';
import { buildApp } from '../../../src/api/app.js';
import type { Services } from '../../../src/api/services.js';
import { createPages } from '../../../src/web/pages.js';
import { type DocumentDeTest, ouvrirBase } from '../../questions/support/base.js';
import { PROGRAMME } from '../../questions/support/petitMonde.js';
import { REFERENTIELS } from '../../questions/support/seeds.js';

/** Id of the first document: the base of tests names them by their rank. */
export const DOCUMENT = `sha256:${'1'.repeat(64)}`;

export const SCRIPT = '<script>alert("titre")</script>';
const CITATION = '"><img src=x onerror=alert(1)>';

/** A document that tries to run in whoever reads it. */
const DOCUMENT_HOSTILE: DocumentDeTest = {
  annee: 2013,
  pages: [`Axe ${SCRIPT}\n1. Action ${SCRIPT}\nTerritoire : ${CITATION} Chelles`],
  faits: [
    ['programme:essai-2013', 'titre', `Programme ${SCRIPT}`, SCRIPT],
    ['programme:essai-2013', 'annee', 2013, SCRIPT],
    ['axe:hostile', 'titre', `Axe ${SCRIPT}`, `Axe ${SCRIPT}`],
    ['programme:essai-2013', 'COMPREND', 'axe:hostile', `Axe ${SCRIPT}`],
    ['action:hostile', 'titre', `Action ${SCRIPT}`, `Action ${SCRIPT}`],
    ['action:hostile', 'annee', 2013, `Action ${SCRIPT}`],
    ['axe:hostile', 'COMPREND', 'action:hostile', `Action ${SCRIPT}`],
    ['action:hostile', 'TOUCHE', 'commune:77108', `${CITATION} Chelles`, { origine: 'champ' }],
    ['personne:hostile', 'nom', `Ada ${SCRIPT}`, SCRIPT],
    ['personne:hostile', 'INTERVIENT_DANS', 'action:hostile', CITATION, { role: 'intervenant' }],
  ],
};

export interface TestApp {
  readonly app: Awaited<ReturnType<typeof buildApp>>;
  readonly services: Services;
  /** Body of a GET that must succeed. */
  get(url: string): Promise<Record<string, unknown>>;
  /** HTML of a GET, whatever its status. */
  html(url: string): Promise<string>;
  close(): Promise<void>;
}

/** The server over a small world on the real engines, with one original file. */
export async function openTestApp(
  change: (services: Services) => Services = (s) => s,
): Promise<TestApp> {
  const base = await ouvrirBase([PROGRAMME, DOCUMENT_HOSTILE], referenceAssertions(REFERENTIELS));
  const originaux = mkdtempSync(join(tmpdir(), 'maillage-originaux-'));
  writeFileSync(join(originaux, '1'.repeat(64)), '%PDF-1.4 essai');
  const services = change({ ...base.moteurs, questions: base.questions, originaux });
  const app = await buildApp({ services, pages: createPages(services) });
  return {
    app,
    services,
    async get(url) {
      const reponse = await app.inject(url);
      if (reponse.statusCode !== 200)
        throw new Error(`${url} : ${reponse.statusCode} ${reponse.body}`);
      return reponse.json();
    },
    html: async (url) => (await app.inject({ url, headers: { accept: 'text/html' } })).body,
    async close() {
      await app.close();
      await base.fermer();
      rmSync(originaux, { recursive: true, force: true });
    },
  };
}
