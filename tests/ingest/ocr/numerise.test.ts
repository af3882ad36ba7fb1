import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { dossierLangue, Moteur } from '../../../ingest/formats/ocr/moteur.js';
import { pdf } from '../../../ingest/formats/pdf/index.js';
import { chooseProfil, loadProfils } from '../../../ingest/sources/profil.js';
import { imageAlerts } from '../../../ingest/stages/pagesImages.js';
import { segmentProgramme } from '../../../ingest/stages/segment.js';
import { uncovered } from '../../../ingest/stages/uncovered.js';
import type { PageLue } from '../../../src/domain/page.js';
import { pdfPlace } from '../../support/pdf.js';

/** A white image of 40 by 40 points. */
const UN_BLANC = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAACgAAAAoCAAAAACpleexAAAAHElEQVR4nGP4TyRgGFU4qnBU4ajCUYWjCklXCAAsljobf4fAtQAAAABJRU5ErkJggg==',
  'base64',
);

const DOCUMENT = `sha256:${'a'.repeat(64)}`;

async function lire(
  fichier: string,
  options: Parameters<typeof pdf.lire>[1] = {},
): Promise<readonly PageLue[]> {
  const octets = readFileSync(join(import.meta.dirname, fichier));
  return (await pdf.lire(octets, options)).pages;
}

function lignes(page: PageLue | undefined): string[] {
  return (page?.lignes ?? []).map((l) => page?.texte.slice(l.debut, l.fin) ?? '');
}

describe('a programme with a scanned page', () => {
  let pages: readonly PageLue[] = [];
  const avancement: [number, number][] = [];
  beforeAll(async () => {
    pages = await lire('numerise.pdf', {
      annoncer: (fait, total) => avancement.push([fait, total]),
    });
  }, 30_000);

  it('reads the image, and says how sure it is; the page of text is left as it is', () => {
    expect(pages.map((p) => p.etat)).toEqual(['lu', 'ocr']);
    expect(pages[0]?.confiance).toBeUndefined();
    expect(pages[1]?.confiance).toBeGreaterThan(85);
    expect(pages[1]?.confiance).toBeLessThanOrEqual(100);
    expect(lignes(pages[1])).toContain('Territoire : Garges-lès-Gonesse et Sarcelles');
    expect(avancement).toEqual([[0, 1]]);
  });

  it('keeps the header that the file writes over the image, once and to the letter', () => {
    expect(lignes(pages[1])[0]).toBe('Reçu le 3 mars 2031 - 2');
    expect(lignes(pages[1]).filter((l) => l.includes('Reçu'))).toHaveLength(1);
  });

  it('sees sizes, bold print and places in points, on a sheet that was laid askew', () => {
    const ligne = (debut: string) =>
      pages[1]?.lignes.find((l) => pages[1]?.texte.slice(l.debut).startsWith(debut));
    const axe = ligne('Axe 1');
    const action = ligne('1. La gestion');
    const corps = ligne('Ce groupe');
    expect([axe?.gras, action?.gras, corps?.gras]).toEqual([true, true, false]);
    expect(axe?.taille).toBeGreaterThan(14);
    expect(corps?.taille).toBeCloseTo(11, 0);
    expect(Math.abs((action?.x ?? 0) - (ligne('Public')?.x ?? 0))).toBeLessThan(2);
    expect(Math.abs((corps?.y ?? 0) - 676)).toBeLessThan(6);
    expect(ligne('Public')?.espaceAvant).toBe(true);
    expect(ligne('Période')?.espaceAvant).toBe(false);
  });

  it('is understood as a page of text is, no character lost', () => {
    const programme = segmentProgramme(pages, chooseProfil(pages, loadProfils()));
    const actions = programme.axes.flatMap((a) => a.actions);
    expect(actions.map((a) => a.intitule.texte)).toEqual([
      'La gestion urbaine de proximité',
      'Les conseils citoyens',
    ]);
    expect(actions[0]?.champs.map((c) => c.valeur.texte)).toEqual([
      'chefs de projet et bailleurs sociaux',
      '1er semestre 2031',
      'Garges-lès-Gonesse et Sarcelles',
      'Jeanne Martin, sociologue',
    ]);
    expect(uncovered(pages, programme)).toEqual([]);
  });

  it('gives the same text again', async () => {
    expect(await lire('numerise.pdf')).toEqual(pages);
  }, 30_000);

  it('says which page was not read when recognition is off, and keeps what the file writes there', async () => {
    const sans = await lire('numerise.pdf', { reconnaissance: false });
    expect(sans[1]).toMatchObject({ etat: 'illisible', texte: 'Reçu le 3 mars 2031 - 2' });
    expect(sans[1]?.raison).toContain('désactivée');
    const [alerte, autre] = imageAlerts(DOCUMENT, sans);
    expect(alerte).toMatchObject({ code: 'page-illisible', page: 2, document: DOCUMENT });
    expect(alerte?.remede).toContain('MAILLAGE_OCR=oui');
    expect(autre).toBeUndefined();
  });
});

describe('pages without text', () => {
  it('are empty when nothing is printed, unreadable with the reason when it is no writing', async () => {
    const pages = await lire('sans-texte.pdf');
    expect(pages.map((p) => p.etat)).toEqual(['vide', 'illisible', 'vide']);
    expect(pages[1]?.raison).toContain('pas de texte lisible');
  }, 30_000);

  it('are not looked at when the page has its own text', async () => {
    const annonces: number[] = [];
    const octets = pdfPlace([[{ x: 60, y: 700, texte: 'Une page courte, sans image.' }]]);
    const { pages } = await pdf.lire(octets, { annoncer: (n) => annonces.push(n) });
    expect(pages.map((p) => p.etat)).toEqual(['lu']);
    expect(annonces).toEqual([]);
  });
});

describe('imageAlerts', () => {
  it('points at a page recognised with little confidence, by an exact quote', () => {
    const texte = '  Titre pâle\nsuite';
    const page = { numero: 4, imprimee: null, etat: 'ocr' as const, confiance: 66.4, texte };
    const [alerte] = imageAlerts(DOCUMENT, [page, { ...page, numero: 5, confiance: 93 }]);
    expect(alerte).toMatchObject({ code: 'reconnaissance-douteuse', page: 4 });
    expect(alerte?.message).toContain('66 %');
    expect(texte).toContain(alerte?.citation ?? '?');
  });
});

describe('the recognition engine', () => {
  it('has its language in an installed package, and nothing replaces it from elsewhere', async () => {
    expect(dossierLangue()).toContain('node_modules');
    expect(existsSync(join(dossierLangue(), 'fra.traineddata.gz'))).toBe(true);
    const ailleurs = new Moteur({ langue: '/dossier/absent' });
    await expect(ailleurs.lire(new Uint8Array())).rejects.toBeDefined();
    await ailleurs.fermer();
  });

  it('gives up an image that it cannot read, and reads the next one', async () => {
    const moteur = new Moteur();
    await expect(moteur.lire(new Uint8Array(10))).rejects.toBeDefined();
    await expect(moteur.lire(UN_BLANC)).resolves.toEqual([]);
    await moteur.fermer();
  }, 30_000);
});
