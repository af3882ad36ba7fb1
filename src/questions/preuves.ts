import { estPreuveTexte, type Fait, type Preuve, type PreuveTexte } from '../domain/fait.js';
import { urlPage } from '../domain/urls.js';
import { type Contexte, estIdConnu } from './contexte.js';
import { reference } from './references.js';
import type { PreuveSituee } from './types.js';

/** A proof with the file's name, the printed page and the address of its passage, or whom a list is about. */
function situer(contexte: Contexte, fait: Fait, preuve: Preuve): PreuveSituee {
  const { statut } = fait;
  if (!estPreuveTexte(preuve)) {
    return { ...preuve, libelle: sujetsDeLigne(contexte, fait, preuve.cle), statut };
  }
  const resume = contexte.documents().get(preuve.document);
  const { document, page, debut, fin } = preuve;
  const { imprimee = null, confiance = null } = resume?.pages.get(page) ?? {};
  return {
    ...preuve,
    statut,
    ...(resume === undefined ? {} : { fichier: resume.document.fichier }),
    imprimee,
    ...(confiance === null ? {} : { confiance }),
    url: urlPage(document, page, { debut, fin }),
    ...around(contexte, preuve),
  };
}

/** Names of the entities of a list's line: `commune:…|intercommunalite:…|2002-2015`, or a bare code. */
function sujetsDeLigne(contexte: Contexte, fait: Fait, cle: string): string {
  const ids = cle.split('|').filter(estIdConnu);
  return (ids.length > 0 ? ids : [fait.sujet])
    .map((id) => reference(contexte, id).libelle)
    .join(', ');
}

/** Longest part of a line shown on each side of a quote, in characters. */
const AUTOUR = 100;

/** The rest of the printed line on both sides of a quote, cut at a word where it is long. */
function around(
  contexte: Contexte,
  { document, page, debut, fin }: PreuveTexte,
): { avant: string; apres: string } {
  const texte = contexte.textePage(document, page);
  const ligne = texte.lastIndexOf('\n', debut - 1) + 1;
  const bout = texte.indexOf('\n', fin);
  const avant = texte.slice(ligne, debut);
  const apres = texte.slice(fin, bout < 0 ? texte.length : bout);
  return {
    avant: avant.length > AUTOUR ? `…${avant.slice(-AUTOUR).replace(/^\S*/, '')}` : avant,
    apres: apres.length > AUTOUR ? `${apres.slice(0, AUTOUR).replace(/\S*$/, '')}…` : apres,
  };
}

/** The proofs of several facts, each passage once, passages of documents before lines of reference lists. */
export function preuvesSituees(contexte: Contexte, faits: readonly Fait[]): PreuveSituee[] {
  const uniques = new Map<string, { readonly fait: Fait; readonly preuve: Preuve }>();
  for (const fait of faits) {
    for (const preuve of fait.preuves) uniques.set(clePreuve(preuve), { fait, preuve });
  }
  const triees = [...uniques.values()].sort(
    (a, b) => Number(estPreuveTexte(b.preuve)) - Number(estPreuveTexte(a.preuve)),
  );
  return triees.map(({ fait, preuve }) => situer(contexte, fait, preuve));
}

/** Two proofs with the same key are the same passage, or the same line of the same list. */
export function clePreuve(preuve: Preuve): string {
  return estPreuveTexte(preuve)
    ? `${preuve.document}#${preuve.page}:${preuve.debut}-${preuve.fin}`
    : `${preuve.referentiel}@${preuve.millesime}#${preuve.cle}`;
}
