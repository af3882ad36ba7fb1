import type { VNode } from 'preact';
import type { Maillon, PreuveSituee, Reference } from '../../questions/types.js';
import { statuts } from '../libelles.js';
import { preuves as mots } from '../messages.js';
import { typographier } from '../typographie.js';

/** A name, linked when it has a page. */
export function Nom({ reference }: { readonly reference: Reference }): VNode {
  return reference.url === null ? (
    <span>{reference.libelle}</span>
  ) : (
    <a href={reference.url}>{reference.libelle}</a>
  );
}

/** A passage with where it stands, or the line of a reference list. */
function Preuve({ preuve }: { readonly preuve: PreuveSituee }): VNode {
  if (!('document' in preuve)) {
    return (
      <p class="referentiel">
        {mots.referentiel(preuve.referentiel, preuve.millesime)}{' '}
        <span class="discret">({mots.cle(preuve.cle)})</span>
      </p>
    );
  }
  const source = `${preuve.fichier ?? mots.document}, ${mots.page(preuve.page, preuve.imprimee)}`;
  return (
    <figure class="citation">
      <blockquote>
        <p class="passage">
          <span class="autour">{preuve.avant}</span>
          <mark>{preuve.citation}</mark>
          <span class="autour">{preuve.apres}</span>
        </p>
      </blockquote>
      <figcaption>
        {preuve.url === undefined ? source : <a href={preuve.url}>{source}</a>}
      </figcaption>
    </figure>
  );
}

export function ListePreuves({ preuves }: { readonly preuves: readonly PreuveSituee[] }): VNode {
  if (preuves.length === 0) return <p class="discret">{mots.aucune}</p>;
  return (
    <div class="preuves">
      {preuves.map((preuve, i) => (
        <Preuve key={i} preuve={preuve} />
      ))}
    </div>
  );
}

/** Proofs folded behind one word. `de` names what they prove, for those who do not see the page. */
export function DepliPreuves({
  preuves,
  de,
}: {
  readonly preuves: readonly PreuveSituee[];
  readonly de: string;
}): VNode {
  return (
    <details class="depli">
      <summary>
        {mots.preuves(preuves.length)}
        <span class="hors-ecran"> : {de}</span>
      </summary>
      <ListePreuves preuves={preuves} />
    </details>
  );
}

function Statut({ statut }: { readonly statut: string }): VNode {
  return <span class={`statut statut-${statut}`}>{statuts[statut] ?? statut}</span>;
}

/** A chain, hop by hop: the sentence, how it is known, its passages. */
export function Chaine({ maillons }: { readonly maillons: readonly Maillon[] }): VNode {
  return (
    <ol class="chaine">
      {maillons.map((maillon, i) => (
        <li key={i}>
          <p>
            {typographier(maillon.phrase)} <Statut statut={maillon.statut} />
          </p>
          <ListePreuves preuves={maillon.preuves} />
        </li>
      ))}
    </ol>
  );
}

/** Relations of an entity: the other end, the sentence, the proofs folded. */
export function ListeMaillons({
  maillons,
  vers = true,
}: {
  readonly maillons: readonly Maillon[];
  /** True: the other end is where the relation goes; false: where it comes from. */
  readonly vers?: boolean;
}): VNode {
  return (
    <ul class="liens">
      {maillons.map((maillon, i) => {
        const autre = vers ? maillon.vers : maillon.de;
        return (
          <li key={i}>
            <div class="lien-tete">
              <Nom reference={autre} />
              <DepliPreuves preuves={maillon.preuves} de={autre.libelle} />
            </div>
            <p class="discret">{typographier(maillon.phrase)}</p>
          </li>
        );
      })}
    </ul>
  );
}
