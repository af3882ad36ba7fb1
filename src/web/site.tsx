import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Services } from '../api/services.js';
import { Layout } from './components/layout.js';

/** What every page needs: the services it asks, and the address of the stylesheet. */
export interface Site {
  readonly services: Services;
  readonly style: string;
  readonly icone: string;
}

/** What the head of a page says to the programs that collect references. */
export interface Machines {
  /** Names and contents of metas. */
  readonly metas?: readonly (readonly [nom: string, valeur: string])[];
  /** An object of schema.org, as JSON. */
  readonly jsonld?: string;
  /** The same thing in other formats. */
  readonly ailleurs?: readonly {
    readonly url: string;
    readonly type: string;
    readonly titre: string;
  }[];
  /** True when the page holds records that unAPI gives. */
  readonly unapi?: boolean;
}

export interface Tete {
  readonly titre: string;
  readonly noindex?: boolean;
  /** What the search box holds. */
  readonly q?: string;
  /** What the head says to programs. */
  readonly machines?: Machines;
  /** Home page: the search box is in the page, not in the header. */
  readonly accueil?: boolean;
}

/** A whole page as HTML. */
export function renderPage(
  site: Pick<Site, 'style' | 'icone'>,
  tete: Tete,
  contenu: ComponentChildren,
): string {
  const page: VNode = (
    <Layout style={site.style} icone={site.icone} tete={tete}>
      {contenu}
    </Layout>
  );
  return `<!doctype html>\n${renderToString(page)}`;
}
