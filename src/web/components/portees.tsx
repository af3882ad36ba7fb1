import type { VNode } from 'preact';
import type { Portee, PorteeApart, ResultatAction } from '../../questions/types.js';
import { explicationsPortees, portees as noms } from '../libelles.js';
import { LigneAction } from './actions.js';

const APART: readonly PorteeApart[] = ['reservee', 'citee'];

interface Props {
  readonly actions: readonly ResultatAction[];
  readonly apart: readonly ResultatAction[];
  /** Exact totals, counted by the service and not by the page. */
  readonly parPortee: Readonly<Partial<Record<Portee, number>>>;
  readonly ordre: readonly Portee[];
}

/** Actions under each portée, strongest first, then those that do not count. */
export function GroupesPortee({ actions, apart, parPortee, ordre }: Props): VNode {
  return (
    <>
      <Totaux parPortee={parPortee} ordre={ordre} />
      {ordre.map((portee) => (
        <Groupe
          key={portee}
          portee={portee}
          actions={actions.filter((a) => a.portee === portee)}
          total={parPortee[portee] ?? 0}
        />
      ))}
      {APART.map((portee) => {
        const groupe = apart.filter((a) => a.portee === portee);
        return <Groupe key={portee} portee={portee} actions={groupe} total={groupe.length} />;
      })}
    </>
  );
}

function Totaux({ parPortee, ordre }: Pick<Props, 'parPortee' | 'ordre'>): VNode {
  return (
    <ul class="totaux">
      {ordre
        .filter((portee) => (parPortee[portee] ?? 0) > 0)
        .map((portee) => (
          <li key={portee}>
            <a href={`#portee-${portee}`}>
              <strong>{parPortee[portee]}</strong> {noms[portee].toLowerCase()}
            </a>
          </li>
        ))}
    </ul>
  );
}

function Groupe({
  portee,
  actions,
  total,
}: {
  readonly portee: Portee | PorteeApart;
  readonly actions: readonly ResultatAction[];
  readonly total: number;
}): VNode | null {
  if (total === 0) return null;
  const apart = portee === 'citee' || portee === 'reservee';
  return (
    <section class={apart ? 'groupe groupe-apart' : 'groupe'} aria-labelledby={`portee-${portee}`}>
      <h3 id={`portee-${portee}`}>
        {noms[portee]} <span class="compte">{total}</span>
      </h3>
      <p class="discret">{explicationsPortees[portee]}</p>
      {actions.map((a) => (
        <LigneAction key={a.id} action={a} niveau={4} />
      ))}
    </section>
  );
}
