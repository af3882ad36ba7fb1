import type { VNode } from 'preact';
import { withNearNames } from '../../api/identifiers.js';
import type { PageRoute } from '../../api/pages.js';
import type { FicheIntervenant } from '../../questions/fiches/types.js';
import type { Maillon } from '../../questions/types.js';
import { LigneAction } from '../components/actions.js';
import { ListeChamps } from '../components/champs.js';
import { PiedCouverture } from '../components/couverture.js';
import { SectionNotices } from '../components/notices.js';
import { ListeMaillons } from '../components/preuves.js';
import { types } from '../libelles.js';
import { intervenant as mots } from '../messages.js';
import { renderPage, type Site } from '../site.js';

export function pageIntervenant(site: Site): PageRoute {
  return {
    url: '/intervenants/:id',
    render: async ({ params: { id = '' } }) => {
      const fiche = await withNearNames(site.services, id, ['Personne', 'Organisme'], () =>
        site.services.questions.intervenant(id),
      );
      const html = renderPage(
        site,
        { titre: fiche.titre, noindex: true },
        <Intervenant fiche={fiche} />,
      );
      return { html, noindex: true };
    },
  };
}

function Intervenant({ fiche }: { readonly fiche: FicheIntervenant }): VNode {
  return (
    <article class="fiche">
      <p class="fil">
        <span>{types[fiche.type] ?? fiche.type}</span>
      </p>
      <h1>{fiche.titre}</h1>
      <ListeChamps champs={fiche.champs} sauf={['nom']} />
      <section aria-labelledby="actions">
        <h2 id="actions">
          {mots.actions} <span class="compte">{fiche.actions.length}</span>
        </h2>
        {fiche.actions.map((a) => (
          <LigneAction key={a.id} action={a} maillons={a.maillons} />
        ))}
      </section>
      <Relations titre={mots.organismes} maillons={fiche.organismes} vers />
      <Relations titre={mots.membres} maillons={fiche.membres} vers={false} />
      <SectionNotices notices={fiche.notices} />
      <PiedCouverture couverture={fiche.couverture} />
    </article>
  );
}

function Relations({
  titre,
  maillons,
  vers,
}: {
  readonly titre: string;
  readonly maillons: readonly Maillon[];
  readonly vers: boolean;
}): VNode | null {
  if (maillons.length === 0) return null;
  return (
    <section>
      <h2>{titre}</h2>
      <ListeMaillons maillons={maillons} vers={vers} />
    </section>
  );
}
