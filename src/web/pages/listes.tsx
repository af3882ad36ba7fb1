import type { VNode } from 'preact';
import type { PageRequest, PageRoute } from '../../api/pages.js';
import type { Entree, FiltresTerritoires, Liste } from '../../questions/fiches/types.js';
import { address, pageNumber } from '../address.js';
import { PiedCouverture } from '../components/couverture.js';
import { Pagination } from '../components/pagination.js';
import { Nom } from '../components/preuves.js';
import { listes as mots, recherche } from '../messages.js';
import { renderPage, type Site } from '../site.js';

const TAILLE = 100;
const Q_MAX = 500;

interface Definition {
  readonly url: string;
  readonly titre: string;
  readonly noindex?: boolean;
  /** Tabs of sibling lists. */
  readonly voisines?: readonly (readonly [string, string])[];
  /** What the number of actions of an entry is. */
  readonly compte?: (n: number) => string;
  /** True when a name can be looked for. */
  readonly filtre: boolean;
  readonly lire: (q: string | undefined, page: number) => Liste<Entree>;
}

const TERRITOIRES: readonly (readonly [string, string, NonNullable<FiltresTerritoires['type']>])[] =
  [
    ['/communes', mots.communes, 'Commune'],
    ['/intercommunalites', mots.intercommunalites, 'Intercommunalite'],
    ['/quartiers', mots.quartiers, 'Quartier'],
    ['/departements', mots.departements, 'Departement'],
  ];

/** Lists of names: territories, dispositifs, intervenants, programmes. */
export function pagesListes(site: Site): PageRoute[] {
  const { questions } = site.services;
  const territoires = TERRITOIRES.map(
    ([url, titre, type]): Definition => ({
      url,
      titre,
      filtre: true,
      compte: mots.nNommement,
      voisines: TERRITOIRES.map(([u, t]) => [u, t] as const),
      lire: (q, page) =>
        questions.territoires(
          { type, ...(q === undefined ? {} : { q }) },
          { page, taille: TAILLE },
        ),
    }),
  );
  const definitions: readonly Definition[] = [
    ...territoires,
    {
      url: '/dispositifs',
      titre: mots.dispositifs,
      filtre: false,
      lire: (_q, page) => questions.dispositifs({ page, taille: TAILLE }),
    },
    {
      url: '/intervenants',
      titre: mots.intervenants,
      noindex: true,
      filtre: true,
      lire: (q, page) =>
        questions.intervenants(q === undefined ? {} : { q }, { page, taille: TAILLE }),
    },
    {
      url: '/programmes',
      titre: mots.programmes,
      filtre: false,
      lire: (_q, page) => questions.programmes({ page, taille: TAILLE }),
    },
  ];
  return definitions.map((d) => ({
    url: d.url,
    render: async (request) => rendre(site, d, request),
  }));
}

function rendre(
  site: Site,
  definition: Definition,
  { query }: PageRequest,
): Awaited<ReturnType<PageRoute['render']>> {
  const q = (query.q ?? '').trim().slice(0, Q_MAX) || undefined;
  const page = pageNumber(query.page);
  const liste = definition.lire(q, page);
  const noindex = definition.noindex === true;
  const contenu = <PageListe definition={definition} liste={liste} q={q} />;
  return { html: renderPage(site, { titre: definition.titre, noindex }, contenu), noindex };
}

interface Props {
  readonly definition: Definition;
  readonly liste: Liste<Entree>;
  readonly q: string | undefined;
}

function PageListe({ definition, liste, q }: Props): VNode {
  const { url, titre, voisines, filtre, compte = mots.nActions } = definition;
  return (
    <>
      <h1>{titre}</h1>
      {voisines !== undefined && <Onglets voisines={voisines} ici={url} />}
      {filtre && <Filtre url={url} q={q} />}
      <p class="discret" role="status">
        {recherche.total(liste.total)}
      </p>
      {liste.total === 0 && q === undefined && <p>{mots.vide}</p>}
      <ul class="entrees">
        {liste.resultats.map((entree) => (
          <li key={entree.id}>
            <Nom reference={entree} />
            {entree.detail !== null && <span class="discret"> {entree.detail}</span>}
            {entree.actions !== null && entree.actions > 0 && (
              <span class="compte"> {compte(entree.actions)}</span>
            )}
          </li>
        ))}
      </ul>
      <Pagination
        {...liste}
        url={(page) => address(url, { q, page: page === 1 ? undefined : page })}
      />
      <PiedCouverture couverture={liste.couverture} />
    </>
  );
}

function Onglets({
  voisines,
  ici,
}: {
  readonly voisines: readonly (readonly [string, string])[];
  readonly ici: string;
}): VNode {
  return (
    <ul class="onglets">
      {voisines.map(([url, titre]) => (
        <li key={url}>
          <a href={url} aria-current={url === ici ? 'page' : undefined}>
            {titre}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Filtre({ url, q }: { readonly url: string; readonly q: string | undefined }): VNode {
  return (
    <form class="filtre" method="get" action={url}>
      <p>
        <label for="filtre">{mots.filtre}</label>
        <input
          id="filtre"
          name="q"
          type="search"
          value={q ?? ''}
          maxLength={Q_MAX}
          autocomplete="off"
        />
      </p>
      <button type="submit">{mots.filtrer}</button>
    </form>
  );
}
