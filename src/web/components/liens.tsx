import type { VNode } from 'preact';
import type { Deploiement, Lien } from '../../questions/types.js';
import { preuves, territoire } from '../messages.js';
import { typographier } from '../typographie.js';
import { Chaine, ListePreuves } from './preuves.js';

function Repli({ element }: { readonly element: Lien | Deploiement }): VNode {
  return (
    <details class="depli pourquoi">
      <summary>
        {preuves.pourquoi}
        <span class="hors-ecran"> {element.titre}</span>
      </summary>
      {element.maillons.length > 0 ? (
        <Chaine maillons={element.maillons} />
      ) : (
        <ListePreuves preuves={element.preuves} />
      )}
    </details>
  );
}

/** What ties two dispositifs: its sentence, its chain and passages folded. */
export function LigneLien({ lien }: { readonly lien: Lien }): VNode {
  return (
    <article class="resultat">
      <h3>{lien.url === null ? lien.titre : <a href={lien.url}>{lien.titre}</a>}</h3>
      <p class="discret">{typographier(lien.phrase)}</p>
      <Repli element={lien} />
    </article>
  );
}

/** A place where a dispositif is deployed, and when. */
export function LigneDeploiement({ deploiement }: { readonly deploiement: Deploiement }): VNode {
  const { debut, fin, titre, url } = deploiement;
  return (
    <article class="resultat resultat-court">
      <h3>
        <a href={url}>{titre}</a> <span class="compte">{periode(debut, fin)}</span>
      </h3>
      <Repli element={deploiement} />
    </article>
  );
}

/** Years as read: one, an interval, or « depuis » when the end is not known (9999). */
export function periode(debut: number, fin: number): string {
  if (fin >= 9999) return territoire.depuis(debut);
  return territoire.entre(debut, fin);
}
