import type { VNode } from 'preact';
import type { Couverture } from '../../questions/types.js';
import { couverture as mots } from '../messages.js';
import { typographier } from '../typographie.js';

/** What an answer rests on, at the foot of every page that answers. */
export function PiedCouverture({ couverture }: { readonly couverture: Couverture }): VNode {
  return (
    <aside class="couverture" aria-label={mots.repose}>
      <p>
        {typographier(couverture.phrase)} <a href="/couverture">{mots.titre}</a>
      </p>
    </aside>
  );
}
