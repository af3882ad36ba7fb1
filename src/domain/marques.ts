import type { Auteur, ChampNotice, DateNotice, Notice, TypeNotice } from './notice.js';
import { ecrireAuteur, lireAuteur, TYPES_NOTICE } from './notice.js';

/**
 * What our exports write beside the usual fields of a format where these cannot tell all: « Maillage auteurs :
 * Kenyon, Frederic George (1863-1952), préfacier ». Any other reader shows it or passes over it.
 */
export interface Marque {
  readonly champ: ChampNotice;
  readonly valeur: string;
}

type Marquable = Exclude<ChampNotice, 'titre' | 'complement' | 'resume'>;

/** The marks of some fields, one for each value of a list. */
export function marquesDe(notice: Notice, champs: Iterable<Marquable>): Marque[] {
  return [...champs].flatMap((champ): Marque[] => {
    if (champ === 'auteurs') return notice.auteurs.map((a) => ({ champ, valeur: ecrireAuteur(a) }));
    if (champ === 'date')
      return notice.date === undefined ? [] : [{ champ, valeur: ecrireDate(notice.date) }];
    const valeur = notice[champ];
    if (valeur === undefined) return [];
    return (typeof valeur === 'string' ? [valeur] : valeur).map((v) => ({ champ, valeur: v }));
  });
}

/** A date with its years, whatever is printed: « [199?] [1990-1999] ». */
export function ecrireDate({ imprimee, debut, fin }: DateNotice): string {
  if (debut === undefined) return `${imprimee} []`;
  return `${imprimee} [${debut}${fin === undefined ? '-' : fin === debut ? '' : `-${fin}`}]`;
}

/** The date that `ecrireDate` wrote; null for another text. */
export function relireDate(texte: string): DateNotice | null {
  const m = /^(.*) \[(?:(\d{1,4})(-?)(\d{1,4})?)?\]$/su.exec(texte);
  if (m === null) return null;
  const [, imprimee = '', debut, tiret, fin] = m;
  if (debut === undefined) return { imprimee };
  const annee = Number(debut);
  if (tiret !== '-') return { imprimee, debut: annee, fin: annee };
  return { imprimee, debut: annee, ...(fin === undefined ? {} : { fin: Number(fin) }) };
}

/** True when every reader finds the author again from « Nom, Prénom », or the name of a body. */
export function auteurSimple({ nom, prenom, dates, collectif, role }: Auteur): boolean {
  if (role !== 'auteur' || dates !== undefined) return false;
  // No bracket, comma, sign or particle that a reader would take for a mention
  const nu = /^[\p{L}\p{N}’'\- ]+$/u;
  if (collectif === true) return prenom === undefined && nu.test(nom);
  return (
    prenom !== undefined &&
    /^\p{Lu}[\p{L}’'-]+$/u.test(nom) &&
    /^\p{Lu}[\p{L}’'. -]*$/u.test(prenom)
  );
}

export function lireType(texte: string): TypeNotice | null {
  return TYPES_NOTICE.find((t) => t === texte) ?? null;
}

/** The authors that marks tell. */
export function auteursMarques(marques: readonly { champ: string; valeur: string }[]): Auteur[] {
  return marques.filter((m) => m.champ === 'auteurs').map((m) => lireAuteur(m.valeur));
}
