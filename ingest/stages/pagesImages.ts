import type { Alerte, Page } from '../../src/domain/page.js';

/** Below this confidence, out of 100, a recognised page is worth a look. */
const CONFIANCE_DOUTEUSE = 80;
/** Longest beginning of a page quoted in an alert, in characters. */
const EXTRAIT = 80;

/** An alert for each page whose text could not be read, or is doubtful, with what to do. */
export function imageAlerts(document: string, pages: readonly Page[]): Alerte[] {
  return pages.flatMap((page): Alerte[] => {
    const commun = { gravite: 'attention' as const, document, page: page.numero };
    if (page.etat === 'illisible') {
      return [
        {
          ...commun,
          code: 'page-illisible',
          citation: '',
          message: `La page ${page.numero} n’a pas été lue : ${page.raison ?? 'raison inconnue'}.`,
          remede:
            'Relancez la lecture avec la reconnaissance de caractères (MAILLAGE_OCR=oui), ou faites lire une copie plus nette, numérisée à 300 points par pouce.',
        },
      ];
    }
    if (page.etat !== 'ocr' || (page.confiance ?? 100) >= CONFIANCE_DOUTEUSE) return [];
    return [
      {
        ...commun,
        code: 'reconnaissance-douteuse',
        citation: debut(page.texte),
        message: `La page ${page.numero} est lue par reconnaissance de caractères avec une confiance de ${Math.round(page.confiance ?? 0)} % seulement.`,
        remede:
          'Comparez son texte avec l’original ; une copie plus nette, numérisée à 300 points par pouce, se lira mieux.',
      },
    ];
  });
}

/** The beginning of the first line: an exact slice of the page. */
function debut(texte: string): string {
  return (texte.trimStart().split('\n')[0] ?? '').slice(0, EXTRAIT);
}
