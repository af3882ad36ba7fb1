import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../src/api/app.js';
import { estPreuveTexte, type Preuve } from '../../src/domain/fait.js';
import type { Readers } from '../../src/engines.js';
import { createQuestions } from '../../src/questions/questions.js';
import { createPages } from '../../src/web/pages.js';
import { ingestInto, readersOf, seedGazetteer } from '../support/base.js';

const dossier = mkdtempSync(join(tmpdir(), 'maillage-site-'));
let lecteurs: Readers;
let app: Awaited<ReturnType<typeof buildApp>>;

beforeAll(async () => {
  await ingestInto(dossier);
  lecteurs = await readersOf(dossier);
  const questions = createQuestions({ ...lecteurs, gazetteer: seedGazetteer() });
  const services = { ...lecteurs, questions, originaux: join(dossier, 'originaux') };
  app = await buildApp({ services, pages: createPages(services) });
}, 120_000);

afterAll(async () => {
  await app.close();
  await lecteurs.fermer();
  rmSync(dossier, { recursive: true, force: true });
});

/** Every proof inside an answer, at any depth. */
function preuves(valeur: unknown): Preuve[] {
  if (Array.isArray(valeur)) return valeur.flatMap(preuves);
  if (valeur === null || typeof valeur !== 'object') return [];
  const ici = 'citation' in valeur ? [valeur as Preuve] : [];
  return [...ici, ...Object.values(valeur).flatMap(preuves)];
}

describe('the site over the documents of a fresh clone', () => {
  it('has no link that leads nowhere', async () => {
    const vus = new Set(['/']);
    const casses: string[] = [];
    for (const url of vus) {
      const reponse = await app.inject({ url, headers: { accept: 'text/html' } });
      if (reponse.statusCode !== 200) casses.push(`${reponse.statusCode} ${url}`);
      if (!String(reponse.headers['content-type']).includes('text/html')) continue;
      for (const [, lien = ''] of reponse.body.matchAll(/ (?:href|src)="(\/[^"#]*)/g)) {
        if (vus.size < 600) vus.add(lien.replaceAll('&amp;', '&'));
      }
    }
    expect(casses).toEqual([]);
    expect(vus.size).toBeGreaterThan(200);
  }, 120_000);

  it('proves each action by passages that stand in their page', async () => {
    const { resultats } = (await app.inject('/api/actions?taille=200')).json();
    expect(resultats.length).toBeGreaterThan(30);
    for (const { id } of resultats as { id: string }[]) {
      const fiche = (await app.inject(`/api/actions/${encodeURIComponent(id)}`)).json();
      const textes = preuves(fiche).filter(estPreuveTexte);
      expect(textes.length).toBeGreaterThan(0);
      for (const { document, page, debut, fin, citation } of textes) {
        expect(lecteurs.faits.page(document, page)?.texte.slice(debut, fin)).toBe(citation);
      }
      for (const champ of fiche.champs) expect(champ.preuves, `${id} ${champ.nom}`).not.toEqual([]);
    }
  }, 60_000);

  it('gives the original file byte for byte', async () => {
    const { resultats } = (await app.inject('/api/documents')).json();
    for (const { id, pages } of resultats as { id: string; pages: number }[]) {
      expect((await app.inject(`/api/documents/${id}/pages/${pages}`)).statusCode).toBe(200);
      const { rawPayload } = await app.inject(`/api/documents/${id}/original`);
      expect(`sha256:${createHash('sha256').update(rawPayload).digest('hex')}`).toBe(id);
    }
  });
});
