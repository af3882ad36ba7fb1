import { fold } from '../french/fold.js';
import type { Etendue } from './partie.js';

/** Words that stand as the subject asked, « sur le nucléaire »: an answer without them would be another. */
export function sujetsDe(brut: string, restants: readonly Etendue[]): ReadonlySet<string> {
  const sujets = restants.filter((m) => SUJET.test(fold(brut.slice(0, m.debut))));
  return new Set(sujets.map((m) => fold(brut.slice(m.debut, m.fin))));
}

const SUJET =
  /(?:^|\s)(?:sur|au sujet (?:de|du|des)|a propos (?:de|du|des)|concernant|traitant (?:de|du|des)|parlant (?:de|du|des)|themes?) ?(?:la |le |les |l'|d'|un |une )?(?:themes? (?:de |du |des |de la |de l'|d')?)?$/;
