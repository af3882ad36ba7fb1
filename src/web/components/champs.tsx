import type { VNode } from 'preact';
import type { Valeur } from '../../domain/fait.js';
import type { Champ } from '../../questions/fiches/types.js';
import { champsNormalises, champs as noms, valeursCodees } from '../libelles.js';
import { action } from '../messages.js';
import { DepliPreuves } from './preuves.js';

/** A value as it is read: lists joined, yes and no in French. */
function texteValeur(nom: string, valeur: Valeur): string {
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non';
  if (typeof valeur === 'object') return valeur.join(', ');
  if (nom === 'statut' || nom === 'seancesUnite') return valeursCodees[valeur] ?? String(valeur);
  return String(valeur);
}

function Liste({
  champs,
  noms,
}: {
  readonly champs: readonly Champ[];
  readonly noms: Readonly<Record<string, string>>;
}): VNode {
  return (
    <dl class="champs">
      {champs.map((champ, i) => (
        <div key={i} class="champ">
          <dt>{noms[champ.nom] ?? champ.nom}</dt>
          <dd>
            <span class="valeur">{texteValeur(champ.nom, champ.valeur)}</span>{' '}
            <DepliPreuves preuves={champ.preuves} de={noms[champ.nom] ?? champ.nom} court />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The properties that a list of names holds, in its order, under its names. */
export function ChampsNommes({
  champs,
  noms,
}: {
  readonly champs: readonly Champ[];
  readonly noms: Readonly<Record<string, string>>;
}): VNode {
  const montres = Object.keys(noms).flatMap((nom) => champs.filter((c) => c.nom === nom));
  return <Liste champs={montres} noms={noms} />;
}

/** Properties of an entity, each with its proofs one click away; those that restate another one come folded. */
export function ListeChamps({
  champs,
  sauf = [],
}: {
  readonly champs: readonly Champ[];
  readonly sauf?: readonly string[];
}): VNode {
  const ordre = Object.keys(noms);
  const montres = champs.filter((c) => !sauf.includes(c.nom));
  const principaux = montres
    .filter((c) => champsNormalises[c.nom] === undefined)
    .sort((a, b) => rang(ordre, a.nom) - rang(ordre, b.nom));
  const normalises = montres.filter((c) => champsNormalises[c.nom] !== undefined);
  return (
    <>
      <Liste champs={principaux} noms={noms} />
      {normalises.length > 0 && (
        <details class="depli">
          <summary>{action.normalises}</summary>
          <Liste champs={normalises} noms={champsNormalises} />
        </details>
      )}
    </>
  );
}

/** Properties said in one line, in the order of their names: « Axe … · Action 2 · 2012 ». */
export function LigneChamps({
  champs,
  montres,
}: {
  readonly champs: readonly Champ[];
  readonly montres: readonly string[];
}): VNode {
  return (
    <ul class="ligne-champs">
      {montres
        .flatMap((nom) => champs.filter((c) => c.nom === nom))
        .map((champ) => (
          <li key={champ.nom}>
            <span class="discret">{noms[champ.nom] ?? champ.nom}</span>{' '}
            {texteValeur(champ.nom, champ.valeur)}{' '}
            <DepliPreuves preuves={champ.preuves} de={noms[champ.nom] ?? champ.nom} court />
          </li>
        ))}
    </ul>
  );
}

/** Properties that no one named come last. */
function rang(ordre: readonly string[], nom: string): number {
  const i = ordre.indexOf(nom);
  return i === -1 ? ordre.length : i;
}
