import type { VNode } from 'preact';
import type { PageRoute } from '../../api/pages.js';
import type { FicheProgramme, Questions } from '../../questions/fiches/types.js';
import type { Couverture, Reference } from '../../questions/types.js';
import { PiedCouverture } from '../components/couverture.js';
import { DepliPreuves, Nom } from '../components/preuves.js';
import { types } from '../libelles.js';
import { listes, programme as mots } from '../messages.js';
import { renderPage, type Site } from '../site.js';
import { typographier } from '../typographie.js';

/** More programmes than any base holds. */
const TOUS = 200;

/** What programmes plan beside their actions, programme by programme. */
export function pagePublications(site: Site): PageRoute {
  return {
    url: '/publications',
    render: async () => {
      const { questions } = site.services;
      const programmes = questions
        .programmes({ taille: TOUS })
        .resultats.map((p) => questions.programme(p.id));
      const contenu = (
        <Publications
          questions={questions}
          programmes={programmes}
          couverture={questions.couverture()}
        />
      );
      return { html: renderPage(site, { titre: mots.autres }, contenu) };
    },
  };
}

interface Props {
  readonly questions: Questions;
  readonly programmes: readonly FicheProgramme[];
  readonly couverture: Couverture;
}

function Publications({ questions, programmes, couverture }: Props): VNode {
  const remplis = programmes.filter((p) => p.axes.some((axe) => axe.autres.length > 0));
  return (
    <>
      <h1>{mots.autres}</h1>
      {remplis.length === 0 && <p>{listes.vide}</p>}
      {remplis.map((p) => (
        <section key={p.id}>
          <h2>{p.url === null ? p.titre : <a href={p.url}>{p.titre}</a>}</h2>
          {p.axes.flatMap(({ axe, autres }) =>
            autres.map((autre) => (
              <Autre key={autre.id} questions={questions} autre={autre} axe={axe} />
            )),
          )}
        </section>
      ))}
      <PiedCouverture couverture={couverture} />
    </>
  );
}

function Autre({
  questions,
  autre,
  axe,
}: {
  readonly questions: Questions;
  readonly autre: Reference;
  readonly axe: Reference;
}): VNode {
  const titre = questions.fiche(autre.id).champs.find((c) => c.nom === 'titre');
  return (
    <article class="resultat">
      <h3>
        <Nom reference={autre} />
      </h3>
      <div class="discret">
        {types[autre.type] ?? autre.type} · {typographier(axe.libelle)}{' '}
        {titre !== undefined && <DepliPreuves preuves={titre.preuves} de={autre.libelle} court />}
      </div>
    </article>
  );
}
