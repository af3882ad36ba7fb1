import { describe, expect, it } from 'vitest';
import { action, lotDe, programme } from './support.js';

describe('a programmed publication', () => {
  const issues = async (titre: string, publication: string) => {
    const texte = programme(action(titre, 'Une journée.'), 'Publications\n', `- ${publication}\n`);
    const lot = await lotDe(texte);
    return lot.assertions.filter((a) => a.predicat === 'ISSUE_DE').map((a) => a.statut);
  };

  it.each([
    [
      'Habiter et vieillir en grand ensemble – cycle',
      'Habiter et vieillir en grand ensemble (Rencontre)',
      1,
    ],
    [
      'Habiter et vieillir en grand ensemble – cycle',
      'Habiter en grand ensemble aujourd’hui (Rencontre)',
      0,
    ],
    [
      'Habiter et vieillir en grand ensemble – cycle',
      'Habiter et vieillir ensemble en grand (Cycle)',
      1,
    ],
  ])(
    'of another format comes of an action only when the titles are nearly equal',
    async (titre, publication, nombre) => {
      expect(await issues(titre, publication)).toHaveLength(nombre);
    },
  );
});
