import { describe, expect, it } from 'vitest';
import { action, lotDe, programme, relations } from './support.js';

describe('the publics of an action', () => {
  it.each([
    [
      "acteurs de l'emploi et de la prévention de la délinquance",
      ['Acteurs de la prévention et de la sécurité', "Services de l'emploi"],
    ],
    ['bénévoles', ['Bénévoles']],
    ['élus, institutions', ['Élus']],
  ])('are read in « %s »', async (publics, attendus) => {
    const lot = await lotDe(programme(action('Journée', 'Une journée.', { Public: publics })));
    expect(relations(lot, 'S_ADRESSE_A')).toEqual([...attendus].sort());
  });
});

describe('the themes of an action', () => {
  it.each([
    ['Le sport dans la ville', ['Sport']],
    ['Un cycle de rencontres', ['Cohésion sociale']],
    ['Comprendre les inégalités sociales', ['Cohésion sociale']],
  ])('are those of its title, else those of its part: « %s »', async (titre, attendus) => {
    const lot = await lotDe(programme(action(titre, 'Une journée.')));
    expect(relations(lot, 'TRAITE_DE')).toEqual(attendus);
  });
});
