import type { Alerte } from '../../src/domain/page.js';
import type { Lecture } from '../formats/format.js';
import type { Profil } from '../sources/profil.js';
import { annonceDe, chooseProfil } from '../sources/profil.js';
import type { DocumentLu } from './lot.js';
import { natureDe } from './nature.js';
import { segmentRapport } from './rapport/rapport.js';
import { reparer } from './reparation/reparer.js';
import { ramener } from './reparation/retour.js';
import { segmentProgramme } from './segment.js';

/**
 * What a document is and how it is built: its source, its type, and its programme when it is one.
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
  const annonce = annonceDe(pages, profil);
  const rapportDit = annonce.type === 'rapport' && annonce.sure;
  const programme = rapportDit ? null : segmentProgramme(pages, profil);
  const type = natureDe(annonce, programme);
  return {
    id: lu.id,
    fichier,
    format: lu.format,
    titreFichier: titre ?? null,
    type,
    profil,
    pages: lu.lecture.pages,
    programme: type === 'programme' ? ramener(programme, travaux) : null,
    rapport:
      type === 'rapport' ? ramener(segmentRapport(pages, profil, profil.rapport), travaux) : null,
    reparations: { alertes: [...pagesManquantes(lu.lecture), ...alertes], mots },
  };
}

/** A damaged file may give fewer pages than it announces: what is lost must be told. */
function pagesManquantes({ pages, pagesAnnoncees }: Lecture): Omit<Alerte, 'document'>[] {
  const lues = pages.length;
  if (pagesAnnoncees === undefined || pagesAnnoncees <= lues) return [];
  return [
    {
      code: 'pages-manquantes',
      gravite: 'erreur',
      page: Math.max(1, lues),
      citation: '',
      message: `Le fichier annonce ${pagesAnnoncees} pages, et ${lues} seulement ont pu être lues.`,
      remede: 'Le fichier est sans doute abîmé : reprenez-le à sa source, puis remplacez-le.',
    },
  ];
}
