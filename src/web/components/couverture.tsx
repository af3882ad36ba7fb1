import type { VNode } from 'preact';
import type { Couverture } from '../../questions/types.js';
import { phraseLecture } from '../lecture.js';
import { couverture as mots } from '../messages.js';
import { typographier } from '../typographie.js';

/** What the page rests on, at its foot; `reponse`: the page answers a question asked. */
export function PiedCouverture({
  couverture,
  reponse = false,
}: {
  readonly couverture: Couverture;
  readonly reponse?: boolean;
}): VNode {
  return (
    <aside class="couverture" aria-label={mots.repose}>
      <p>
        {typographier(reponse ? couverture.phrase : phraseLecture(couverture))}{' '}
        <a href="/couverture">{mots.titre}</a>
      </p>
    </aside>
  );
}
