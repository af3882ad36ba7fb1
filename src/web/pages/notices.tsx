import type { VNode } from 'preact';
import type { PageRoute } from '../../api/pages.js';
import type { FiltresNotices, Liste, ResultatNotice } from '../../questions/fiches/types.js';
import { address, pageNumber, year } from '../address.js';
import { PiedCouverture } from '../components/couverture.js';
import { LigneNotice } from '../components/notices.js';
import { Pagination } from '../components/pagination.js';
import { facettesNotices as noms } from '../libelles.js';
import { listes, notice as mots, site as motsSite, recherche } from '../messages.js';
import { renderPage, type Site } from '../site.js';
import { nombre } from '../typographie.js';

const TAILLE = 50;
/** Values of a facet offered: the commonest. */
const VALEURS_MAX = 60;

type Choix = Readonly<Record<string, string>>;

/** The records of the holdings, with facets. */
export function pageNotices(site: Site): PageRoute {
  return {
    url: '/notices',
    render: async ({ query }) => {
      const choix = lireChoix(query);
      const { questions } = site.services;
      const liste = questions.notices(filtres(choix), {
        page: pageNumber(query.page),
        taille: TAILLE,
      });
      const sujet = choix.sujet === undefined ? null : questions.fiche(choix.sujet).titre;
      const titre = sujet === null ? mots.liste : mots.sur(sujet);
      const contenu = <Notices titre={titre} liste={liste} choix={choix} />;
      return { html: renderPage(site, { titre, machines: { unapi: true } }, contenu) };
    },
  };
}

function lireChoix(query: Readonly<Record<string, string>>): Choix {
  const cles = [...Object.keys(noms), 'sujet'];
  return Object.fromEntries(
    cles.flatMap((nom) => {
      const valeur = (query[nom] ?? '').trim();
      return valeur === '' ? [] : [[nom, valeur]];
    }),
  );
}

function filtres({ annee, ...reste }: Choix): FiltresNotices {
  const an = year(annee);
  return { ...reste, ...(an === undefined ? {} : { annee: an }) };
}

interface Props {
  readonly titre: string;
  readonly liste: Liste<ResultatNotice>;
  readonly choix: Choix;
}

function Notices({ titre, liste, choix }: Props): VNode {
  const rienChoisi = Object.keys(choix).length === 0;
  if (liste.total === 0 && rienChoisi)
    return (
      <>
        <h1>{titre}</h1>
        <p>{mots.listeVide}</p>
        <PiedCouverture couverture={liste.couverture} />
      </>
    );
  return (
    <>
      <h1>{titre}</h1>
      <p class="discret">{mots.chapeau}</p>
      <Mots />
      <Filtre liste={liste} choix={choix} />
      <p class="discret" role="status">
        {mots.total(liste.total)}
      </p>
      {liste.total === 0 && (
        <p>
          {mots.aucune} <a href="/notices">{mots.toutesNotices}</a>
        </p>
      )}
      {liste.resultats.map((n) => (
        <LigneNotice key={n.id} notice={n} niveau="h2" />
      ))}
      <Pagination
        {...liste}
        url={(page) => address('/notices', { ...choix, page: page === 1 ? undefined : page })}
      />
      <PiedCouverture couverture={liste.couverture} />
    </>
  );
}

/** Words go to the search, kept to records. */
function Mots(): VNode {
  return (
    <form class="filtre" method="get" action="/recherche">
      <p class="filtre-mots">
        <label for="mots">{mots.mots}</label>
        <input id="mots" name="q" type="search" maxLength={500} autocomplete="off" required />
      </p>
      <input type="hidden" name="type" value="Notice" />
      <button type="submit">{motsSite.rechercher}</button>
    </form>
  );
}

/** One choice a facet, with the counts of what is listed. */
function Filtre({ liste, choix }: Omit<Props, 'titre'>): VNode {
  return (
    <form
      class="filtre filtre-facettes"
      method="get"
      action="/notices"
      aria-label={recherche.affiner}
    >
      {Object.entries(noms).map(([nom, titre]) => (
        <Choisir
          key={nom}
          nom={nom}
          titre={titre}
          valeurs={liste.facettes?.[nom] ?? {}}
          choisie={choix[nom]}
        />
      ))}
      {choix.sujet !== undefined && <input type="hidden" name="sujet" value={choix.sujet} />}
      <button type="submit">{listes.filtrer}</button>
    </form>
  );
}

function Choisir({
  nom,
  titre,
  valeurs,
  choisie,
}: {
  readonly nom: string;
  readonly titre: string;
  readonly valeurs: Readonly<Record<string, number>>;
  readonly choisie: string | undefined;
}): VNode | null {
  const triees = Object.entries(valeurs).sort(([a, m], [b, n]) =>
    nom === 'annee' ? Number(b) - Number(a) : n - m || a.localeCompare(b, 'fr'),
  );
  const gardees = nom === 'annee' ? triees : triees.slice(0, VALEURS_MAX);
  if (gardees.length === 0 && choisie === undefined) return null;
  const absente = choisie !== undefined && !gardees.some(([v]) => v === choisie);
  return (
    <p>
      <label for={nom}>{titre}</label>
      <select id={nom} name={nom}>
        <option value="">{listes.tous}</option>
        {absente && (
          <option value={choisie} selected>
            {choisie}
          </option>
        )}
        {gardees.map(([valeur, n]) => (
          <option key={valeur} value={valeur} selected={valeur === choisie}>
            {valeur} ({nombre(n)})
          </option>
        ))}
      </select>
    </p>
  );
}
