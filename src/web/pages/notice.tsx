import type { ComponentChildren, VNode } from 'preact';
import { type Citation, citationDe, formatsDeNotices } from '../../api/citations.js';
import { withNearNames } from '../../api/identifiers.js';
import type { PageRoute } from '../../api/pages.js';
import { libelleAlerte } from '../../domain/alertes.js';
import type { Champ, FicheNotice, LienNotice } from '../../questions/fiches/types.js';
import { address } from '../address.js';
import { PiedCouverture } from '../components/couverture.js';
import { natureEnTete, nomAuteur, Unapi } from '../components/notices.js';
import { DepliPreuves, Nom } from '../components/preuves.js';
import { ValeurNotice } from '../components/valeursNotice.js';
import { champsNotice, types } from '../libelles.js';
import { formats, notice as mots } from '../messages.js';
import { type Machines, renderPage, type Site } from '../site.js';

/** What stands in the head of the card, or beside it. */
const AILLEURS = new Set(['titre', 'complement', 'cote', 'exemplaires']);

/** A record of the holdings, as a library's catalogue shows it, with the passage of each field. */
export function pageNotice(site: Site): PageRoute {
  return {
    url: '/notices/:id',
    render: async ({ params: { id = '' } }) => {
      const fiche = await withNearNames(site.services, id, ['Notice'], () =>
        site.services.questions.notice(`notice:${id}`),
      );
      const citation = citationDe(site.services, fiche.id);
      const tete = { titre: fiche.titre, machines: machinesDe(fiche, citation) };
      return { html: renderPage(site, tete, <Notice fiche={fiche} citation={citation} />) };
    },
  };
}

function machinesDe(fiche: FicheNotice, citation: Citation | null): Machines {
  const ailleurs = formatsDeNotices().map(({ nom, type }) => {
    return { url: urlExport(fiche, nom), type: type.split(';', 1)[0] ?? type, titre: nom };
  });
  if (citation === null) return { ailleurs, unapi: true };
  const { metas, jsonld } = citation;
  return { ailleurs, unapi: true, metas, jsonld };
}

function urlExport({ id }: FicheNotice, format: string): string {
  return address('/api/export', { format, id });
}

interface Props {
  readonly fiche: FicheNotice;
  readonly citation: Citation | null;
}

function Notice({ fiche, citation }: Props): VNode {
  return (
    <article class="fiche fiche-large">
      <header>
        <p class="fil">
          <a href="/notices">{mots.liste}</a>
          <span>{natureEnTete(String(valeur(fiche, 'type') ?? types.Notice))}</span>
        </p>
        <h1>{fiche.titre}</h1>
        <Complement fiche={fiche} />
        {fiche.auteurs.length > 0 && (
          <p class="auteurs">{fiche.auteurs.map(nomAuteur).join(', ')}</p>
        )}
        <Unapi id={fiche.id} />
        {citation !== null && <span class="Z3988" title={citation.coins} hidden />}
      </header>
      <EnBref fiche={fiche} />
      <div class="corps">
        <section aria-labelledby="champs">
          <h2 id="champs">{mots.champs}</h2>
          <Champs champs={fiche.champs.filter((c) => !AILLEURS.has(c.nom))} />
        </section>
        <Documente liens={fiche.liens} />
        <Autres fiche={fiche} />
        <Variantes fiche={fiche} />
        <Remarques fiche={fiche} />
        <Origine fiche={fiche} />
        <PiedCouverture couverture={fiche.couverture} />
      </div>
    </article>
  );
}

function valeur({ champs }: FicheNotice, nom: string): Champ['valeur'] | undefined {
  return champs.find((c) => c.nom === nom)?.valeur;
}

function Complement({ fiche }: Pick<Props, 'fiche'>): VNode | null {
  const complement = valeur(fiche, 'complement');
  return complement === undefined ? null : <p class="complement">{String(complement)}</p>;
}

/** Call number and copies, ways to take the record away, where it comes from. */
function EnBref({ fiche }: Pick<Props, 'fiche'>): VNode {
  const cote = valeur(fiche, 'cote');
  return (
    <aside class="en-bref" aria-label={mots.enBref}>
      {cote !== undefined && (
        <p class="cote">
          <span class="discret">{mots.cote}</span> <strong>{String(cote)}</strong>
        </p>
      )}
      <h2>{mots.exemplaires}</h2>
      {fiche.exemplaires.length === 0 ? (
        <p class="discret">{mots.sansExemplaire}</p>
      ) : (
        <ul>
          {fiche.exemplaires.map((ligne) => (
            <li key={ligne}>{ligne.split(' ; ').join(' · ')}</li>
          ))}
        </ul>
      )}
      <h2>{mots.emporter}</h2>
      <ul class="formats">
        {formatsDeNotices().map(({ nom }) => (
          <li key={nom}>
            <a href={urlExport(fiche, nom)}>{formats[nom] ?? nom}</a>
          </li>
        ))}
      </ul>
      <h2>{mots.source}</h2>
      <ul>
        {fiche.lieux.map((lieu) => (
          <li key={lieu.url}>
            <a href={lieu.url}>
              {lieu.fichier}, {mots.rang(lieu.page)}
            </a>
          </li>
        ))}
      </ul>
    </aside>
  );
}

function Champs({ champs }: { readonly champs: readonly Champ[] }): VNode {
  const montres = Object.entries(champsNotice).flatMap(([nom, libelle]) =>
    champs.filter((c) => c.nom === nom).map((champ) => ({ champ, libelle })),
  );
  return (
    <dl class="champs">
      {montres.map(({ champ, libelle }, i) => (
        <Ligne key={i} libelle={libelle}>
          <ValeurNotice champ={champ} /> <DepliPreuves preuves={champ.preuves} de={libelle} court />
        </Ligne>
      ))}
    </dl>
  );
}

function Ligne({
  libelle,
  children,
}: {
  readonly libelle: ComponentChildren;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <div class="champ">
      <dt>{libelle}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Kinds of things that a record is about, in the order of the card. */
const GENRES = ['Action', 'Publication', 'Dispositif', 'Commune', 'Intercommunalite'];

function parGenre(liens: readonly LienNotice[]): LienNotice[] {
  const rang = ({ vers }: LienNotice) => {
    const i = GENRES.indexOf(vers.type);
    return i === -1 ? GENRES.length : i;
  };
  return [...liens].sort((a, b) => rang(a) - rang(b) || compare(a.vers.type, b.vers.type));
}

const { compare } = new Intl.Collator('fr');

/** What the record is about, with the fields that say so. */
function Documente({ liens }: { readonly liens: readonly LienNotice[] }): VNode {
  return (
    <section aria-labelledby="documente">
      <h2 id="documente">{mots.documente}</h2>
      {liens.length === 0 && <p class="discret">{mots.rien}</p>}
      <ul class="liens">
        {parGenre(liens).map((lien) => (
          <li key={lien.vers.id}>
            <div class="lien-tete">
              <span class="genre">{types[lien.vers.type] ?? lien.vers.type}</span>
              <Nom reference={lien.vers} />
              {lien.champs.length > 0 && (
                <span class="discret">
                  {mots.dans(lien.champs.map((c) => (champsNotice[c] ?? c).toLowerCase()))}
                </span>
              )}
              <DepliPreuves preuves={lien.preuves} de={lien.vers.libelle} court />
            </div>
            {lien.champs.length === 0 && <p class="discret">{lien.phrase}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Autres({ fiche }: Pick<Props, 'fiche'>): VNode | null {
  if (fiche.autres.length === 0) return null;
  return (
    <section aria-labelledby="autres">
      <h2 id="autres">{mots.autres}</h2>
      <p class="discret">{mots.autresAide}</p>
      <dl class="champs champs-bruts">
        {fiche.autres.map(({ etiquette, valeur: v, preuves }, i) => (
          <Ligne key={i} libelle={etiquette}>
            <span class="valeur">{v}</span>{' '}
            {preuves.length > 0 && <DepliPreuves preuves={preuves} de={etiquette} court />}
          </Ligne>
        ))}
      </dl>
    </section>
  );
}

function Variantes({ fiche }: Pick<Props, 'fiche'>): VNode | null {
  if (fiche.variantes.length === 0) return null;
  return (
    <section aria-labelledby="variantes">
      <h2 id="variantes">{mots.variantes}</h2>
      <Champs champs={fiche.variantes} />
    </section>
  );
}

function Remarques({ fiche }: Pick<Props, 'fiche'>): VNode | null {
  if (fiche.remarques.length === 0) return null;
  return (
    <section aria-labelledby="remarques">
      <h2 id="remarques">{mots.remarques}</h2>
      <ul>
        {fiche.remarques.map(({ code, message }, i) => (
          <li key={i}>
            {libelleAlerte(code)} <span class="discret">{message}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The record as received, line for line. */
function Origine({ fiche: { lieux } }: Pick<Props, 'fiche'>): VNode | null {
  if (lieux.length === 0) return null;
  return (
    <section aria-labelledby="origine">
      <h2 id="origine">{lieux.length > 1 ? mots.origines : mots.origine}</h2>
      {lieux.map((lieu) => (
        <details key={lieu.url} class="depli">
          <summary>
            {lieu.fichier}, {mots.rang(lieu.page)}
          </summary>
          {/* A line feed right after <pre> is dropped by HTML parsers: one more keeps the record's own. */}
          <pre class="texte-page texte-notice">{`\n${lieu.texte}`}</pre>
          <p>
            <a href={lieu.url}>{mots.ouvrir}</a>
          </p>
        </details>
      ))}
    </section>
  );
}
