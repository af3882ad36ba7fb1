import { fold, foldWithMap } from '../../../src/french/fold.js';
import type { Section } from '../../sources/schema.js';
import { type Libelle, peutCommencer, type Vocabulaire } from '../../sources/vocabulaire.js';
import type { NomChamp } from '../structure.js';

/** A field label in a line: offsets in the line's text. */
export interface Etiquette {
  readonly champs: readonly NomChamp[];
  /** Its value is prose. */
  readonly redige: boolean;
  /** The layout shows it, and the vocabulary does not know it. */
  readonly inconnu?: true;
  readonly debut: number;
  /** End of the label, colon excluded. */
  readonly fin: number;
  /** Where its value starts. */
  readonly valeur: number;
}

/** What may stand between a label and its value: a remark in brackets, then a colon or a cell border. */
const SUITE = /\s*(\([^()]{0,60}\))?\s*(?:[:|>→]|\.{2,}(?=\s)|(?<=\s)\.(?=\s)|\t|$|(?<=\?)\s)\s*/y;
/** What parts a label from its value. */
const SEPARE = /[:|>→\t]|\s\.+\s/;
const SEPARE_OU_QUESTION = /[:|>→\t?]|\s\.+\s/;
/** « - public ....... élus », « - partenaire . CAF »: dots up to the value, after a bullet. */
const POINTS = /^[-–—•*]\s+\p{L}[^.:]{2,40}?\s\.+\s/u;
/** A label and the remark in brackets after it. */
const ETIQUETTE_MAX = 160;
const PUCE = /^[-–—•●▪■►▸➢➤✓*>o]?\s*/;
const LONGUEUR_UTILE = 400;
const SEULE_MAX = 60;

/** The label a line starts with (a bullet before it is allowed), or is from end to end; or null. */
export function etiquetteEnTete(texte: string, vocabulaire: Vocabulaire): Etiquette | null {
  if (texte.length > SEULE_MAX && !SEPARE.test(texte.slice(0, 160))) return null;
  return lireEtiquette(texte, PUCE.exec(texte)?.[0].length ?? 0, vocabulaire);
}

/** True when the label is the whole line, without a colon: the name of a box or of a column. */
export function estSeule(texte: string, etiquette: Etiquette): boolean {
  return etiquette.valeur >= texte.length && !SEPARE.test(texte);
}

/** Every label of a line that belongs to a block of fields: « Animation : X  Intervenants : Y » has two. */
export function etiquettesDe(texte: string, vocabulaire: Vocabulaire): Etiquette[] {
  const premiere = etiquetteEnTete(texte, vocabulaire);
  const trouvees = premiere === null ? [] : [premiere];
  if (!SEPARE.test(texte)) return trouvees;
  for (const mot of texte.slice(0, LONGUEUR_UTILE).matchAll(/(?<=[\s;–—|])\p{Lu}/gu)) {
    if (mot.index < (trouvees.at(-1)?.valeur ?? 1)) continue;
    const etiquette = lireEtiquette(texte, mot.index, vocabulaire);
    // a word at the end of a value is no label: a colon or a cell must follow
    if (etiquette === null || !SEPARE.test(texte.slice(etiquette.fin, etiquette.valeur))) continue;
    if (!etiquette.redige || etiquette.inconnu === true) trouvees.push(etiquette);
  }
  return trouvees;
}

function lireEtiquette(texte: string, depuis: number, vocabulaire: Vocabulaire): Etiquette | null {
  // a label is a proper heading: « séances : les enjeux… » in the middle of a sentence is not one
  if (!/^[\p{Lu}\d]/u.test(texte.slice(depuis, depuis + 2)) && !POINTS.test(texte)) return null;
  // before the many labels are tried: something must part one from its value
  const loin = texte.length > depuis + ETIQUETTE_MAX;
  if (loin && !SEPARE_OU_QUESTION.test(texte.slice(depuis, depuis + ETIQUETTE_MAX))) return null;
  const { texte: plie, carte } = foldWithMap(texte.slice(depuis, depuis + 160));
  let longue: { libelle: Libelle; longueur: number } | null = null;
  for (const libelle of vocabulaire.etiquettes) {
    if (!peutCommencer(libelle, plie)) continue;
    libelle.motif.lastIndex = 0;
    const longueur = libelle.motif.exec(plie)?.[0].length ?? 0;
    if (longueur > (longue?.longueur ?? 0)) longue = { libelle, longueur };
  }
  if (longue === null) return null;
  const finEtiquette = depuis + (carte[longue.longueur] ?? 0);
  SUITE.lastIndex = finEtiquette;
  const suite = SUITE.exec(texte);
  if (suite === null) return null;
  const remarque = suite[1] === undefined ? 0 : suite[0].indexOf(')') + 1;
  return {
    champs: longue.libelle.champs,
    redige: longue.libelle.redige,
    ...(longue.libelle.inconnu === true && { inconnu: true }),
    debut: depuis,
    fin: finEtiquette + remarque,
    valeur: finEtiquette + suite[0].length,
  };
}

/** The kind of section heading that a whole line is, or null: « Actions », « PUBLICATIONS : ». */
export function sectionDe(texte: string, vocabulaire: Vocabulaire): Section | null {
  if (texte.length > 60 || !/^\p{Lu}/u.test(texte)) return null;
  const plie = fold(texte).replace(/\s+/g, ' ').trim();
  return vocabulaire.sections.find(([, motif]) => motif.test(plie))?.[0] ?? null;
}
