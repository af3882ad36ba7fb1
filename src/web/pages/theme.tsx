import type { VNode } from 'preact';
import { withNearNames } from '../../api/identifiers.js';
import type { PageRoute } from '../../api/pages.js';
import type { FicheTheme } from '../../questions/fiches/types.js';
import { LigneAction } from '../components/actions.js';
import { PiedCouverture } from '../components/couverture.js';
import { SectionNotices } from '../components/notices.js';
import { ListeMaillons } from '../components/preuves.js';
import { types } from '../libelles.js';
import { listes, theme as mots } from '../messages.js';
import { renderPage, type Site } from '../site.js';

/** A theme: the actions and publications that deal with it, the records about it. */
export function pageTheme(site: Site): PageRoute {
  return {
    url: '/themes/:id',
    render: async ({ params: { id = '' } }) => {
      const fiche = await withNearNames(site.services, id, ['Theme'], () =>
        site.services.questions.theme(`theme:${id}`),
      );
      return { html: renderPage(site, { titre: fiche.titre }, <Theme fiche={fiche} />) };
    },
  };
}

function Theme({ fiche }: { readonly fiche: FicheTheme }): VNode {
  const { actions, publications, notices } = fiche;
  const rien = actions.length + publications.length + notices.total === 0;
  return (
    <article class="fiche">
      <p class="fil">
        <span>{types.Theme}</span>
      </p>
      <h1>{fiche.titre}</h1>
      {rien && <p>{listes.vide}</p>}
      {actions.length > 0 && (
        <section aria-labelledby="actions">
          <h2 id="actions">
            {mots.actions} <span class="compte">{actions.length}</span>
          </h2>
          {actions.map((a) => (
            <LigneAction key={a.id} action={a} maillons={a.maillons} />
          ))}
        </section>
      )}
      {publications.length > 0 && (
        <section aria-labelledby="publications">
          <h2 id="publications">{mots.publications}</h2>
          <ListeMaillons maillons={publications} vers={false} />
        </section>
      )}
      <SectionNotices notices={notices} />
      <PiedCouverture couverture={fiche.couverture} />
    </article>
  );
}
