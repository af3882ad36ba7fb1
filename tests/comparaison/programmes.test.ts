import { describe, expect, it } from 'vitest';
import type { ActionComparee } from '../../src/comparaison/programmes.js';
import { compareProgrammes } from '../../src/comparaison/programmes.js';
import { genererPaire } from './generees.js';

function action(id: string, titre: string, extra: Partial<ActionComparee> = {}): ActionComparee {
  return {
    id,
    titre,
    numero: null,
    axe: 'Santé',
    format: null,
    territoires: [],
    territoire: null,
    publics: null,
    texte: '',
    ...extra,
  };
}

describe('compareProgrammes', () => {
  it('names what changed in one order', () => {
    const a = action('action:a', 'Santé mentale et précarité', {
      publics: 'élus',
      territoires: ['commune:1'],
    });
    const b = {
      ...a,
      id: 'action:b',
      titre: 'Santé mentale, précarité',
      axe: 'Habitat',
      publics: 'élus et techniciens',
      territoires: ['commune:2'],
    };
    expect(compareProgrammes([a], [b]).paires.map((p) => p.nature)).toEqual([
      'reformulee,axe,territoire,public',
    ]);
  });

  it('does not take the year in a title, nor an axe renamed with all its actions, for a change', () => {
    const avant = ['Santé mentale', 'Nutrition', 'Addictions'].map((t, i) =>
      action(`action:a${i}`, `${t} en 2012`),
    );
    const apres = ['Santé mentale', 'Nutrition', 'Addictions'].map((t, i) =>
      action(`action:b${i}`, `${t} en 2013`, { axe: 'Prévention et soins' }),
    );
    expect(compareProgrammes(avant, apres).paires.map((p) => p.nature)).toEqual([
      'identique',
      'identique',
      'identique',
    ]);
  });

  it('leaves two equal candidates to a person', () => {
    const avant = [
      action('action:a1', 'Rencontre avec les élus du nord'),
      action('action:a2', 'Rencontre avec les élus du sud'),
    ];
    const { paires, doutes } = compareProgrammes(avant, [
      action('action:b', 'Rencontre avec les élus'),
    ]);
    expect(paires).toEqual([]);
    expect(doutes.map((d) => d.candidats.map((c) => c.ancienne))).toEqual([
      ['action:a1', 'action:a2'],
    ]);
  });

  it('does not tie two groups of the same form for other schemes', () => {
    const { paires } = compareProgrammes(
      [action('action:a', 'Groupe d’échanges des chefs de projet CUCS')],
      [action('action:b', 'Groupe d’échanges des coordonnateurs PRE')],
    );
    expect(paires).toEqual([]);
  });

  it('gives the same whatever the order of the actions', () => {
    const { avant, apres } = genererPaire(1);
    expect(compareProgrammes([...avant].reverse(), [...apres].reverse())).toEqual(
      compareProgrammes(avant, apres),
    );
  });

  it('makes no false pair on generated programmes, and finds nearly all', () => {
    let [justes, fausses, attendues, natures, doutes] = [0, 0, 0, 0, 0];
    for (let graine = 1; graine <= 40; graine += 1) {
      const { avant, apres, suites } = genererPaire(graine);
      const lue = compareProgrammes(avant, apres);
      attendues += suites.size;
      doutes += lue.doutes.length;
      for (const paire of lue.paires) {
        const vraie = suites.get(paire.nouvelle);
        if (vraie?.ancienne !== paire.ancienne) fausses += 1;
        else {
          justes += 1;
          if (vraie.nature === paire.nature) natures += 1;
        }
      }
    }
    expect(fausses / (justes + fausses)).toBeLessThan(0.005);
    expect(justes / attendues).toBeGreaterThan(0.95);
    expect(natures / justes).toBeGreaterThan(0.97);
    // what is left to a person stays rare
    expect(doutes / attendues).toBeLessThan(0.03);
  });
});
