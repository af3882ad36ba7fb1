import { describe, expect, it } from 'vitest';
import { publicLabels } from '../../../ingest/stages/assert/publicsEtiquettes.js';
import type { ActionLue } from '../../../ingest/stages/structure.js';
import type { Bloc } from '../../../src/domain/bloc.js';
import { seedGazetteer } from '../../support/base.js';

const bloc = (texte: string): Bloc => ({ texte, carte: [] });

/** Actions of which each has one field, under a label that no profile knows. */
function actions(etiquette: string, valeurs: readonly string[]): ActionLue[] {
  return valeurs.map((valeur) => ({
    numero: null,
    titre: bloc('Journée'),
    intitule: bloc('Journée'),
    format: null,
    pages: [1],
    corps: [],
    champs: [{ champs: [], inconnu: true, etiquette: bloc(etiquette), valeur: bloc(valeur) }],
    notes: [],
    renvoi: null,
  }));
}

const etiquettes = (etiquette: string, ...valeurs: string[]) => [
  ...publicLabels({ annee: 2015, gazetteer: seedGazetteer() }, actions(etiquette, valeurs)),
];

describe('a label that no profile knows', () => {
  it('says a public where most values under it begin with one', () => {
    expect(
      etiquettes("On y vient si l'on est :", 'parents', 'les élus de Toul', 'tous', 'gardiens'),
    ).toEqual(["on y vient si l'on est"]);
  });

  it('says none from two values only, nor from sentences that have one further on', () => {
    expect(etiquettes('Venez si vous êtes', 'parents', 'élus')).toEqual([]);
    const recit = 'Comprendre ce que vivent les parents';
    expect(etiquettes('Ce qu’on y fait', recit, recit, recit)).toEqual([]);
  });
});
