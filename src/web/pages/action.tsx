import type { VNode } from 'preact';
import { withNearNames } from '../../api/identifiers.js';
import type { PageRoute } from '../../api/pages.js';
import type { FicheAction } from '../../questions/fiches/types.js';
import type { Maillon } from '../../questions/types.js';
import { ChampsNommes, LigneChamps, ListeChamps } from '../components/champs.js';
import { PiedCouverture } from '../components/couverture.js';
import { SectionNotices } from '../components/notices.js';
import { ListeMaillons, Nom } from '../components/preuves.js';
import { champsRealises } from '../libelles.js';
import { action as mots } from '../messages.js';
import { renderPage, type Site } from '../site.js';
import { typographier } from '../typographie.js';

/** Where an action stands in its programme, on one line; the rest is what the programme says. */
const SITUATION = ['axe', 'numero', 'annee', 'pages', 'statut'];

const REALISES = Object.keys(champsRealises);

export function pageAction(site: Site): PageRoute {
  return {
    url: '/actions/:id',
    render: async ({ params: { id = '' } }) => {
      const { questions } = site.services;
      const fiche = await withNearNames(site.services, id, ['Action'], () =>
        questions.action(`action:${id}`),
      );
      return { html: renderPage(site, { titre: fiche.titre }, <Action fiche={fiche} />) };
    },
  };
}

function Action({ fiche }: { readonly fiche: FicheAction }): VNode {
  return (
    <article class="fiche">
      <p class="fil">
        {fiche.programme !== null && <Nom reference={fiche.programme} />}
        {fiche.axe !== null && <Nom reference={fiche.axe} />}
      </p>
      <h1>{typographier(fiche.titre)}</h1>
      <LigneChamps champs={fiche.champs} montres={SITUATION} />
      <section aria-labelledby="champs">
        <h2 id="champs">{mots.champs}</h2>
        <ListeChamps champs={fiche.champs} sauf={['titre', ...SITUATION, ...REALISES]} />
      </section>
      <Realisation fiche={fiche} />
      <Relations titre={mots.territoires} maillons={fiche.territoires} />
      <Relations titre={mots.dispositifs} maillons={fiche.dispositifs} />
      <Relations titre={mots.publics} maillons={fiche.publics} />
      <Relations titre={mots.intervenants} maillons={fiche.intervenants} vers={false} />
      <Relations titre={mots.themes} maillons={fiche.themes} />
      <Relations titre={mots.publications} maillons={fiche.publications} vers={false} />
      <Relations titre={mots.suites} maillons={fiche.suites} />
      <Relations titre={mots.cites} maillons={fiche.cites} />
      <SectionNotices notices={fiche.notices} />
      <Voisines fiche={fiche} />
      <PiedCouverture couverture={fiche.couverture} />
    </article>
  );
}

/** What a report says of it; nothing when no report was read. */
function Realisation({ fiche }: { readonly fiche: FicheAction }): VNode | null {
  if (!fiche.champs.some((c) => REALISES.includes(c.nom))) return null;
  return (
    <section aria-labelledby="realises">
      <h2 id="realises">{mots.realises}</h2>
      <ChampsNommes champs={fiche.champs} noms={champsRealises} />
    </section>
  );
}

function Relations({
  titre,
  maillons,
  vers = true,
}: {
  readonly titre: string;
  readonly maillons: readonly Maillon[];
  readonly vers?: boolean;
}): VNode | null {
  if (maillons.length === 0) return null;
  return (
    <section>
      <h2>{titre}</h2>
      <ListeMaillons maillons={maillons} vers={vers} />
    </section>
  );
}

function Voisines({ fiche }: { readonly fiche: FicheAction }): VNode | null {
  if (fiche.precedente === null && fiche.suivante === null) return null;
  return (
    <nav class="voisines" aria-label={mots.voisines}>
      {fiche.precedente !== null && (
        <p>
          <span class="discret">{mots.precedente}</span> <Nom reference={fiche.precedente} />
        </p>
      )}
      {fiche.suivante !== null && (
        <p>
          <span class="discret">{mots.suivante}</span> <Nom reference={fiche.suivante} />
        </p>
      )}
    </nav>
  );
}
