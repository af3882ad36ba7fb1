import { MaillageError } from '../../domain/errors.js';
import type { Fait } from '../../domain/fait.js';
import type { Contexte } from '../contexte.js';
import { phraseDe } from '../phrases.js';
import { preuvesSituees } from '../preuves.js';
import { reference } from '../references.js';
import type { FicheFait } from './types.js';

/** Deductions of deductions are followed this far; rules make two or three steps. */
const PROFONDEUR_MAX = 8;

/** A fact with its passages and, when it is deduced, the facts it comes from. */
export function ficheFait(contexte: Contexte, id: string): FicheFait {
  const entier = id.startsWith('fait:') ? id : `fait:${id}`;
  const fait = contexte.faits.fait(entier) ?? contexte.faits.fait(id);
  if (fait === undefined) {
    throw new MaillageError(
      'introuvable',
      `Fait introuvable : « ${id} ».`,
      'Reprenez l’identifiant dans une réponse : il a la forme « fait:… ».',
    );
  }
  return composer(contexte, fait, 0);
}

function composer(contexte: Contexte, fait: Fait, profondeur: number): FicheFait {
  const origines =
    profondeur >= PROFONDEUR_MAX ? [] : contexte.faits.faits([...(fait.sources ?? [])]);
  const { objet } = fait;
  return {
    ...fait,
    sujetReference: reference(contexte, fait.sujet),
    objetReference: objet === undefined ? null : reference(contexte, objet),
    phrase:
      objet === undefined
        ? null
        : phraseDe(contexte, {
            type: fait.predicat,
            de: fait.sujet,
            vers: objet,
            proprietes: fait.proprietes ?? {},
          }),
    preuvesSituees: preuvesSituees(contexte, [fait]),
    origines: origines.map((o) => composer(contexte, o, profondeur + 1)),
  };
}
