import type { Bloc } from '../../../src/domain/bloc.js';
import { fold } from '../../../src/french/fold.js';
import { estSeule } from './etiquettes.js';
import type { Para } from './paragraphes.js';
import type { Plan } from './plan.js';

/** « (suite) », « – suite et fin » at the end of a title that comes again. */
const SUITE = /[\s([–—-]*(?:suite(?: et fin)?|fin)[)\].…\s]*$/i;

/** True when a title is that of the part above, printed again. */
export function memePartie(a: Bloc, b: Bloc): boolean {
  const [x, y] = [a, b].map((t) => fold(t.texte.replace(SUITE, '')).replace(/[^a-z0-9]+/g, ' '));
  return x?.trim() === y?.trim();
}

/** The label is a heading of its own above its value. */
export function etiquetteSeule({ etiquette, lignes }: Para): boolean {
  const texte = lignes[0]?.texte ?? '';
  return etiquette !== null && estSeule(texte, etiquette);
}

/** True when nothing but dated lines stands between this one and the action title below it. */
export function titreDessous(plan: Plan, paras: readonly Para[], i: number): boolean {
  let j = i + 1;
  while (paras[j]?.nature === 'date') j += 1;
  return plan[j] === 'action';
}
