import { readAffiliation } from './affiliations.js';
import type { Segment } from './nameList.js';
import { cleanSegment } from './nameList.js';

/** A person, an organisation or a vague mention, with the offsets of the name in the text. */
export interface IntervenantLu {
  readonly genre: 'personne' | 'organisme' | 'generique';
  readonly nom: string;
  /** As printed: « sociologue », « directrice du centre social Les Carreaux ». */
  readonly fonction?: string;
  /** The organisation that brackets give after the name or the function: « sociologue (EHESS) ». */
  readonly organisme?: string;
  readonly debut: number;
  readonly fin: number;
}

/** « Patrick SIMON – démographe – INED »: dashes after the name of a person. */
export function splitDashes(
  texte: string,
  segment: Segment,
  estPersonne: (debut: number, fin: number) => boolean,
): Segment[] {
  const contenu = texte.slice(segment.debut, segment.fin);
  const tirets = [...contenu.matchAll(/\s[–—-]\s/g)];
  const [premier] = tirets;
  if (premier === undefined) return [segment];
  const tete = cleanSegment(texte, segment.debut, segment.debut + premier.index);
  if (tete === null || !estPersonne(tete.debut, tete.fin)) return [segment];
  const bornes = [0, ...tirets.map((t) => t.index + t[0].length), contenu.length];
  return bornes.slice(0, -1).map((debut, i) => ({
    debut: segment.debut + debut,
    fin: segment.debut + (tirets[i]?.index ?? contenu.length),
  }));
}

/**
 * « Philippe Estèbe, consultant, Acadie »: one organisation after a person's function is theirs, before another
 * person or the end. Where semicolons or bullets part the people, a comma is enough.
 */
export function joindreStructures(texte: string, lus: readonly IntervenantLu[]): IntervenantLu[] {
  const separes = /[;\n•]/.test(texte);
  const joints: IntervenantLu[] = [];
  for (const [i, lu] of lus.entries()) {
    const avant = joints.at(-1);
    const suivant = lus[i + 1];
    const fin = avant === undefined ? 0 : finFonction(texte, avant);
    const lien = texte.slice(fin, lu.debut);
    const libre =
      avant?.genre === 'personne' &&
      avant.organisme === undefined &&
      lu.genre === 'organisme' &&
      /^\s*(?:,|[–—-])\s*$/.test(lien);
    const seul =
      suivant === undefined ||
      suivant.genre === 'personne' ||
      /[;\n•]/.test(texte.slice(lu.fin, suivant.debut));
    const role =
      avant?.fonction !== undefined && readAffiliation(avant.fonction).organisme === undefined;
    if (libre && seul && (role || separes)) {
      const dite = avant.fonction === undefined ? { fonction: lu.nom } : {};
      joints[joints.length - 1] = { ...avant, ...dite, organisme: lu.nom };
    } else joints.push(lu);
  }
  return joints;
}

/** « Marc Durand et Sophie Leroy, sociologues »: a plural function, or a firm, is that of both. */
export function partager(texte: string, lus: readonly IntervenantLu[]): IntervenantLu[] {
  return lus.map((lu, i) => {
    const suivant = lus[i + 1];
    if (lu.genre !== 'personne' || lu.fonction !== undefined || suivant?.genre !== 'personne')
      return lu;
    if (
      !/^\s+et\s+(?:de\s+|d[’'])?$/.test(
        texte.slice(lu.fin, suivant.debut - civilite(texte, suivant.debut)),
      )
    )
      return lu;
    const { fonction, organisme } = suivant;
    if (fonction === undefined) return lu;
    const pluriel = /^\p{L}+s(?![\p{L}])/u.test(fonction) || fonction === organisme;
    return pluriel ? { ...lu, fonction, ...(organisme === undefined ? {} : { organisme }) } : lu;
  });
}

/** Length of the title of civility right before an offset. */
function civilite(texte: string, debut: number): number {
  return (
    /(?:M\.|Mme|Mlle|Monsieur|Madame|Dr|Pr)\s+$/.exec(
      texte.slice(Math.max(0, debut - 14), debut),
    )?.[0].length ?? 0
  );
}

/** « sociologue (EHESS) » is a function and an organisation; « (EHESS) » alone is also kept as printed. */
export function rattacherOrganisme(lu: IntervenantLu): IntervenantLu {
  if (lu.genre !== 'personne' || lu.fonction === undefined || lu.organisme !== undefined) return lu;
  return { ...lu, ...readAffiliation(lu.fonction) };
}

/** Where the function ends: « urbaniste et sociologue » has an « et » of its own. */
export function finFonction(texte: string, { fin, fonction }: IntervenantLu): number {
  const place = fonction === undefined ? -1 : texte.indexOf(fonction, fin);
  return place < 0 ? fin : place + (fonction?.length ?? 0);
}

export function joindreFonction(
  texte: string,
  personne: IntervenantLu,
  fin: number,
): IntervenantLu {
  const debut =
    personne.fonction === undefined ? personne.fin : texte.indexOf(personne.fonction, personne.fin);
  const fonction = texte.slice(debut, fin).replace(/^[\s,:–-]+/, '');
  return { ...personne, fonction };
}
