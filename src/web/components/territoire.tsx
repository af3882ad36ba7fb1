import type { VNode } from 'preact';
import type { FicheTerritoire } from '../../questions/fiches/types.js';
import type { Maillon, Reference } from '../../questions/types.js';
import { champs } from '../libelles.js';
import { territoire as mots, notice } from '../messages.js';
import { typographier } from '../typographie.js';
import { periode } from './liens.js';
import { DepliPreuves, Nom } from './preuves.js';

/** Codes of a territory, on one line under its name. */
const CODES = ['insee', 'siren', 'code', 'nature'];
/** More names than this come folded: the summary is there to be taken in at a glance. */
const NOMS_MAX = 12;

interface Props {
  readonly fiche: FicheTerritoire;
  /** The year in question: the one chosen, else the last one read; null when nothing dated was read. */
  readonly annee: number | null;
}

/** What to know of a territory before its actions: grouping at the date, dispositifs, quarters. */
export function EnBref({ fiche, annee }: Props): VNode {
  const membres = fiche.type === 'Intercommunalite';
  const alors = fiche.appartenances.filter((m) => annee === null || couvre(m, annee));
  return (
    <aside class="en-bref" aria-label={mots.enBref}>
      <Codes fiche={fiche} />
      <Maillons
        titre={membres ? mots.membresEn(annee) : mots.appartenanceEn(annee)}
        maillons={alors}
        bout={membres ? 'de' : 'vers'}
        periodes
      />
      <Maillons titre={mots.dispositifs} maillons={fiche.dispositifs} bout="de" />
      <References titre={mots.quartiers} references={fiche.quartiers} />
      <References titre={mots.communes} references={fiche.communes} />
      {fiche.notices.total > 0 && (
        <>
          <h2>{notice.liees}</h2>
          <p>
            <a href="#notices">{notice.total(fiche.notices.total)}</a>
          </p>
        </>
      )}
    </aside>
  );
}

/** True when a relation held in a year; one without dates always does. */
function couvre({ proprietes: { debut, fin } }: Maillon, annee: number): boolean {
  if (typeof debut !== 'number') return true;
  return debut <= annee && annee <= (typeof fin === 'number' ? fin : annee);
}

function Codes({ fiche }: Pick<Props, 'fiche'>): VNode | null {
  const codes = fiche.champs.filter((c) => CODES.includes(c.nom));
  if (codes.length === 0) return null;
  return (
    <p class="discret">
      {codes.map((c) => `${champs[c.nom] ?? c.nom} ${String(c.valeur)}`).join(' · ')}
    </p>
  );
}

function quand({ proprietes: { annee, debut, fin } }: Maillon): string | null {
  if (typeof annee === 'number') return String(annee);
  if (typeof debut !== 'number') return null;
  return periode(debut, typeof fin === 'number' ? fin : 9999);
}

function Maillons({
  titre,
  maillons,
  bout,
  periodes = false,
}: {
  readonly titre: string;
  readonly maillons: readonly Maillon[];
  readonly bout: 'de' | 'vers';
  readonly periodes?: boolean;
}): VNode | null {
  if (maillons.length === 0) return null;
  const elements = maillons.map((maillon, i) => {
    const dates = periodes ? quand(maillon) : null;
    return (
      <li key={i}>
        <Nom reference={maillon[bout]} />
        {dates !== null && <span class="compte"> {dates}</span>}{' '}
        <DepliPreuves preuves={maillon.preuves} de={typographier(maillon.phrase)} court />
      </li>
    );
  });
  return <Bloc titre={titre} elements={elements} />;
}

function References({
  titre,
  references,
}: {
  readonly titre: string;
  readonly references: readonly Reference[];
}): VNode | null {
  if (references.length === 0) return null;
  const elements = references.map((r) => (
    <li key={r.id}>
      <Nom reference={r} />
    </li>
  ));
  return <Bloc titre={titre} elements={elements} />;
}

function Bloc({
  titre,
  elements,
}: {
  readonly titre: string;
  readonly elements: readonly VNode[];
}): VNode {
  return (
    <section>
      <h2>
        {titre} {elements.length > 1 && <span class="compte">{elements.length}</span>}
      </h2>
      <ul>{elements.slice(0, NOMS_MAX)}</ul>
      {elements.length > NOMS_MAX && (
        <details class="depli">
          <summary>{mots.autres(elements.length - NOMS_MAX)}</summary>
          <ul>{elements.slice(NOMS_MAX)}</ul>
        </details>
      )}
    </section>
  );
}
