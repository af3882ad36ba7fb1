import type { VNode } from 'preact';
import { formatsDeNotices } from '../../api/citations.js';
import type { DemandeRecherche, ResultatNotice } from '../../questions/fiches/types.js';
import type { Couverture, ResultatTexte } from '../../questions/types.js';
import { address } from '../address.js';
import { facettes as noms, types } from '../libelles.js';
import {
  formats,
  recherche as mots,
  document as motsDocument,
  notice as motsNotice,
} from '../messages.js';
import { nombre, typographier } from '../typographie.js';
import { SituationNotice, Unapi } from './notices.js';
import { Pagination } from './pagination.js';
import { Extrait, estMarque } from './recherche.js';

type Filtres = NonNullable<DemandeRecherche['filtres']>;

/** A word search with what was asked, so that its links keep it. */
export interface ReponseMots {
  readonly q: string;
  readonly page: number;
  readonly taille: number;
  readonly filtres: Filtres;
  readonly total: number;
  readonly resultats: readonly ResultatTexte[];
  readonly facettes: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly suggestion?: string;
  readonly elargie?: boolean;
  readonly absents?: readonly string[];
  readonly couverture: Couverture;
  /** The records among the results, by id. */
  readonly notices: ReadonlyMap<string, ResultatNotice>;
}

/** Values of a facet shown before it is cut. */
const VALEURS_MAX = 8;

/** Filters of an address: one value a facet. */
export function lireFiltres(query: Readonly<Record<string, string>>): Filtres {
  return Object.fromEntries(
    Object.keys(noms).flatMap((nom) => (query[nom] === undefined ? [] : [[nom, [query[nom]]]])),
  );
}

function lien(
  reponse: ReponseMots,
  plus: Readonly<Record<string, string | number | undefined>>,
): string {
  return address('/recherche', { q: reponse.q, ...reponse.filtres, ...plus });
}

export function ResultatsMots({
  reponse,
  seule,
}: {
  readonly reponse: ReponseMots;
  readonly seule: boolean;
}): VNode {
  const { suggestion, resultats, total, elargie, absents = [] } = reponse;
  return (
    <section aria-labelledby="mots">
      <h2 id="mots">
        {seule ? mots.total(total) : mots.resultatsMots}
        {!seule && <span class="compte"> {mots.total(total)}</span>}
      </h2>
      {absents.length > 0 && <p>{typographier(mots.absents(absents))}</p>}
      {elargie === true && <p>{mots.elargie}</p>}
      {suggestion !== undefined && (
        <p>
          {mots.suggestion} <a href={address('/recherche', { q: suggestion })}>{suggestion}</a>
        </p>
      )}
      <Exporter reponse={reponse} />
      {resultats.map((r) => (
        <ResultatMots
          key={r.id}
          resultat={r}
          documents={reponse.couverture.documents}
          notice={reponse.notices.get(r.id)}
        />
      ))}
      <Pagination
        {...reponse}
        url={(page) => lien(reponse, { page: page === 1 ? undefined : page })}
      />
    </section>
  );
}

/** Ways to take the results away, all of their pages: the records among them, the actions, or all. */
function Exporter({ reponse }: { readonly reponse: ReponseMots }): VNode | null {
  const { total, q, filtres, facettes } = reponse;
  if (total === 0) return null;
  const { Notice: notices = 0, Action: actions = 0 } = facettes.type ?? {};
  const groupes = [
    [notices, motsNotice.exporterNotices(notices), formatsDeNotices().map((f) => f.nom)],
    [actions, motsNotice.exporterActions(actions), ['csv']],
    [total, motsNotice.exporterTout(total), ['json', 'ndjson']],
  ] as const;
  return (
    <details class="depli exporter">
      <summary>{motsNotice.exporter}</summary>
      <dl>
        {groupes.map(
          ([n, titre, noms]) =>
            n > 0 && (
              <div key={titre}>
                <dt>{titre}</dt>
                {noms.map((format) => (
                  <dd key={format}>
                    <a href={address('/api/export', { q, ...filtres, format })}>
                      {formats[format] ?? format}
                    </a>
                  </dd>
                ))}
              </div>
            ),
        )}
      </dl>
    </details>
  );
}

type Documents = Couverture['documents'];

/** Kinds of things that the reference lists name, whatever was read. */
const DES_REFERENTIELS: readonly string[] = [
  'Commune',
  'Intercommunalite',
  'Quartier',
  'Departement',
  'Dispositif',
  'Theme',
  'Public',
  'Organisme',
];

/** « programme 2012, page 3 »; « référentiel » for a name that no document says. */
function provenance({ document, page, type }: ResultatTexte, documents: Documents): string | null {
  if (document === null) return DES_REFERENTIELS.includes(type) ? mots.referentiel : null;
  const lu = documents.find((d) => d.id === document);
  const nom =
    lu === undefined
      ? null
      : lu.annee === null
        ? lu.titre
        : `${motsDocument.types[lu.type] ?? lu.type} ${lu.annee}`;
  const rang = lu?.type === 'catalogue' ? motsNotice.rang : motsDocument.page;
  const ou = page === null || type === 'Page' ? null : rang(page).toLowerCase();
  const parts = [nom, ou].filter((p) => p !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

export function ResultatMots({
  resultat,
  documents,
  notice,
}: {
  readonly resultat: ResultatTexte;
  /** Those that the answer rests on, to name where a result stands. */
  readonly documents: Documents;
  /** What is known of a result that is a record. */
  readonly notice?: ResultatNotice | undefined;
}): VNode {
  const { type, titre, extrait, url } = resultat;
  const source = provenance(resultat, documents);
  return (
    <article class="resultat">
      <p class="genre">
        {types[type] ?? type}
        {source !== null && <span> · {source}</span>}
      </p>
      <h3>
        <a href={url}>{titre}</a>
        {type === 'Notice' && <Unapi id={resultat.id} />}
      </h3>
      {notice !== undefined && <SituationNotice notice={notice} />}
      {/* where the words are those of its title, the beginning of a record's fields says nothing */}
      {(notice === undefined ? extrait !== '' : estMarque(extrait)) && <Extrait texte={extrait} />}
    </article>
  );
}

/** Facets with their counts; the value kept can be removed. */
export function Facettes({ reponse }: { readonly reponse: ReponseMots }): VNode | null {
  const montrees = Object.entries(noms).filter(
    ([nom]) => Object.keys(reponse.facettes[nom] ?? {}).length > 0,
  );
  if (montrees.length === 0) return null;
  return (
    <aside class="facettes" aria-label={mots.affiner}>
      <h2>{mots.affiner}</h2>
      {montrees.map(([nom, titre]) => (
        <Facette key={nom} nom={nom} titre={titre} reponse={reponse} />
      ))}
    </aside>
  );
}

function Facette({
  nom,
  titre,
  reponse,
}: {
  readonly nom: string;
  readonly titre: string;
  readonly reponse: ReponseMots;
}): VNode {
  const gardees = Object.entries(reponse.filtres).find(([cle]) => cle === nom)?.[1] ?? [];
  const valeurs = Object.entries(reponse.facettes[nom] ?? {}).sort(
    ([a, m], [b, n]) => n - m || a.localeCompare(b, 'fr'),
  );
  return (
    <div class="facette">
      <h3>{titre}</h3>
      <ul>
        {valeurs.slice(0, VALEURS_MAX).map(([valeur, n]) => (
          <li key={valeur}>
            {gardees.includes(valeur) ? (
              <a
                class="gardee"
                href={lien(reponse, { [nom]: undefined })}
                aria-label={mots.retirer(types[valeur] ?? valeur)}
              >
                {types[valeur] ?? valeur} ×
              </a>
            ) : (
              <a href={lien(reponse, { [nom]: valeur })}>
                {types[valeur] ?? valeur} <span class="compte">{nombre(n)}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
