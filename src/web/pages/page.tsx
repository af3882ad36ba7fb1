import type { VNode } from 'preact';
import { findDocument } from '../../api/identifiers.js';
import { messages } from '../../api/messages.js';
import type { PageRoute } from '../../api/pages.js';
import { ProblemError, problem } from '../../api/problem.js';
import type { DocumentDecrit, Page } from '../../domain/page.js';
import { type Passage, urlDocument, urlEntite, urlPage } from '../../domain/urls.js';
import { document as mots, notice as motsNotice } from '../messages.js';
import { renderPage, type Site } from '../site.js';

/** The page of a document, with a passage marked: `?debut=10&fin=28#citation`. */
export function pagePage(site: Site): PageRoute {
  return {
    url: '/documents/:id/pages/:n',
    render: async ({ params: { id = '', n = '' }, query }) => {
      const trouve = findDocument(site.services, id);
      const numero = /^[1-9]\d{0,6}$/.test(n) ? Number(n) : 0;
      const page = site.services.faits.page(trouve.id, numero);
      if (page === undefined) {
        throw new ProblemError(
          problem(404, messages.pageInconnue(n, trouve.pages), {
            champ: 'n',
            remede: messages.remedePage,
          }),
        );
      }
      const titre = `${mots.page(numero)}, ${trouve.titre}`;
      const passage = lirePassage(query, page.texte.length);
      return {
        html: renderPage(
          site,
          { titre },
          <PageDocument
            document={trouve}
            page={page}
            passage={passage}
            notice={site.services.faits.noticeA(trouve.id, numero)}
          />,
        ),
      };
    },
  };
}

/** Offsets of the passage to mark; null when they do not stand in the page. */
function lirePassage(query: Readonly<Record<string, string>>, longueur: number): Passage | null {
  const [debut, fin] = [query.debut, query.fin].map((t) =>
    t !== undefined && /^\d{1,9}$/.test(t) ? Number(t) : -1,
  );
  if (debut === undefined || fin === undefined) return null;
  return debut >= 0 && debut < fin && fin <= longueur ? { debut, fin } : null;
}

interface Props {
  readonly document: DocumentDecrit;
  readonly page: Page;
  readonly passage: Passage | null;
  /** The record that this page of a catalogue is. */
  readonly notice: string | undefined;
}

function PageDocument({ document: d, page, passage, notice }: Props): VNode {
  const original = `/api${urlDocument(d.id)}/original`;
  return (
    <article class="fiche">
      <p class="fil">
        <a href={urlDocument(d.id)}>{d.titre}</a>
      </p>
      <h1>{mots.page(page.numero)}</h1>
      <p class="discret">
        {[
          d.fichier,
          ...(page.imprimee === null || page.imprimee === page.numero
            ? []
            : [mots.imprimee(page.imprimee)]),
          mots.etats[page.etat] ?? page.etat,
          ...(page.confiance === undefined ? [] : [mots.confiance(page.confiance)]),
          ...(page.raison === undefined ? [] : [page.raison]),
        ].join(' · ')}
      </p>
      <p class="actions-page">
        <a href={d.format === 'pdf' ? `${original}#page=${page.numero}` : original}>
          {mots.originalPage}
        </a>
        {notice !== undefined && <a href={urlEntite(notice) ?? ''}>{motsNotice.fiche}</a>}
        {passage !== null && <a href="#citation">{mots.citation}</a>}
      </p>
      <Voisines document={d} page={page} />
      <section aria-labelledby="texte">
        <h2 id="texte">{mots.texte}</h2>
        <p class="discret">{mots.texteAide}</p>
        <Texte texte={page.texte} passage={passage} />
      </section>
      <Voisines document={d} page={page} />
    </article>
  );
}

function Texte({
  texte,
  passage,
}: {
  readonly texte: string;
  readonly passage: Passage | null;
}): VNode {
  // A line feed right after <pre> is dropped by HTML parsers: one more keeps the page's own.
  if (passage === null) return <pre class="texte-page">{`\n${texte}`}</pre>;
  return (
    <pre class="texte-page">
      {`\n${texte.slice(0, passage.debut)}`}
      <mark id="citation">{texte.slice(passage.debut, passage.fin)}</mark>
      {texte.slice(passage.fin)}
    </pre>
  );
}

function Voisines({ document: d, page }: Pick<Props, 'document' | 'page'>): VNode {
  const n = page.numero;
  return (
    <nav class="pagination" aria-label={mots.allerPage}>
      {n > 1 && (
        <a rel="prev" href={urlPage(d.id, n - 1)}>
          {mots.precedente}
        </a>
      )}
      <span>
        {n} / {d.pages}
      </span>
      {n < d.pages && (
        <a rel="next" href={urlPage(d.id, n + 1)}>
          {mots.suivante}
        </a>
      )}
    </nav>
  );
}
