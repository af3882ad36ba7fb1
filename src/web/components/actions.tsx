import type { VNode } from 'preact';
import type { Maillon, ResultatAction } from '../../questions/types.js';
import { portees } from '../libelles.js';
import { action as mots, preuves } from '../messages.js';
import { Chaine, ListePreuves } from './preuves.js';

/** What an action is, in one line: axe, number, year, format. */
function Situation({ action }: { readonly action: ResultatAction }): VNode {
  const parts = [
    action.axe,
    action.numero === null ? null : mots.numero(action.numero),
    action.format,
    action.periode ?? (action.annee === null ? null : String(action.annee)),
  ];
  return <p class="discret">{parts.filter((p) => p !== null && p !== '').join(' · ')}</p>;
}

function Pourquoi({ action }: { readonly action: ResultatAction }): VNode {
  const chaines =
    action.chaines ??
    (action.chaine === undefined || action.portee === undefined
      ? []
      : [{ portee: action.portee, maillons: action.chaine }]);
  return (
    <details class="depli pourquoi">
      <summary>
        {preuves.pourquoi}
        <span class="hors-ecran"> {action.titre}</span>
      </summary>
      {chaines.length === 0 && <ListePreuves preuves={action.preuves} />}
      {chaines.map(({ portee, maillons }, i) => (
        <div key={i}>
          {i > 0 && <p class="autre-chaine">{preuves.autresChaines}</p>}
          <p class="portee">{portees[portee]}</p>
          <Chaine maillons={maillons} />
        </div>
      ))}
    </details>
  );
}

/** One action of a list. `maillons` are relations that explain its place there, `precision` what is to be said of it. */
export function LigneAction({
  action,
  maillons,
  precision,
  niveau = 3,
}: {
  readonly action: ResultatAction;
  readonly maillons?: readonly Maillon[];
  readonly precision?: VNode;
  readonly niveau?: 2 | 3 | 4;
}): VNode {
  const Titre = `h${niveau}` as const;
  return (
    <article class="resultat">
      <Titre>
        <a href={action.url}>{action.titre}</a>
      </Titre>
      <Situation action={action} />
      {precision}
      {maillons === undefined || maillons.length === 0 ? (
        <Pourquoi action={action} />
      ) : (
        <details class="depli pourquoi">
          <summary>
            {preuves.pourquoi}
            <span class="hors-ecran"> {action.titre}</span>
          </summary>
          <Chaine maillons={maillons} />
        </details>
      )}
    </article>
  );
}
