import type { VNode } from 'preact';
import { withNearNames } from '../../api/identifiers.js';
import type { PageRoute } from '../../api/pages.js';
import type { ReponseComparaison } from '../../questions/fiches/types.js';
import { GroupesNature } from '../components/comparaison.js';
import { PiedCouverture } from '../components/couverture.js';
import { Nom } from '../components/preuves.js';
import { comparaison as mots } from '../messages.js';
import { renderPage, type Site } from '../site.js';
import { typographier } from '../typographie.js';

/** Two programmes, the older first whatever the order of the address. */
export function pageComparaison(site: Site): PageRoute {
  return {
    url: '/programmes/:a/comparaison/:b',
    render: async ({ params: { a = '', b = '' } }) => {
      const reponse = await withNearNames(site.services, b, ['Programme'], () =>
        site.services.questions.comparaison(a, b),
      );
      const titre = mots.titre(reponse.ancien.annee, reponse.nouveau.annee);
      return { html: renderPage(site, { titre }, <Comparaison reponse={reponse} titre={titre} />) };
    },
  };
}

function Comparaison({
  reponse,
  titre,
}: {
  readonly reponse: ReponseComparaison;
  readonly titre: string;
}): VNode {
  return (
    <article class="fiche">
      <p class="fil">
        <Nom reference={reponse.ancien} /> <Nom reference={reponse.nouveau} />
      </p>
      <h1>{titre}</h1>
      <p class="phrase">{typographier(reponse.phrase)}</p>
      <GroupesNature actions={reponse.resultats} />
      {reponse.aConfirmer.length > 0 && (
        <section>
          <h2>{mots.aConfirmer}</h2>
          <ul>
            {reponse.aConfirmer.map((message) => (
              <li key={message}>{typographier(message)}</li>
            ))}
          </ul>
        </section>
      )}
      <PiedCouverture couverture={reponse.couverture} />
    </article>
  );
}
