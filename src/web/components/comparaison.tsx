import type { VNode } from 'preact';
import { type ActionComparee, NATURES, type Nature } from '../../questions/types.js';
import { comparaison as mots } from '../messages.js';
import { LigneAction } from './actions.js';
import { Nom } from './preuves.js';

/** Actions of two programmes compared, under what became of them. */
export function GroupesNature({ actions }: { readonly actions: readonly ActionComparee[] }): VNode {
  return (
    <>
      {NATURES.map((nature) => (
        <Groupe key={nature} nature={nature} actions={actions.filter((a) => de(a) === nature)} />
      ))}
    </>
  );
}

/** `axe,public` and the like are one group. */
function de({ nature }: ActionComparee): Nature {
  return NATURES.find((n) => n === nature) ?? 'modifiee';
}

function Groupe({
  nature,
  actions,
}: {
  readonly nature: Nature;
  readonly actions: readonly ActionComparee[];
}): VNode | null {
  if (actions.length === 0) return null;
  return (
    <section class="groupe" aria-labelledby={`nature-${nature}`}>
      <h2 id={`nature-${nature}`}>
        {mots.natures[nature]} <span class="compte">{actions.length}</span>
      </h2>
      <p class="discret">{mots.explications[nature]}</p>
      {actions.map((action) => (
        <LigneAction
          key={action.id}
          action={action}
          maillons={action.maillons ?? []}
          niveau={3}
          {...(nature === 'modifiee' ? { precision: <Changements action={action} /> } : {})}
        />
      ))}
    </section>
  );
}

function Changements({ action }: { readonly action: ActionComparee }): VNode {
  const changements = action.nature.split(',').map((c) => mots.changements[c] ?? c);
  return (
    <p>
      {changements.join(', ')}
      {action.avant !== undefined && (
        <>
          {'. '}
          {mots.avant} <Nom reference={action.avant} />
        </>
      )}
    </p>
  );
}
