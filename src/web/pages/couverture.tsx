import type { VNode } from 'preact';
import type { PageRoute } from '../../api/pages.js';
import { urlDocument, urlPage } from '../../domain/urls.js';
import type { Couverture } from '../../questions/types.js';
import { phraseLecture } from '../lecture.js';
import { document, couverture as mots, preuves } from '../messages.js';
import { renderPage, type Site } from '../site.js';
import { nombre, typographier } from '../typographie.js';

export function pageCouverture(site: Site): PageRoute {
  return {
    url: '/couverture',
    render: async () => {
      const couverture = site.services.questions.couverture();
      return {
        html: renderPage(site, { titre: mots.titre }, <PageCouverture couverture={couverture} />),
      };
    },
  };
}

function PageCouverture({ couverture: c }: { readonly couverture: Couverture }): VNode {
  const titres = new Map(c.documents.map((d) => [d.id, d.titre]));
  return (
    <>
      <h1>{mots.titre}</h1>
      <p class="phrase">{typographier(phraseLecture(c))}</p>
      <dl class="champs">
        <Ligne nom={mots.annees} valeur={c.annees.join(', ') || mots.aucune} />
        <Ligne nom={mots.manquantes} valeur={c.anneesManquantes.join(', ') || mots.aucune} />
        <Ligne nom={mots.pages} valeur={nombre(c.pagesLues)} />
      </dl>
      <h2>
        {mots.documents} <span class="compte">{c.documents.length}</span>
      </h2>
      <ul class="entrees entrees-larges">
        {c.documents.map((d) => (
          <li key={d.id}>
            <a href={urlDocument(d.id)}>{d.titre}</a>
            <span class="discret">
              {' '}
              {[
                d.annee,
                d.type === 'catalogue' ? mots.notices(d.pages) : document.pages(d.pages),
                d.fichier,
              ]
                .filter((p) => p !== null)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <h2>
        {mots.nonLues} <span class="compte">{c.pagesNonLues.length}</span>
      </h2>
      {c.pagesNonLues.length === 0 ? (
        <p>{mots.toutesLues}</p>
      ) : (
        <ul class="entrees entrees-larges">
          {c.pagesNonLues.map((p) => (
            <li key={`${p.document}#${p.page}`}>
              <a href={urlPage(p.document, p.page)}>
                {titres.get(p.document) ?? p.document}, {preuves.page(p.page, null)}
              </a>
              <span class="discret"> {p.raison}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Ligne({ nom, valeur }: { readonly nom: string; readonly valeur: string }): VNode {
  return (
    <div class="champ">
      <dt>{nom}</dt>
      <dd>{valeur}</dd>
    </div>
  );
}
