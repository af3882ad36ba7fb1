import type { VNode } from 'preact';
import { withNearNames } from '../../api/identifiers.js';
import type { PageRequest, PageRoute } from '../../api/pages.js';
import type { FicheTerritoire } from '../../questions/fiches/types.js';
import { type ActionsTerritoire, PORTEES } from '../../questions/types.js';
import { year } from '../address.js';
import { PiedCouverture } from '../components/couverture.js';
import { periode } from '../components/liens.js';
import { SectionNotices } from '../components/notices.js';
import { GroupesPortee } from '../components/portees.js';
import { DepliPreuves, Nom } from '../components/preuves.js';
import { EnBref } from '../components/territoire.js';
import { types } from '../libelles.js';
import { territoire as mots } from '../messages.js';
import { renderPage, type Site } from '../site.js';
import { typographier } from '../typographie.js';

/** First segment of the address of each kind of territory, with its id prefix and label. */
const GENRES: readonly (readonly [string, string, string])[] = [
  ['communes', 'commune', 'Commune'],
  ['intercommunalites', 'intercommunalite', 'Intercommunalite'],
  ['quartiers', 'quartier', 'Quartier'],
  ['departements', 'departement', 'Departement'],
];

export function pagesTerritoires(site: Site): PageRoute[] {
  return GENRES.map(([chemin, prefixe, label]) => ({
    url: `/${chemin}/:id`,
    render: ({ params, query }) => rendre(site, `${prefixe}:${params.id ?? ''}`, label, query),
  }));
}

async function rendre(
  site: Site,
  id: string,
  label: string,
  query: PageRequest['query'],
): ReturnType<PageRoute['render']> {
  const annee = year(query.annee);
  const bornes = annee === undefined ? {} : { anneeMin: annee, anneeMax: annee };
  const { questions } = site.services;
  const [fiche, actions] = await withNearNames(site.services, id, [label], async () => {
    const fiche = questions.territoire(id);
    return [fiche, await questions.actionsTerritoire(id, bornes)] as const;
  });
  const annees = questions.couverture().annees;
  const contenu = <Territoire fiche={fiche} actions={actions} annees={annees} annee={annee} />;
  return { html: renderPage(site, { titre: fiche.titre }, contenu) };
}

interface Props {
  readonly fiche: FicheTerritoire;
  readonly actions: ActionsTerritoire;
  readonly annees: readonly number[];
  readonly annee: number | undefined;
}

function Territoire({ fiche, actions, annees, annee }: Props): VNode {
  return (
    <article class="fiche fiche-large">
      <header>
        <p class="fil">
          <span>{types[fiche.type] ?? fiche.type}</span>
          {fiche.departement !== null && <Nom reference={fiche.departement} />}
        </p>
        <h1>{typographier(fiche.titre)}</h1>
        {actions.territoire.ancienNom !== undefined && (
          <p>{mots.ancienNom(actions.territoire.ancienNom)}</p>
        )}
      </header>
      <EnBref fiche={fiche} annee={annee ?? annees.at(-1) ?? null} />
      <div class="corps">
        <section aria-labelledby="actions">
          <h2 id="actions">{mots.actions}</h2>
          <ChoixAnnee annees={annees} annee={annee} />
          <p class="phrase">{typographier(actions.phrase)}</p>
          <GroupesPortee
            actions={actions.resultats}
            apart={actions.apart}
            parPortee={actions.parPortee}
            ordre={PORTEES}
          />
        </section>
        <SectionNotices notices={fiche.notices} />
        <Appartenances fiche={fiche} />
        <PiedCouverture couverture={actions.couverture} reponse />
      </div>
    </article>
  );
}

function ChoixAnnee({ annees, annee }: Pick<Props, 'annees' | 'annee'>): VNode | null {
  if (annees.length < 2 && annee === undefined) return null;
  return (
    <form class="filtre" method="get">
      <p>
        <label for="annee">{mots.annee}</label>
        <select id="annee" name="annee">
          <option value="">{mots.toutes}</option>
          {annees.map((a) => (
            <option key={a} value={a} selected={a === annee}>
              {a}
            </option>
          ))}
        </select>
      </p>
      <button type="submit">{mots.filtrer}</button>
    </form>
  );
}

/** Memberships with their years: the grouping of a commune changes. */
function Appartenances({ fiche }: { readonly fiche: FicheTerritoire }): VNode | null {
  if (fiche.appartenances.length === 0) return null;
  const membres = fiche.type === 'Intercommunalite';
  return (
    <section>
      <h2>{membres ? mots.membres : mots.appartenances}</h2>
      <ul class="liens">
        {fiche.appartenances.map((maillon, i) => {
          const autre = membres ? maillon.de : maillon.vers;
          return (
            <li key={i}>
              <div class="lien-tete">
                <Nom reference={autre} />
                <span class="compte">
                  {periode(Number(maillon.proprietes.debut), Number(maillon.proprietes.fin))}
                </span>
                <DepliPreuves preuves={maillon.preuves} de={autre.libelle} court />
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
