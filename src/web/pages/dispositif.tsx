import type { VNode } from 'preact';
import { withNearNames } from '../../api/identifiers.js';
import type { PageRoute } from '../../api/pages.js';
import { localId } from '../../domain/ids.js';
import type { FicheDispositif } from '../../questions/fiches/types.js';
import { address } from '../address.js';
import { LigneAction } from '../components/actions.js';
import { ListeChamps } from '../components/champs.js';
import { PiedCouverture } from '../components/couverture.js';
import { LigneDeploiement } from '../components/liens.js';
import { SectionNotices } from '../components/notices.js';
import { DepliPreuves, ListeMaillons } from '../components/preuves.js';
import { types } from '../libelles.js';
import { dispositif as mots } from '../messages.js';
import { renderPage, type Site } from '../site.js';

export function pageDispositif(site: Site): PageRoute {
  return {
    url: '/dispositifs/:id',
    render: async ({ params: { id = '' } }) => {
      const { questions } = site.services;
      const fiche = await withNearNames(site.services, id, ['Dispositif'], () =>
        questions.dispositif(`dispositif:${id}`),
      );
      return { html: renderPage(site, { titre: nom(fiche) }, <Dispositif fiche={fiche} />) };
    },
  };
}

function nom(fiche: FicheDispositif): string {
  return fiche.sigle === null || fiche.sigle === fiche.titre
    ? fiche.titre
    : `${fiche.titre} (${fiche.sigle})`;
}

function Dispositif({ fiche }: { readonly fiche: FicheDispositif }): VNode {
  return (
    <article class="fiche">
      <p class="fil">
        <span>{types.Dispositif}</span>
      </p>
      <h1>{nom(fiche)}</h1>
      <Definition fiche={fiche} />
      <ListeChamps champs={fiche.champs} sauf={['nom', 'definition']} />
      <Genealogie fiche={fiche} />
      <section aria-labelledby="actions">
        <h2 id="actions">
          {mots.actions} <span class="compte">{fiche.actions.length}</span>
        </h2>
        {fiche.actions.map((a) => (
          <LigneAction key={a.id} action={a} maillons={a.maillons} />
        ))}
      </section>
      <section aria-labelledby="deploiement">
        <h2 id="deploiement">
          {mots.deploiement} <span class="compte">{fiche.deploiement.length}</span>
        </h2>
        {fiche.deploiement.length === 0 && <p>{mots.sansDeploiement}</p>}
        <div class="grille">
          {fiche.deploiement.map((d) => (
            <LigneDeploiement key={`${d.id}:${d.debut}`} deploiement={d} />
          ))}
        </div>
      </section>
      <SectionNotices notices={fiche.notices} />
      <Lies fiche={fiche} />
      <PiedCouverture couverture={fiche.couverture} />
    </article>
  );
}

/** The definition as the lead of the page, its proof beside it. */
function Definition({ fiche }: { readonly fiche: FicheDispositif }): VNode | null {
  const champ = fiche.champs.find((c) => c.nom === 'definition');
  if (fiche.definition === null || champ === undefined) return null;
  return (
    <>
      <p class="chapeau">{fiche.definition}</p>
      <DepliPreuves preuves={champ.preuves} de={mots.definition} />
    </>
  );
}

function Genealogie({ fiche }: { readonly fiche: FicheDispositif }): VNode | null {
  if (fiche.predecesseurs.length + fiche.successeurs.length === 0) return null;
  return (
    <section>
      <h2>{mots.genealogie}</h2>
      <ListeMaillons maillons={fiche.predecesseurs} />
      <ListeMaillons maillons={fiche.successeurs} vers={false} />
    </section>
  );
}

/** Other dispositifs, each with the page that explains the link. */
function Lies({ fiche }: { readonly fiche: FicheDispositif }): VNode | null {
  if (fiche.liens.length === 0) return null;
  return (
    <section>
      <h2>{mots.liens}</h2>
      <ul class="liens">
        {fiche.liens.map((lie) => (
          <li key={lie.id}>
            <a href={address('/liens', { a: localId(fiche.id), b: localId(lie.id) })}>
              {lie.libelle}
            </a>{' '}
            <span class="discret">
              {[
                ...(lie.actions > 0 ? [mots.actionsEnCommun(lie.actions)] : []),
                ...(lie.communes > 0 ? [mots.communes(lie.communes)] : []),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
