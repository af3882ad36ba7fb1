import type { VNode } from 'preact';
import { REMEDES, TITRES } from '../../api/messages.js';
import type { DocumentedRoute } from '../../api/pages.js';
import type { Problem } from '../../api/problem.js';
import { erreurs, documentation as mots, rubriques } from '../messages.js';
import { typographier } from '../typographie.js';

/** An error told to a person: what happened, what to do, and near names. */
export function PageErreur({ problem }: { readonly problem: Problem }): VNode {
  const proches = (problem.proches ?? []).filter((p) => p.url !== null);
  return (
    <div class="erreur">
      <p class="genre">{problem.status}</p>
      <h1>{problem.title}</h1>
      <p class="chapeau">{typographier(problem.detail)}</p>
      <p>{typographier(remede(problem))}</p>
      {proches.length > 0 && (
        <>
          <h2>{erreurs.proches}</h2>
          <ul class="entrees">
            {proches.map((p) => (
              <li key={p.id}>
                <a href={p.url ?? '/'}>{p.titre}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {problem.status === 404 && proches.length === 0 && (
        <nav aria-label={erreurs.listes}>
          <ul>
            {rubriques.map(([url, nom]) => (
              <li key={url}>
                <a href={url}>{nom}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <p>
        <a href="/">{erreurs.retour}</a>
      </p>
    </div>
  );
}

/** The remedy as a reader needs it: a general one of the API speaks of its documentation. */
function remede({ status, remede: dite }: Problem): string {
  return dite === REMEDES[status] ? (erreurs.remedes[status] ?? dite) : dite;
}

/** The routes of the API, by theme. */
export function PageDocumentation({
  routes,
}: {
  readonly routes: readonly DocumentedRoute[];
}): VNode {
  const themes = [...new Set(routes.map((r) => r.tag))];
  return (
    <>
      <h1>{mots.titre}</h1>
      <p class="chapeau">{mots.introduction}</p>
      <p>
        <a href="/documentation/openapi.json">{mots.openapi}</a>
      </p>
      {themes.map((theme) => (
        <section key={theme}>
          <h2>{theme}</h2>
          {routes
            .filter((r) => r.tag === theme)
            .map((r) => (
              <Route key={`${r.method} ${r.url}`} route={r} />
            ))}
        </section>
      ))}
      <Erreurs />
    </>
  );
}

function Route({ route }: { readonly route: DocumentedRoute }): VNode {
  return (
    <article class="resultat">
      <h3>
        <code>
          {route.method} {route.url}
        </code>
      </h3>
      <p>{route.summary}</p>
      {route.body && <p class="discret">{mots.corps}</p>}
      {route.parameters.length > 0 && (
        <ul class="parametres" aria-label={mots.parametres}>
          {route.parameters.map((p) => (
            <li key={p.name}>
              <code>{p.name}</code>{' '}
              <span class="discret">
                {[
                  ...(p.required && p.byDefault === null ? [mots.obligatoire] : []),
                  ...(p.byDefault === null ? [] : [mots.defaut(p.byDefault)]),
                  ...(p.values.length === 0 ? [] : [p.values.join(', ')]),
                ].join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

function Erreurs(): VNode {
  return (
    <section>
      <h2>{mots.erreurs}</h2>
      <dl class="champs">
        {Object.entries(TITRES).map(([statut, titre]) => (
          <div key={statut} class="champ" id={`probleme-${statut}`}>
            <dt>
              {statut} {titre}
            </dt>
            <dd>{REMEDES[Number(statut)]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
