import type { ChampBrut, Enregistrement, SousChamp } from '../../../formats/catalogue/catalogue.js';
import type { Passage } from '../notice.js';

/** A value of a field: the slice of the record's text, without the spaces and the ISBD punctuation around it. */
export interface Valeur extends Passage {
  readonly code: string;
  readonly texte: string;
  /** Where its mark « $a » stands. */
  readonly marque: number;
}

/** The punctuation that ISBD puts between elements, left at the ends of some values: « , 1465-1927 », « Titre : ». */
const TETE = /^[\s,;:/=]+(?=\S)/;
/** What the ends of a value must have for it to be cleaned: most have nothing of it. */
const INITIALES: ReadonlySet<string> = new Set(' \u00a0\t,;:/=');
const FINALES: ReadonlySet<string> = new Set(' \u00a0\t,;:/=+');

/** A field of the record. `debut` and `fin`: all that follows its tag. */
export interface Champ extends Passage {
  readonly etiquette: string;
  readonly indicateurs: string;
  readonly valeurs: readonly Valeur[];
}

/** A field of MARC. */
class ChampMarc implements Champ {
  readonly etiquette: string;
  readonly indicateurs: string;
  readonly debut: number;
  readonly fin: number;
  private readonly texte: string;
  private readonly bruts: readonly SousChamp[];
  private lues: readonly Valeur[] | null = null;

  constructor(texte: string, { etiquette, indicateurs = '', sousChamps }: ChampBrut) {
    const premier = sousChamps[0];
    // Before the value of the first subfield: its code, the indicators and their spaces
    const marques = (premier?.code === '' ? 0 : 2) + (indicateurs === '' ? 0 : 3);
    this.etiquette = etiquette;
    this.indicateurs = indicateurs;
    this.debut = Math.max(0, (premier?.debut ?? 0) - marques);
    this.fin = sousChamps.at(-1)?.fin ?? 0;
    this.texte = texte;
    this.bruts = sousChamps;
  }

  /** Read when they are asked for: a third of the fields are kept without being understood. */
  get valeurs(): readonly Valeur[] {
    this.lues ??= this.bruts.map((s) => situer(this.texte, s.code, s.debut, s.fin));
    return this.lues;
  }
}

/** The fields of a record, in its order. */
export function lireChamps({ texte, champs }: Enregistrement): Champ[] {
  return champs.map((champ) => new ChampMarc(texte, champ));
}

/** A part of a text, its ends cleaned. */
export function situer(texte: string, code: string, debut: number, fin: number): Valeur {
  const brut = texte.slice(debut, fin);
  const sansQueue = FINALES.has(brut.at(-1) ?? '') ? brut.slice(0, finPropre(brut)) : brut;
  const tete = INITIALES.has(brut.charAt(0)) ? (TETE.exec(sansQueue)?.[0].length ?? 0) : 0;
  return {
    code,
    texte: sansQueue.slice(tete),
    debut: debut + tete,
    fin: debut + sansQueue.length,
    marque: debut - (code === '' ? 0 : 2),
  };
}

/** Where a text ends without its spaces, its commas and the marks that a space stands before; one way, so linear. */
function finPropre(texte: string): number {
  let fin = texte.length;
  for (; fin > 0; fin -= 1) {
    const signe = texte.charAt(fin - 1);
    if (/[\s,]/.test(signe)) continue;
    if (!FINALES.has(signe) || !/\s/.test(texte.charAt(fin - 2))) break;
  }
  return fin;
}

/** A part of a value, its ends cleaned. */
export function partie(valeur: Valeur, debut: number, fin: number): Valeur {
  const { texte, debut: d, fin: f } = situer(valeur.texte, valeur.code, debut, fin);
  return { ...valeur, texte, debut: valeur.debut + d, fin: valeur.debut + f };
}

/** The values of some codes that are not empty, in their order. */
export function valeurs(champ: Champ | undefined, codes: string): Valeur[] {
  return (champ?.valeurs ?? []).filter(
    (v) => codes.includes(v.code) && v.code !== '' && v.texte !== '',
  );
}

/** The first value of a code. */
export function valeur(champ: Champ | undefined, code: string): Valeur | undefined {
  return champ?.valeurs.find((v) => v.code === code && v.texte !== '');
}

/** All that a field says, its indicators apart: what proves a value made of several of its parts. */
export function contenu(champ: Champ): Passage {
  return { debut: champ.valeurs[0]?.marque ?? champ.debut, fin: champ.fin };
}

/** A coded value with the blanks before it, so that its positions hold (leader, 100$a, 105$a). */
export function positions(v: Valeur | undefined): string {
  if (v === undefined) return '';
  return ' '.repeat(v.debut - v.marque - (v.code === '' ? 0 : 2)) + v.texte;
}
