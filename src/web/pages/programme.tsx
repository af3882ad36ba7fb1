import type { VNode } from 'preact';
import { withNearNames } from '../../api/identifiers.js';
import type { PageRoute } from '../../api/pages.js';
import { localId } from '../../domain/ids.js';
import { urlEntite } from '../../domain/urls.js';
import type { FicheProgramme } from '../../questions/fiches/types.js';
import { ListeChamps } from '../components/champs.js';
import { PiedCouverture } from '../components/couverture.js';
import { DepliPreuves, Nom } from '../components/preuves.js';
import { types } from '../libelles.js';
import { comparaison, listes, programme as mots } from '../messages.js';
import { renderPage, type Site } from '../site.js';

export function pageProgramme(site: Site): PageRoute {
  return {
    url: '/programmes/:id',
    render: async ({ params: { id = '' } }) => {
      const fiche = await withNearNames(site.services, id, ['Programme'], () =>
        site.services.questions.programme(`programme:${id}`),
      );
      return { html: renderPage(site, { titre: fiche.titre }, <Programme fiche={fiche} />) };
    },
  };
}

function Programme({ fiche }: { readonly fiche: FicheProgramme }): VNode {
  return (
    <article class="fiche">
      <p class="fil">
        <span>{types.Programme}</span>
      </p>
      <h1>{fiche.titre}</h1>
      <ListeChamps champs={fiche.champs} sauf={['titre']} />
      <Voisins fiche={fiche} />
      <h2 id="sommaire">{mots.sommaire}</h2>
      {fiche.axes.map((axe) => (
        <Axe key={axe.axe.id} axe={axe} />
      ))}
      <Documents fiche={fiche} />
      <PiedCouverture couverture={fiche.couverture} />
    </article>
  );
}

/** The programmes before and after it, to compare with. */
function Voisins({ fiche }: { readonly fiche: FicheProgramme }): VNode | null {
  const voisins = [...(fiche.precedent === null ? [] : [fiche.precedent]), ...fiche.suivants];
  if (voisins.length === 0) return null;
  return (
    <ul class="actions-page">
      {voisins.map((v) => (
        <li key={v.id}>
          <a href={`${fiche.url}/comparaison/${encodeURIComponent(localId(v.id))}`}>
            {comparaison.comparer(v.libelle)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Axe({
  axe: { axe, actions, autres },
}: {
  readonly axe: FicheProgramme['axes'][number];
}): VNode {
  return (
    <section class="axe">
      <h3>
        {axe.libelle}{' '}
        {actions.length > 0 && <span class="compte">{listes.nActions(actions.length)}</span>}
      </h3>
      <ol class="sommaire">
        {actions.map((action) => (
          <li key={action.id}>
            <span class="numero">{action.numero ?? '·'}</span>
            <div>
              <a href={action.url}>{action.titre}</a>
              {action.format !== null && <span class="discret"> {action.format}</span>}{' '}
              <DepliPreuves preuves={action.preuves} de={action.titre} court />
            </div>
          </li>
        ))}
      </ol>
      {autres.length > 0 && (
        <ul class="sommaire">
          {autres.map((autre) => (
            <li key={autre.id}>
              <span class="numero">·</span>
              <div>
                <Nom reference={autre} />{' '}
                <span class="discret">{types[autre.type] ?? autre.type}</span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Documents({ fiche }: { readonly fiche: FicheProgramme }): VNode | null {
  if (fiche.documents.length === 0) return null;
  return (
    <section>
      <h2>{mots.documents}</h2>
      <ul>
        {fiche.documents.map((d) => (
          <li key={d.id}>
            <a href={urlEntite(d.id) ?? ''}>{d.titre}</a> <span class="discret">{d.fichier}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
