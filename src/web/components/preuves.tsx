import type { VNode } from 'preact';
import type { Maillon, PreuveSituee, Reference } from '../../questions/types.js';
import { referentiels, statuts } from '../libelles.js';
import { preuves as mots } from '../messages.js';
import { type Passage, passages } from '../passages.js';
import { joindreLignes, typographier } from '../typographie.js';

/** A name, linked when it has a page. */
export function Nom({ reference }: { readonly reference: Reference }): VNode {
  return reference.url === null ? (
    <span>{typographier(reference.libelle)}</span>
  ) : (
    <a href={reference.url}>{typographier(reference.libelle)}</a>
  );
}

type Ligne = Exclude<PreuveSituee, { readonly document: string }>;

/** A passage of a document with where it stands. */
function Citation({
  passage,
  statuts: montrer,
}: {
  readonly passage: Passage;
  readonly statuts: boolean;
}): VNode {
  const { fichier, page, imprimee, url, morceaux, confiance } = passage;
  const source = `${fichier ?? mots.document}, ${mots.page(page, imprimee)}`;
  return (
    <figure class="citation">
      <blockquote>
        <p class="passage">
          {passage.coupeAvant && <span class="autour">…</span>}
          {morceaux.map(({ texte, cite }, i) =>
            cite ? (
              <mark key={i}>{joindreLignes(texte)}</mark>
            ) : (
              <span key={i} class="autour">
                {joindreLignes(texte)}
              </span>
            ),
          )}
          {passage.coupeApres && <span class="autour">…</span>}
        </p>
      </blockquote>
      <figcaption>
        {url === undefined ? source : <a href={url}>{source}</a>}
        {confiance !== undefined && <span class="discret">, {mots.reconnue(confiance)}</span>}
        {montrer && passage.statuts.map((s) => [' ', <Statut key={s} statut={s} />])}
      </figcaption>
    </figure>
  );
}

/** The line of a reference list: the list's name and whom the line is about, never its key. */
function LigneReferentiel({
  preuve: { referentiel, millesime, libelle, statut },
  statuts: montrer,
}: {
  readonly preuve: Ligne;
  readonly statuts: boolean;
}): VNode {
  const liste = referentiels[referentiel] ?? mots.referentiel(referentiel);
  return (
    <p class="referentiel">
      {typographier(mots.ligne(liste, millesime, libelle))}
      {montrer && statut !== undefined && [' ', <Statut key={statut} statut={statut} />]}
    </p>
  );
}

/** Each proof says how it is known when they are not all known the same way. */
function statutsDivers(preuves: readonly PreuveSituee[]): boolean {
  return new Set(preuves.flatMap((p) => p.statut ?? [])).size > 1;
}

/** Passages, those of one printed line once, then lines of reference lists. */
export function ListePreuves({ preuves }: { readonly preuves: readonly PreuveSituee[] }): VNode {
  if (preuves.length === 0) return <p class="discret">{mots.aucune}</p>;
  const divers = statutsDivers(preuves);
  const lignes = preuves.filter((p): p is Ligne => !('document' in p));
  return (
    <div class="preuves">
      {passages(preuves).map((passage, i) => (
        <Citation key={i} passage={passage} statuts={divers} />
      ))}
      {lignes.map((ligne, i) => (
        <LigneReferentiel key={i} preuve={ligne} statuts={divers} />
      ))}
    </div>
  );
}

/** Proofs folded behind one word. `de` names what they prove, for those who do not see the page. */
export function DepliPreuves({
  preuves,
  de,
  court = false,
}: {
  readonly preuves: readonly PreuveSituee[];
  readonly de: string;
  /** A small word beside a value, and not a count of proofs. */
  readonly court?: boolean;
}): VNode {
  const n = passages(preuves).length + preuves.filter((preuve) => !('document' in preuve)).length;
  return (
    <details class={court ? 'depli depli-court' : 'depli'}>
      <summary>
        {court ? mots.courte : mots.preuves(n)}
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
            {typographier(maillon.phrase)}
            {!statutsDivers(maillon.preuves) && [
              ' ',
              <Statut key="statut" statut={maillon.statut} />,
            ]}
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
              <DepliPreuves preuves={maillon.preuves} de={autre.libelle} court />
            </div>
            <p class="discret">{typographier(maillon.phrase)}</p>
          </li>
        );
      })}
    </ul>
  );
}
