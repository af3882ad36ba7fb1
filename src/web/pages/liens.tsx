import type { VNode } from 'preact';
import { withNearNames } from '../../api/identifiers.js';
import type { PageRoute } from '../../api/pages.js';
import { localId } from '../../domain/ids.js';
import type { Entree, ReponseLiens } from '../../questions/fiches/types.js';
import { PiedCouverture } from '../components/couverture.js';
import { LigneLien } from '../components/liens.js';
import { liens as mots } from '../messages.js';
import { renderPage, type Site } from '../site.js';
import { typographier } from '../typographie.js';

/** More dispositifs than any base names. */
const TOUS = 200;

export function pageLiens(site: Site): PageRoute {
  return {
    url: '/liens',
    render: async ({ query }) => {
      const { questions } = site.services;
      const [a, b] = [query.a?.trim() ?? '', query.b?.trim() ?? ''];
      const reponse =
        a === '' || b === ''
          ? null
          : await withNearNames(site.services, b, ['Dispositif'], () => questions.liens(a, b));
      const titre =
        reponse === null ? mots.titre : mots.entre(reponse.de.libelle, reponse.vers.libelle);
      const dispositifs = questions.dispositifs({ taille: TOUS }).resultats;
      const contenu = (
        <>
          <h1>{titre}</h1>
          <Choix dispositifs={dispositifs} a={a} b={b} />
          {reponse !== null && <Liens reponse={reponse} />}
        </>
      );
      return { html: renderPage(site, { titre }, contenu) };
    },
  };
}

function Choix({
  dispositifs,
  a,
  b,
}: {
  readonly dispositifs: readonly Entree[];
  readonly a: string;
  readonly b: string;
}): VNode {
  return (
    <form class="filtre" method="get" action="/liens">
      <Liste nom="a" titre={mots.premier} dispositifs={dispositifs} choisi={a} />
      <Liste nom="b" titre={mots.second} dispositifs={dispositifs} choisi={b} />
      <button type="submit">{mots.afficher}</button>
    </form>
  );
}

function Liste({
  nom,
  titre,
  dispositifs,
  choisi,
}: {
  readonly nom: string;
  readonly titre: string;
  readonly dispositifs: readonly Entree[];
  readonly choisi: string;
}): VNode {
  return (
    <p>
      <label for={nom}>{titre}</label>
      <select id={nom} name={nom}>
        {dispositifs.map((d) => (
          <option
            key={d.id}
            value={localId(d.id)}
            selected={localId(d.id) === choisi || d.id === choisi}
          >
            {d.libelle}
          </option>
        ))}
      </select>
    </p>
  );
}

function Liens({ reponse }: { readonly reponse: ReponseLiens }): VNode {
  return (
    <>
      <p class="phrase">{typographier(reponse.phrase)}</p>
      {reponse.total === 0 && <p>{mots.aucun}</p>}
      {Object.entries(mots.natures).map(([nature, titre]) => {
        const groupe = reponse.resultats.filter((l) => l.nature === nature);
        if (groupe.length === 0) return null;
        return (
          <section key={nature}>
            <h2>
              {titre} <span class="compte">{groupe.length}</span>
            </h2>
            {groupe.map((l) => (
              <LigneLien key={l.id} lien={l} />
            ))}
          </section>
        );
      })}
      <PiedCouverture couverture={reponse.couverture} reponse />
    </>
  );
}
