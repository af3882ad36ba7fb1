import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openFactsWriter } from '../../src/facts/writer.js';
import { createQuestions } from '../../src/questions/questions.js';
import { ingestInto, readersOf, seedGazetteer } from '../support/base.js';
import { dossierTemporaire } from '../support/dossier.js';

const PROGRAMME = `Programme d’actions 2015

Santé

1. Atelier des coordinateurs – atelier

Public : coordinateurs ASV
Territoire : Persan
`;

describe('a question about documents', () => {
  it('finds the pages of a programme that speak of the subject', async () => {
    const data = dossierTemporaire();
    const fichier = join(dossierTemporaire(), 'programme.txt');
    writeFileSync(fichier, PROGRAMME);
    await ingestInto(data, [fichier]);
    const readers = await readersOf(data);
    onTestFinished(() => readers.fermer());
    const questions = createQuestions({ ...readers, gazetteer: seedGazetteer() });
    const { resultats } = await questions.demander('Quels documents sur les coordinateurs ?');
    expect(resultats.map((r) => r.type)).toEqual(['Page']);
  });
});

describe('an answer given while an ingest is under way', () => {
  it('does not claim to have looked into a document that the engines do not hold yet', async () => {
    const data = dossierTemporaire();
    const fichier = join(dossierTemporaire(), 'programme.txt');
    writeFileSync(fichier, PROGRAMME);
    await ingestInto(data, [fichier]);
    const id = `sha256:${'b'.repeat(64)}`;
    const facts = openFactsWriter(data);
    const document = {
      id,
      fichier: 'nouveau.pdf',
      titre: 'Nouveau',
      type: 'programme' as const,
      annee: 2016,
      pages: 0,
      format: 'pdf',
      source: 'defaut',
      producteur: null,
    };
    facts.appliquer({ lot: id, empreinte: '', document, pages: [], assertions: [] });
    facts.close();
    const readers = await readersOf(data);
    onTestFinished(() => readers.fermer());
    const questions = createQuestions({ ...readers, gazetteer: seedGazetteer() });
    const { couverture } = await questions.demander('Quelles actions touchent Persan ?');
    expect(couverture.documents.map((d) => d.fichier)).toEqual(['programme.txt']);
  });
});
