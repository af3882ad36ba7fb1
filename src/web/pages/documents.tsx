import type { VNode } from 'preact';
import { findDocument } from '../../api/identifiers.js';
import type { PageRoute } from '../../api/pages.js';
import type { DocumentDecrit } from '../../domain/page.js';
import { urlDocument, urlPage } from '../../domain/urls.js';
import type { Couverture } from '../../questions/types.js';
import { address, pageNumber } from '../address.js';
import { PiedCouverture } from '../components/couverture.js';
import { Pagination } from '../components/pagination.js';
import { listes, document as mots, notice, recherche } from '../messages.js';
import { renderPage, type Site } from '../site.js';

const TAILLE = 50;

export function pageDocuments(site: Site): PageRoute {
  return {
    url: '/documents',
    render: async ({ query }) => {
      const liste = site.services.questions.documents({
        page: pageNumber(query.page),
        taille: TAILLE,
      });
      const contenu = (
        <>
          <h1>{listes.documents}</h1>
          <p class="discret">{recherche.total(liste.total)}</p>
          {liste.total === 0 && <p>{listes.vide}</p>}
          <ul class="entrees entrees-larges">
            {liste.resultats.map((d) => (
              <li key={d.id}>
                <a href={urlDocument(d.id)}>{d.titre}</a>
                <span class="discret"> {description(d)}</span>
              </li>
            ))}
          </ul>
          <Pagination {...liste} url={(page) => address('/documents', { page })} />
          <PiedCouverture couverture={liste.couverture} />
        </>
      );
      return { html: renderPage(site, { titre: listes.documents }, contenu) };
    },
  };
}

function description(d: DocumentDecrit): string {
  const parts = [
    mots.types[d.type] ?? d.type,
    d.annee === null ? null : String(d.annee),
    d.type === 'catalogue' ? notice.total(d.pages) : mots.pages(d.pages),
    d.fichier,
  ];
  return parts.filter((p) => p !== null).join(' · ');
}

export function pageDocument(site: Site): PageRoute {
  return {
    url: '/documents/:id',
    render: async ({ params: { id = '' } }) => {
      const trouve = findDocument(site.services, id);
      const couverture = site.services.questions.couverture();
      const contenu = <Document document={trouve} couverture={couverture} />;
      return { html: renderPage(site, { titre: trouve.titre }, contenu) };
    },
  };
}

function Document({
  document: d,
  couverture,
}: {
  readonly document: DocumentDecrit;
  readonly couverture: Couverture;
}): VNode {
  const nonLues = new Map(
    couverture.pagesNonLues.filter((p) => p.document === d.id).map((p) => [p.page, p.raison]),
  );
  return (
    <article class="fiche">
      <h1>{d.titre}</h1>
      <p class="discret">{description(d)}</p>
      <p>
        <a href={`/api${urlDocument(d.id)}/original`}>{mots.original}</a>
      </p>
      {d.type === 'catalogue' ? (
        <Catalogue document={d} />
      ) : (
        <Pages document={d} nonLues={nonLues} />
      )}
    </article>
  );
}

/** The records of a catalogue are listed as such: its pages may be a hundred thousand. */
function Catalogue({ document: d }: { readonly document: DocumentDecrit }): VNode {
  return (
    <p>
      <a href={address('/notices', { catalogue: d.titre })}>{notice.toutesNotices}</a>
    </p>
  );
}

function Pages({
  document: d,
  nonLues,
}: {
  readonly document: DocumentDecrit;
  readonly nonLues: ReadonlyMap<number, string>;
}): VNode {
  return (
    <>
      <h2>{mots.pages(d.pages)}</h2>
      <ol class="pages">
        {Array.from({ length: d.pages }, (_, i) => i + 1).map((n) => (
          <li key={n}>
            <a
              href={urlPage(d.id, n)}
              title={nonLues.get(n)}
              class={nonLues.has(n) ? 'non-lue' : undefined}
            >
              {n}
            </a>
          </li>
        ))}
      </ol>
    </>
  );
}
