import type { Pages } from '../api/pages.js';
import type { Services } from '../api/services.js';
import { loadAsset } from './assets.js';
import { documentation } from './messages.js';
import { pageAccueil } from './pages/accueil.js';
import { pageAction } from './pages/action.js';
import { pageActions } from './pages/actions.js';
import { PageDocumentation, PageErreur } from './pages/autres.js';
import { pageComparaison } from './pages/comparaison.js';
import { pageCouverture } from './pages/couverture.js';
import { pageDispositif } from './pages/dispositif.js';
import { pageDocument, pageDocuments } from './pages/documents.js';
import { pageIntervenant } from './pages/intervenant.js';
import { pageLiens } from './pages/liens.js';
import { pagesListes } from './pages/listes.js';
import { pageNotice } from './pages/notice.js';
import { pageNotices } from './pages/notices.js';
import { pagePage } from './pages/page.js';
import { pageProgramme } from './pages/programme.js';
import { pagePublications } from './pages/publications.js';
import { pageRecherche } from './pages/recherche.js';
import { pagesTerritoires } from './pages/territoire.js';
import { pageTheme } from './pages/theme.js';
import { renderPage, type Site } from './site.js';

/** Every page of the site, rendered on the server from the services. Reads its assets once. */
export function createPages(services: Services): Pages {
  const style = loadAsset('maillage.css', 'text/css; charset=utf-8');
  const icone = loadAsset('maillage.svg', 'image/svg+xml');
  const site: Site = { services, style: style.versioned, icone: icone.versioned };
  return {
    assets: [style, icone],
    routes: [
      pageAccueil(site),
      pageRecherche(site),
      pageActions(site),
      pageAction(site),
      ...pagesTerritoires(site),
      pageDispositif(site),
      pageIntervenant(site),
      pageProgramme(site),
      pageComparaison(site),
      pagePublications(site),
      ...pagesListes(site),
      pageDocuments(site),
      pageDocument(site),
      pagePage(site),
      pageLiens(site),
      pageCouverture(site),
      pageNotice(site),
      pageNotices(site),
      pageTheme(site),
    ],
    error: (problem) =>
      renderPage(site, { titre: problem.title, noindex: true }, <PageErreur problem={problem} />),
    documentation: (routes) =>
      renderPage(site, { titre: documentation.titre }, <PageDocumentation routes={routes} />),
  };
}
