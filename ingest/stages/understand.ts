import type { Lecture } from '../formats/format.js';
import type { Profil } from '../sources/profil.js';
import { annonceDe, chooseProfil } from '../sources/profil.js';
import type { DocumentLu } from './lot.js';
import { segmentRapport } from './rapport/rapport.js';
import { reparer } from './reparation/reparer.js';
import { ramener } from './reparation/retour.js';
import { segmentProgramme } from './segment.js';
import type { ProgrammeLu } from './structure.js';

/**
 * What a document is and how it is built: its source, its type, and its programme when it is one.
 * A document that does not say what it is but plans actions with their fields is a programme.
 * It is read on repaired pages; its blocks lead back to the stored ones, damaged as they are.
 */
export function understandLayout(
  lu: { id: string; format: string; lecture: Lecture },
  fichier: string,
  profils: readonly Profil[],
): DocumentLu {
  const { titre } = lu.lecture;
  const { pages, travaux, alertes, mots } = reparer(lu.lecture.pages);
  const profil = chooseProfil(pages, profils);
  const { type: annonce, sure } = annonceDe(pages, profil);
  const programme =
    annonce === 'programme' || annonce === 'autre' || (annonce === 'rapport' && !sure)
      ? segmentProgramme(pages, profil)
      : null;
  const planifie = programme !== null && plans(programme);
  return {
    id: lu.id,
    fichier,
    format: lu.format,
    titreFichier: titre ?? null,
    type: planifie ? 'programme' : annonce,
    profil,
    pages: lu.lecture.pages,
    programme: planifie || annonce === 'programme' ? ramener(programme, travaux) : null,
    rapport:
      annonce === 'rapport' && !planifie
        ? ramener(segmentRapport(pages, profil, profil.rapport), travaux)
        : null,
    reparations: { alertes, mots },
  };
}

function plans(programme: ProgrammeLu): boolean {
  return programme.axes.some((axe) => axe.actions.some((action) => action.champs.length > 0));
}
