import { describe, expect, it, onTestFinished } from 'vitest';
import type { Assertion } from '../../src/domain/fait.js';
import { exportCsv } from '../../src/export/csv.js';
import { openFactsWriter } from '../../src/facts/writer.js';
import { dossierTemporaire } from '../support/dossier.js';

const PREUVE = { referentiel: 'essai', millesime: '2012', cle: 'x' };

function dit(sujet: string, predicat: string, valeur: string): Assertion {
  return { sujet, predicat, valeur, statut: 'dit', regle: 'essai@1', preuves: [PREUVE] };
}

function csv(...assertions: readonly Assertion[]): string[] {
  const facts = openFactsWriter(dossierTemporaire());
  onTestFinished(() => facts.close());
  facts.appliquer({ lot: 'essai', empreinte: '', assertions });
  return [...exportCsv(facts)].join('').trimEnd().split('\r\n').slice(1);
}

describe('exportCsv', () => {
  it('writes no cell that a spreadsheet would run as a formula', () => {
    const [ligne = ''] = csv(dit('action:a', 'titre', '=HYPERLINK("http://exemple")'));
    expect(ligne).toContain(`"'=HYPERLINK(""http://exemple"")"`);
  });

  it('keeps a separator, a quote and a line break inside their cell', () => {
    const [ligne = ''] = csv(dit('action:a', 'titre', 'Un ; « deux » "trois"\nquatre'));
    expect(ligne).toContain('"Un ; « deux » ""trois""\nquatre"');
  });

  it('names what an action touches', () => {
    const [ligne = ''] = csv(
      dit('action:a', 'titre', 'Atelier'),
      dit('commune:77284', 'nom', 'Meaux'),
      {
        sujet: 'action:a',
        predicat: 'TOUCHE',
        objet: 'commune:77284',
        statut: 'dit',
        regle: 'essai@1',
        preuves: [PREUVE],
      },
    );
    expect(ligne.split(';')[12]).toBe('Meaux');
  });
});
