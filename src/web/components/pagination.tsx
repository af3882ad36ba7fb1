import type { VNode } from 'preact';
import { pagination as mots } from '../messages.js';

interface Props {
  readonly total: number;
  readonly page: number;
  readonly taille: number;
  /** Address of a page, from its number. */
  readonly url: (page: number) => string;
}

/** Previous and next, when there is more than one page. */
export function Pagination({ total, page, taille, url }: Props): VNode | null {
  const pages = Math.ceil(total / taille);
  if (pages <= 1) return null;
  return (
    <nav class="pagination" aria-label={mots.titre}>
      {page > 1 && (
        <a rel="prev" href={url(page - 1)}>
          {mots.precedente}
        </a>
      )}
      <span>{mots.position(page, pages)}</span>
      {page < pages && (
        <a rel="next" href={url(page + 1)}>
          {mots.suivante}
        </a>
      )}
    </nav>
  );
}
