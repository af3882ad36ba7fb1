import { describe, expect, it } from 'vitest';
import { loadProfils } from '../../../ingest/sources/profil.js';
import { loadVocabulaire } from '../../../ingest/stages/assert/vocabulaire.js';
import type { PageExpliquee } from '../../../ingest/stages/explain/releve.js';
import { expliquer } from '../../../ingest/stages/explain/releve.js';
import { buildLot } from '../../../ingest/stages/lot.js';
import { readFile } from '../../../ingest/stages/read.js';
import { understandLayout } from '../../../ingest/stages/understand.js';
import { idFait } from '../../../src/domain/fait.js';
import { packageRoot } from '../../../src/domain/racine.js';
import { seedGazetteer } from '../../support/base.js';

async function expliquerSemence(): Promise<{
  pages: PageExpliquee[];
  textes: Map<number, string>;
}> {
  const lecture = await readFile(`${packageRoot()}/seeds/documents/programme-2012.pdf`);
  const lu = understandLayout(lecture, 'programme-2012.pdf', loadProfils());
  const { assertions, alertes, pages } = buildLot(lu, seedGazetteer(), loadVocabulaire(), '');
  const faits = assertions.map((a) => ({ ...a, id: idFait(a), sequence: 1 }));
  const stockees = pages ?? [];
  return {
    pages: expliquer({ document: lu.id, pages: stockees, faits, alertes: alertes ?? [], lu }),
    textes: new Map(stockees.map((p) => [p.numero, p.texte])),
  };
}

describe('explaining a document, page by page', async () => {
  const { pages, textes } = await expliquerSemence();
  const page = (n: number) => pages.find((p) => p.numero === n);

  it('gives every page, with its state', () => {
    expect(pages.map((p) => p.numero)).toEqual([...textes.keys()]);
    expect(pages.every((p) => ['lu', 'vide', 'ocr', 'illisible'].includes(p.etat))).toBe(true);
  });

  it('quotes exact slices of the page, whatever became of them', () => {
    for (const p of pages) {
      const texte = textes.get(p.numero) ?? '';
      for (const q of [...p.passages, ...p.ecartes, ...p.repares, ...p.inutilises])
        expect(texte.slice(q.debut, q.fin)).toBe(q.citation);
    }
  });

  it('tells which rules made facts of a passage', () => {
    const regles = page(6)
      ?.passages.filter((p) => p.citation === 'année 2012')
      .flatMap((p) => p.faits.map((f) => f.regle));
    expect(regles).toContain('periode@1');
  });

  it('tells what is set aside, and why', () => {
    const raisons = new Set(pages.flatMap((p) => p.ecartes.map((e) => e.raison)));
    expect([...raisons]).toContain('titre courant');
  });

  it('calls unused only what no fact rests on and nothing sets aside', () => {
    for (const p of pages) {
      for (const libre of p.inutilises) {
        const pris = [...p.passages, ...p.ecartes].filter(
          (q) => q.debut < libre.fin && libre.debut < q.fin,
        );
        expect(pris).toEqual([]);
      }
    }
    expect(pages.flatMap((p) => p.inutilises).length).toBeGreaterThan(0);
  });
});
