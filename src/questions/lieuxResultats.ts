import { urlPage } from '../domain/urls.js';
import type { FaitsLecture } from '../facts/types.js';
import type { ResultatRecherche } from '../search/port.js';

/** The place that the index gives a record, or what only a record names: the record itself. */
const PAGE_NOTICE = 0;

/**
 * Results with the file and the page where they stand now. A record is indexed under its own id, for its
 * rank in the file moves with each export; one that no file holds any more has no place.
 */
export function situerResultats(
  faits: Pick<FaitsLecture, 'lieuNotice'>,
  resultats: readonly ResultatRecherche[],
): ResultatRecherche[] {
  return resultats.map((r) => situer(faits, r));
}

function situer(
  faits: Pick<FaitsLecture, 'lieuNotice'>,
  resultat: ResultatRecherche,
): ResultatRecherche {
  const { document, page, titre } = resultat;
  if (document === null || page !== PAGE_NOTICE) return resultat;
  const lieu = faits.lieuNotice(document);
  const sienne = resultat.url !== urlPage(document, page);
  const ailleurs =
    lieu === undefined
      ? `/recherche?q=${encodeURIComponent(titre)}`
      : urlPage(lieu.document, lieu.numero);
  return {
    ...resultat,
    document: lieu?.document ?? null,
    page: lieu?.numero ?? null,
    url: sienne ? resultat.url : ailleurs,
  };
}
