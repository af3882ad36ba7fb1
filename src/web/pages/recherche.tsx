import type { VNode } from 'preact';
import type { PageRequest, PageRoute } from '../../api/pages.js';
import { ProblemError, problem } from '../../api/problem.js';
import { pageNumber } from '../address.js';
import { PiedCouverture } from '../components/couverture.js';
import type { ReponseMots } from '../components/mots.js';
import { Facettes, lireFiltres, ResultatsMots } from '../components/mots.js';
import { BlocReponse } from '../components/reponse.js';
import { recherche as mots } from '../messages.js';
import { renderPage, type Site } from '../site.js';

const TAILLE = 20;
const QUESTION_MAX = 500;

export function pageRecherche(site: Site): PageRoute {
  return { url: '/recherche', render: (request) => rendre(site, request) };
}

async function rendre(site: Site, { query }: PageRequest): ReturnType<PageRoute['render']> {
  const q = (query.q ?? '').trim();
  if (q.length > QUESTION_MAX) {
    throw new ProblemError(problem(400, mots.trop, { champ: 'q', remede: mots.raccourcir }));
  }
  if (q === '') {
    const contenu = <Titre titre={mots.titre} suite={mots.vide} />;
    return { html: renderPage(site, { titre: mots.titre, noindex: true }, contenu), noindex: true };
  }
  const page = pageNumber(query.page);
  const filtres = lireFiltres(query);
  const { questions } = site.services;
  const [reponse, trouve] = await Promise.all([
    page === 1 && Object.keys(filtres).length === 0 ? questions.demander(q) : null,
    questions.rechercher(q, { page, taille: TAILLE, filtres }),
  ]);
  const notices = new Map(
    questions.resumer(trouve.resultats.map((r) => r.id)).map((n) => [n.id, n]),
  );
  const resultats: ReponseMots = { ...trouve, q, page, taille: TAILLE, filtres, notices };
  const comprise = reponse !== null && reponse.equation.intention !== 'recherche';
  const contenu = (
    <div class="deux-colonnes">
      <div>
        <Titre titre={q} suite={null} />
        {comprise && <BlocReponse reponse={reponse} />}
        <ResultatsMots reponse={resultats} seule={!comprise} />
        <PiedCouverture
          couverture={comprise ? reponse.couverture : trouve.couverture}
          reponse={comprise}
        />
      </div>
      {/* They count the words found, and would contradict the answer to a question understood. */}
      {!comprise && <Facettes reponse={resultats} />}
    </div>
  );
  const tete = { titre: mots.titreDe(q), q, noindex: true, machines: { unapi: true } };
  return { html: renderPage(site, tete, contenu), noindex: true };
}

function Titre({ titre, suite }: { readonly titre: string; readonly suite: string | null }): VNode {
  return (
    <>
      <h1 class="titre-recherche">{titre}</h1>
      {suite !== null && <p>{suite}</p>}
    </>
  );
}
