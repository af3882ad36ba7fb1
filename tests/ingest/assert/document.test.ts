import { describe, expect, it } from 'vitest';
import { action, lotDe } from './support.js';

describe('a programme that prints no year', () => {
  it('is kept as a document, and an alert says that nothing was drawn from it', async () => {
    const lot = await lotDe(
      `Programme d’actions\n\n${action('Journée', 'Une journée.')}\n`.replace(/(?:19|20)\d\d/g, ''),
    );
    expect(lot.document?.annee).toBeNull();
    expect(lot.alertes?.map((a) => a.code)).toContain('annee-inconnue');
    expect(
      lot.assertions.some((a) => a.sujet.startsWith('document:') && a.predicat === 'fichier'),
    ).toBe(true);
    expect(lot.assertions.some((a) => a.sujet.startsWith('action:'))).toBe(false);
  });
});
