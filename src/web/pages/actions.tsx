import type { VNode } from 'preact';
import type { PageRoute } from '../../api/pages.js';
import type { FiltresActions, Liste } from '../../questions/fiches/types.js';
import type { ResultatAction } from '../../questions/types.js';
import { address, pageNumber, year } from '../address.js';
import { LigneAction } from '../components/actions.js';
import { PiedCouverture } from '../components/couverture.js';
import { Pagination } from '../components/pagination.js';
import { champs } from '../libelles.js';
import { listes as mots, recherche } from '../messages.js';
import { renderPage, type Site } from '../site.js';

const TAILLE = 50;
const FACETTES = ['annee', 'axe', 'format'] as const;
type Choix = Partial<Record<(typeof FACETTES)[number], string>>;

export function pageActions(site: Site): PageRoute {
  return {
    url: '/actions',
    render: async ({ query }) => {
      const choix = lireChoix(query);
      const page = pageNumber(query.page);
      const liste = await site.services.questions.actions(filtres(choix), { page, taille: TAILLE });
      const contenu = <Actions liste={liste} choix={choix} />;
      return { html: renderPage(site, { titre: mots.actions }, contenu) };
    },
  };
}

function lireChoix(query: Readonly<Record<string, string>>): Choix {
  return Object.fromEntries(FACETTES.flatMap((nom) => (query[nom] ? [[nom, query[nom]]] : [])));
}

function filtres({ annee, axe, format }: Choix): FiltresActions {
  const an = year(annee);
  return {
    ...(an === undefined ? {} : { annee: an }),
    ...(axe === undefined ? {} : { axe }),
    ...(format === undefined ? {} : { format }),
  };
}

interface Props {
  readonly liste: Liste<ResultatAction>;
  readonly choix: Choix;
}

function Actions({ liste, choix }: Props): VNode {
  return (
    <>
      <h1>{mots.actions}</h1>
      <Filtre liste={liste} choix={choix} />
      <p class="discret" role="status">
        {recherche.total(liste.total)}
      </p>
      {liste.resultats.map((a) => (
        <LigneAction key={a.id} action={a} niveau={2} />
      ))}
      <Pagination {...liste} url={(page) => address('/actions', { ...choix, page })} />
      <PiedCouverture couverture={liste.couverture} />
    </>
  );
}

/** One choice a facet, with the counts of what is listed. */
function Filtre({ liste, choix }: Props): VNode {
  return (
    <form class="filtre" method="get" action="/actions">
      {FACETTES.map((nom) => {
        const valeurs = Object.entries(liste.facettes?.[nom] ?? {});
        return (
          <p key={nom}>
            <label for={nom}>{champs[nom]}</label>
            <select id={nom} name={nom}>
              <option value="">{mots.tous}</option>
              {valeurs.map(([valeur, n]) => (
                <option key={valeur} value={valeur} selected={valeur === choix[nom]}>
                  {valeur} ({n})
                </option>
              ))}
            </select>
          </p>
        );
      })}
      <button type="submit">{mots.filtrer}</button>
    </form>
  );
}
