import { type Bloc, sliceBloc } from '../../../src/domain/bloc.js';
import { fold } from '../../../src/french/fold.js';
import type { Vocabulaire } from '../../sources/vocabulaire.js';
import type { ActionLue, AxeLu, ServiceLu } from '../structure.js';
import { type BrouillonAction, type BrouillonAxe, pagesDe } from './brouillon.js';
import { formeAnnoncee } from './formeAnnoncee.js';
import { estForme } from './formes.js';
import { sansGuillemetOrphelin } from './guillemets.js';
import { type Convention, partager } from './partage.js';

/** A cross reference is a short remark: longer texts that mention a page are actions. */
const RENVOI_MAX = 250;
/** « voir « Le club des chefs de projet », page 4 » */
const RENVOI_NOMME = /(?<![a-z])(?:voir|cf\.?) [^.!?]{0,100}(?:page|p\.) ?(?<page>\d{1,4})(?!\d)/;
/** A form of action alone on its line is a few words. */
const FORMAT_MAX = 50;
/** Followed by a date or a place, the line under a title. */
const SOUS_TITRE_MAX = 120;

export function finirAxe(
  brouillon: BrouillonAxe,
  ordinal: number,
  v: Vocabulaire,
  convention: Convention,
): AxeLu {
  const services = estPartieDeServices(brouillon, v);
  const actions = brouillon.actions.filter((a) => !services || aChamps(a));
  const autres = services ? brouillon.actions.filter((a) => !aChamps(a)) : [];
  return {
    ordinal,
    titre: brouillon.titre,
    pages: trier(pagesDe(brouillon)),
    introduction: brouillon.introduction,
    notes: brouillon.notes,
    actions: actions.map((a) => finirAction(a, v, convention)),
    services: autres.map(finirService),
    publications: brouillon.publications,
  };
}

function aChamps({ champs }: BrouillonAction): boolean {
  return champs.some((c) => c.inconnu !== true);
}

/** A part that presents what a centre offers all year round: its title says so, or most of its entries do. */
function estPartieDeServices({ titre, actions }: BrouillonAxe, v: Vocabulaire): boolean {
  const sansChamps = actions.filter((a) => !aChamps(a));
  const services = sansChamps.filter((a) => v.servicesTitre.test(fold(a.titre.texte)));
  if (services.length === 0) return false;
  return v.servicesSection.test(fold(titre.texte)) || services.length * 2 > actions.length;
}

function finirAction(a: BrouillonAction, v: Vocabulaire, c: Convention): ActionLue {
  const { intitule, format } = partager(a.titre.texte, v, c);
  const dansTitre = format === null ? null : sliceBloc(a.titre, format.debut, format.fin);
  return {
    numero: a.numero,
    titre: a.titre,
    intitule: sansGuillemetOrphelin(sliceBloc(a.titre, intitule.debut, intitule.fin)),
    format:
      dansTitre ?? formatDuChamp(a) ?? formatSousTitre(a, v) ?? a.forme ?? formeAnnoncee(a, v),
    pages: trier(a.pages),
    corps: a.corps,
    champs: a.champs,
    notes: a.notes,
    renvoi: renvoiDe(a, v),
  };
}

function formatDuChamp({ champs }: BrouillonAction): Bloc | null {
  return champs.find((c) => c.champs.includes('format'))?.valeur ?? null;
}

/** « Groupe de travail » alone on the line under the title; « Atelier · mars à juin » there too. */
function formatSousTitre({ corps: [premier] }: BrouillonAction, v: Vocabulaire): Bloc | null {
  if (premier === undefined) return null;
  const fin = /\s?[·•|–/,]\s|\s-\s|$/u.exec(premier.texte)?.index ?? 0;
  const tete = sliceBloc(premier, 0, fin);
  if (premier.texte.length <= SOUS_TITRE_MAX && estForme(tete.texte, v)) return tete;
  if (premier.texte.length > FORMAT_MAX || /[.!?;:,]/.test(premier.texte)) return null;
  return v.format.test(fold(premier.texte)) ? premier : null;
}

function renvoiDe(a: BrouillonAction, v: Vocabulaire): { page: number; texte: Bloc } | null {
  const [texte] = a.corps;
  if (a.champs.length > 0 || texte === undefined || a.corps.length > 1) return null;
  if (texte.texte.length > RENVOI_MAX) return null;
  const plie = fold(texte.texte);
  const page = (v.renvoi.exec(plie) ?? RENVOI_NOMME.exec(plie))?.groups?.page;
  return page === undefined ? null : { page: Number(page), texte };
}

function finirService(a: BrouillonAction): ServiceLu {
  return { numero: a.numero, titre: a.titre, pages: trier(a.pages), corps: a.corps };
}

function trier(pages: ReadonlySet<number>): number[] {
  return [...pages].sort((a, b) => a - b);
}
