import type { ComponentChildren, VNode } from 'preact';
import { rubriques, site } from '../messages.js';
import type { Tete } from '../site.js';
import { TeteMachines } from './machines.js';
import { BoiteRecherche } from './recherche.js';

interface Props {
  readonly style: string;
  readonly icone: string;
  readonly tete: Tete;
  readonly children: ComponentChildren;
}

/** The frame of every page: skip link, header with the search box, main, footer. */
export function Layout({ style, icone, tete, children }: Props): VNode {
  const titre =
    tete.accueil === true ? `${site.nom} : ${site.devise}` : `${tete.titre} | ${site.nom}`;
  return (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <title>{titre}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {tete.noindex === true && <meta name="robots" content="noindex" />}
        {tete.machines !== undefined && <TeteMachines machines={tete.machines} />}
        <link
          rel="alternate"
          type="application/atom+xml"
          title={site.nouveautes}
          href="/nouveautes.atom"
        />
        <link rel="stylesheet" href={style} />
        <link rel="icon" href={icone} type="image/svg+xml" />
      </head>
      <body>
        <a class="evitement" href="#contenu">
          {site.evitement}
        </a>
        <Entete tete={tete} />
        <main id="contenu" tabIndex={-1}>
          {children}
        </main>
        <footer class="pied">
          <p>{site.pied}</p>
          <p>
            <a href="/nouveautes.atom">{site.nouveautes}</a> ·{' '}
            <a href="/documentation">{site.documentation}</a>
          </p>
        </footer>
      </body>
    </html>
  );
}

function Entete({ tete }: { readonly tete: Tete }): VNode {
  return (
    <header class="entete">
      <div class="entete-haut">
        <a class="marque" href="/">
          {site.nom}
        </a>
        {tete.accueil !== true && <BoiteRecherche q={tete.q ?? ''} />}
      </div>
      <nav aria-label={site.navigation}>
        <ul class="rubriques">
          {rubriques.map(([url, nom]) => (
            <li key={url}>
              <a href={url}>{nom}</a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
