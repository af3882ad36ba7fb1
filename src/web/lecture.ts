import { parReconnaissance } from '../questions/couverture.js';
import type { Couverture } from '../questions/types.js';
import { couverture as mots } from './messages.js';
import { nombre } from './typographie.js';

/** Beyond this many documents the sentence gives their years instead of naming them. */
const DOCUMENTS_NOMMES = 3;
const VIDE = 'page vide';

/** « 1 document lu : programme 2012, 32 pages (31 lues, 1 vide). », where nothing is answered. */
export function phraseLecture(couverture: Couverture): string {
  const { annees, pagesLues, pagesNonLues, catalogues = 0, notices = 0 } = couverture;
  if (couverture.documents.length === 0) return mots.rien;
  const documents = couverture.documents.filter((d) => d.type !== 'catalogue');
  const fonds = catalogues === 0 ? '' : mots.fonds(catalogues, notices);
  if (documents.length === 0) return `${fonds}.`;
  const vides = pagesNonLues.filter((p) => p.raison === VIDE).length;
  const pages = documents.reduce((total, d) => total + d.pages, 0);
  const noms =
    documents.length <= DOCUMENTS_NOMMES
      ? documents.map((d) => (d.annee === null ? d.type : `${d.type} ${d.annee}`))
      : [mots.deAnnees(anneesEnMots(annees), annees.length)];
  const etats = [
    [pagesLues, 'lue'],
    [vides, 'vide'],
    [pagesNonLues.length - vides, 'illisible'],
  ] as const;
  return mots.lus(
    documents.length,
    [...noms.filter((n) => n !== ''), `${nombre(pages)} page${pages > 1 ? 's' : ''}`].join(', '),
    etats
      .filter(([n, etat]) => n > 0 || etat === 'lue')
      .map(
        ([n, etat]) =>
          `${nombre(n)} ${etat}${n > 1 ? 's' : ''}${etat === 'lue' ? parReconnaissance(couverture) : ''}`,
      )
      .join(', '),
    fonds,
  );
}

/** « 2008, 2010 à 2012 »: years as runs, so that a missing one is not covered over. */
function anneesEnMots(annees: readonly number[]): string {
  const suites: { debut: number; fin: number }[] = [];
  for (const annee of annees) {
    const derniere = suites.at(-1);
    if (derniere !== undefined && annee === derniere.fin + 1) derniere.fin = annee;
    else suites.push({ debut: annee, fin: annee });
  }
  return suites
    .map(({ debut, fin }) => (debut === fin ? `${debut}` : `${debut} à ${fin}`))
    .join(', ');
}
