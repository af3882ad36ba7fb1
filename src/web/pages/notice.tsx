import { withNearNames } from '../../api/identifiers.js';
import type { PageRoute } from '../../api/pages.js';
import { ListeChamps } from '../components/champs.js';
import { PiedCouverture } from '../components/couverture.js';
import { ListeMaillons } from '../components/preuves.js';
import { types } from '../libelles.js';
import { liens } from '../messages.js';
import { renderPage, type Site } from '../site.js';

/** A record of the holdings: its properties and what it is about. */
export function pageNotice(site: Site): PageRoute {
  return {
    url: '/notices/:id',
    render: async ({ params: { id = '' } }) => {
      const fiche = await withNearNames(site.services, id, ['Notice'], () =>
        site.services.questions.fiche(`notice:${id}`),
      );
      const contenu = (
        <article class="fiche">
          <p class="fil">
            <span>{types.Notice}</span>
          </p>
          <h1>{fiche.titre}</h1>
          <ListeChamps champs={fiche.champs} />
          {fiche.liens.length > 0 && (
            <section>
              <h2>{liens.titreFiche}</h2>
              <ListeMaillons maillons={fiche.liens} vers={fiche.liens[0]?.de.id === fiche.id} />
            </section>
          )}
          <PiedCouverture couverture={fiche.couverture} />
        </article>
      );
      return { html: renderPage(site, { titre: fiche.titre }, contenu) };
    },
  };
}
