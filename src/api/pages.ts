import type { Problem } from './problem.js';

/** What a page is made from: the parts of its address, never the connection. */
export interface PageRequest {
  readonly params: Readonly<Record<string, string>>;
  /** First value of each query parameter. */
  readonly query: Readonly<Record<string, string>>;
}

interface PageResponse {
  readonly html: string;
  readonly status?: number;
  /** True for pages that search engines must leave alone (people, searches). */
  readonly noindex?: boolean;
  /** Address to go to instead (permanent). */
  readonly redirect?: string;
}

export interface PageRoute {
  readonly url: string;
  /** Throws the same errors as the services; the API turns them into an error page. */
  render(request: PageRequest): Promise<PageResponse>;
}

export interface Asset {
  readonly url: string;
  readonly type: string;
  readonly content: Buffer;
}

export interface DocumentedRoute {
  readonly method: string;
  readonly url: string;
  readonly tag: string;
  readonly summary: string;
  readonly body: boolean;
  readonly parameters: readonly {
    readonly name: string;
    readonly where: string;
    readonly required: boolean;
    readonly values: readonly string[];
    readonly byDefault: string | null;
  }[];
}

/** The pages that the server shows: rendered elsewhere, so that the API depends on no view. */
export interface Pages {
  readonly routes: readonly PageRoute[];
  readonly assets: readonly Asset[];
  error(problem: Problem): string;
  documentation(routes: readonly DocumentedRoute[]): string;
}
