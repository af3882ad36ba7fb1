import type { Regle } from './regle.js';
import { accents } from './regles/accents.js';
import { apostrophes } from './regles/apostrophes.js';
import { capitalesCollees } from './regles/capitalesCollees.js';
import { codesDecales } from './regles/codesDecales.js';
import { deuxPoints } from './regles/deuxPoints.js';
import { doublees } from './regles/doublees.js';
import { espacesPerdus } from './regles/espacesPerdus.js';
import { invisibles } from './regles/invisibles.js';
import { lettresEspacees } from './regles/lettresEspacees.js';
import { ligatures } from './regles/ligatures.js';
import { ligaturesDetachees } from './regles/ligaturesDetachees.js';
import { ligaturesPerdues } from './regles/ligaturesPerdues.js';
import { octets } from './regles/octets.js';
import { perdus } from './regles/perdus.js';
import { pointDeNumero } from './regles/pointDeNumero.js';
import { premier } from './regles/premier.js';
import { superposes } from './regles/superposes.js';
import { verticaux } from './regles/verticaux.js';

/** In order, each on what those before it leave: characters first, then words, then the spaces between them. */
export const REGLES: readonly Regle[] = [
  codesDecales,
  octets,
  invisibles,
  ligatures,
  accents,
  doublees,
  superposes,
  verticaux,
  lettresEspacees,
  perdus,
  ligaturesDetachees,
  ligaturesPerdues,
  premier,
  deuxPoints,
  pointDeNumero,
  capitalesCollees,
  espacesPerdus,
  apostrophes,
];
