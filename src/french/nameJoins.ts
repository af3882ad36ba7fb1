import { isMetier, isStructure, readAffiliation } from './affiliations.js';
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

/** « Patrick SIMON – démographe – INED », « Christian Sallenave : géographe »: dashes after the name of a person. */
export function splitDashes(
  texte: string,
  segment: Segment,
  estPersonne: (debut: number, fin: number) => boolean,
): Segment[] {
  const contenu = texte.slice(segment.debut, segment.fin);
  const tirets = [...contenu.matchAll(/\s[–—-]\s|\s?:\s/g)];
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

/**
 * « Marc Durand et Sophie Leroy, sociologues »: a plural function, or a firm, is that of both; a plural
 * function is also that of those whom commas put before them.
 */
export function partager(texte: string, lus: readonly IntervenantLu[]): IntervenantLu[] {
  const partages: IntervenantLu[] = [];
  for (const lu of [...lus].reverse()) {
    const [suivant] = partages;
    partages.unshift(suivant === undefined ? lu : shared(texte, lu, suivant));
  }
  return partages;
}

function shared(texte: string, lu: IntervenantLu, suivant: IntervenantLu): IntervenantLu {
  const { fonction, organisme, genre } = suivant;
  if (lu.genre !== 'personne' || lu.fonction !== undefined || genre !== 'personne') return lu;
  if (fonction === undefined) return lu;
  const entre = texte.slice(lu.fin, suivant.debut - civilite(texte, suivant.debut));
  const pluriel = /^\p{L}+s(?![\p{L}])/u.test(fonction);
  const joints = /^\s+et\s+(?:de\s+|d[’'])?$/.test(entre) || (pluriel && /^\s*,\s*$/.test(entre));
  if (!joints || !(pluriel || fonction === organisme)) return lu;
  return { ...lu, fonction, ...(organisme === undefined ? {} : { organisme }) };
}

/** « deux formateurs habilités », « nos formatrices »: several, named after a comma. */
const PLUSIEURS =
  /^(?:(?:[Ll]es|[Nn]os|[Dd]es|[Ss]es|[Ll]eurs|[Cc]es)\s)?(?:(?:[Dd]eux|[Tt]rois|[Qq]uatre)\s)?(\p{Ll}+s(?:\s.+)?)$/su;

/** « Deux formateurs habilités, Anne Roy et Paul Petit »: the function of those whom it announces. */
export function annonces(texte: string, lus: readonly IntervenantLu[]): IntervenantLu[] {
  let dite: string | undefined;
  return lus.map((lu, i) => {
    const avant = lus[i - 1];
    const entre = avant === undefined ? '' : texte.slice(avant.fin, lu.debut);
    if (lu.genre !== 'personne') {
      const metier = PLUSIEURS.exec(lu.nom)?.[1];
      dite =
        lu.genre === 'generique' && metier !== undefined && isMetier(metier) ? metier : undefined;
      return lu;
    }
    const suite = avant?.genre === 'personne' ? /^\s*(?:,|et)\s*$/ : /^\s*[,:]\s*$/;
    if (lu.fonction !== undefined || !suite.test(entre)) dite = undefined;
    return dite === undefined ? lu : { ...lu, fonction: dite };
  });
}

/** « (sous réserve) », « (à confirmer) »: said of their coming, not of what they do. */
const RESERVE =
  /\s*\((?:sous réserve|à confirmer|pressentie?s?|en attente|non confirmée?)[^()]*\)$/iu;

/** True for a remark between brackets that is no function. */
export function isReserve(remarque: string): boolean {
  return RESERVE.test(`(${remarque})`);
}

/** A function without what is said of the person's coming. */
export function withoutReserve(lu: IntervenantLu): IntervenantLu {
  const { fonction, ...reste } = lu;
  return fonction === undefined ? lu : { ...reste, fonction: fonction.replace(RESERVE, '') };
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
  // « M. Henri Vidal, du cabinet Topos »
  const structure = /^(?:du\s|de la\s|de l[’']|de\s|d[’'])\s?(.+)$/su.exec(lu.fonction)?.[1];
  if (structure !== undefined && (isStructure(structure) || /^\p{Lu}/u.test(structure)))
    return { ...lu, fonction: structure, organisme: structure };
  return { ...lu, ...readAffiliation(lu.fonction) };
}

/** Where the function ends: « urbaniste et sociologue » has an « et » of its own. */
export function finFonction(texte: string, { fin, fonction }: IntervenantLu): number {
  const place = fonction === undefined ? -1 : texte.indexOf(fonction, fin);
  return place < 0 ? fin : place + (fonction?.length ?? 0);
}

/** « le docteur Peyron, psychiatre »: a title more than a function. */
const SAVANT = /^(?:docteure?|professeure?|maître|médecin)$/iu;

/** What follows a name is its function, or goes on with the one that already follows it. */
export function joindreFonction(
  texte: string,
  personne: IntervenantLu,
  fin: number,
): IntervenantLu {
  const dite = personne.fonction;
  const debut = dite === undefined ? -1 : texte.indexOf(dite, personne.fin);
  // « la directrice du centre, Mme Roussel, sociologue »: what stands before a name is the first said of it
  if (dite !== undefined && debut < 0 && !SAVANT.test(dite)) return personne;
  const depuis = debut < 0 ? personne.fin : debut;
  return { ...personne, fonction: texte.slice(depuis, fin).replace(/^[\s,:–-]+/, '') };
}
