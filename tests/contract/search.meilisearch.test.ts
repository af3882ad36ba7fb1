import { afterAll, beforeAll, describe } from 'vitest';
import {
  descriptionDe,
  type IndexDeTest,
  indexDeTest,
} from '../support/meilisearch/index-de-test.js';
import { searchContract } from './search.js';

const NOM = 'contrat';
let test: IndexDeTest;

describe(descriptionDe(NOM), () => {
  beforeAll(async () => {
    test = await indexDeTest(NOM);
  });
  afterAll(() => test.fermer());

  searchContract('Meilisearch', () => test.open());
});
