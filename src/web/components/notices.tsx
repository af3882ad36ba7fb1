import type { ComponentChildren, VNode } from 'preact';
import type { Auteur } from '../../domain/notice.js';
import type { NoticesLiees, ResultatNotice } from '../../questions/fiches/types.js';
import { notice as mots } from '../messages.js';
import { typographier } from '../typographie.js';
import { DepliPreuves } from './preuves.js';

/** « Ada Lovelace », « François Dubet (préfacier) ». */
export function nomAuteur({ nom, prenom, role }: Auteur): string {
  const entier = prenom === undefined ? nom : `${prenom} ${nom}`;
  return role === 'auteur' ? entier : `${entier} (${role})`;
}

/** « livre » as a heading says it. */
export function natureEnTete(nature: string): string {
  return nature.charAt(0).toUpperCase() + nature.slice(1);
}

/** Authors named before « et al. ». */
const AUTEURS_MAX = 3;

/** « Livre · Ada Lovelace · La Découverte, 2012 · SAN 12 ». */
export function SituationNotice({ notice: n }: { readonly notice: ResultatNotice }): VNode {
  const auteurs = n.auteurs.slice(0, AUTEURS_MAX).map(nomAuteur).join(', ');
  const suite = n.auteurs.length > AUTEURS_MAX ? ' et al.' : '';
  const dans = [n.hote, n.numero].filter((x) => x !== null).join(', ');
  const parution = [n.editeur, n.date ?? n.annee].filter((x) => x !== null).join(', ');
  const parts = [natureEnTete(n.nature), `${auteurs}${suite}`, dans, parution, n.cote];
  return (
    <p class="discret">
      {parts
        .filter((p) => p !== null && p !== '')
        .map(String)
        .join(' · ')}
    </p>
  );
}

/** One record in a list. */
export function LigneNotice({
  notice,
  niveau: Titre = 'h3',
  children,
}: {
  readonly notice: ResultatNotice;
  readonly niveau?: 'h2' | 'h3';
  readonly children?: ComponentChildren;
}): VNode {
  const { titre, complement, url, id } = notice;
  return (
    <article class="resultat">
      <Titre>
        <a href={url}>{complement === null ? titre : `${titre} : ${complement}`}</a>
        <Unapi id={id} />
      </Titre>
      <SituationNotice notice={notice} />
      {children}
    </article>
  );
}

/** Where a collector of references finds a record in the page; nothing to see. */
export function Unapi({ id }: { readonly id: string }): VNode {
  return <abbr class="unapi-id" title={id} hidden />;
}

/** The records about what a card shows, with the passages that say so; nothing when there is none. */
export function SectionNotices({ notices }: { readonly notices: NoticesLiees }): VNode | null {
  if (notices.total === 0) return null;
  return (
    <section aria-labelledby="notices">
      <h2 id="notices">
        {mots.liees} <span class="compte">{mots.total(notices.total)}</span>
      </h2>
      {notices.resultats.map((notice) => (
        <LigneNotice key={notice.id} notice={notice}>
          {notice.maillons.map((maillon, i) => (
            <div key={i} class="lien-tete">
              {Object.keys(maillon.proprietes).length > 0 && (
                <span class="discret">{typographier(maillon.phrase)}</span>
              )}
              <DepliPreuves preuves={maillon.preuves} de={notice.titre} court />
            </div>
          ))}
        </LigneNotice>
      ))}
      {notices.total > notices.resultats.length && (
        <p>
          <a href={notices.url}>{mots.toutes(notices.total)}</a>
        </p>
      )}
    </section>
  );
}
