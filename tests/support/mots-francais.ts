import { join } from 'node:path';
import { packageRoot } from '../../src/domain/racine.js';
import { openMotsFrancais } from '../../src/gazetteer/motsFrancais.js';

/** The words of the language, as the program opens its index with them. */
export const motFrancais = openMotsFrancais(join(packageRoot(), 'seeds'));
