import { TYPES_NOTICE, type TypeNotice } from '../../../../src/domain/notice.js';
import { fold } from '../../../../src/french/fold.js';
import { positions, valeur, valeurs } from './champs.js';
import type { Releve } from './releve.js';

/** Position 6 of the leader, type of record, for what is no text (IFLA, UNIMARC Manual, record label). */
const PAR_NATURE: Readonly<Record<string, TypeNotice>> = {
  e: 'carte',
  f: 'carte',
  g: 'vidéo',
  i: 'son',
  j: 'son',
  k: 'image',
};
/** Position 0 of 135$a, type of electronic resource. */
const PAR_RESSOURCE: Readonly<Record<string, TypeNotice>> = {
  a: 'jeu de données',
  c: 'image',
  h: 'son',
  j: 'site web',
};
/** Positions 4 to 7 of 105$a, form of contents. */
const PAR_CONTENU: readonly (readonly [RegExp, TypeNotice])[] = [
  [/[mv]/, 'thèse'],
  [/n/, 'texte officiel'],
  [/p/, 'rapport'],
];
/** What 200$b (the material, before 2010) or 215$a says, folded. */
const PAR_SUPPORT: readonly (readonly [RegExp, TypeNotice])[] = [
  [/cd-?rom|cederom|dvd-?rom|disque optique numerique/, 'cédérom'],
  [/site web|site internet|page web/, 'site web'],
  [/images? animees?|enregistrement video|videogramme|videocassette|\bdvd\b/, 'vidéo'],
  [/enregistrement sonore|phonogramme|disque compact/, 'son'],
  [/document cartographique|ressource cartographique/, 'carte'],
  [/image fixe|images fixes|document iconographique|affiche/, 'image'],
];

/** What the record is about: its leader first, then what its coded fields and its material say. */
export function lireType(releve: Releve): void {
  const [guide] = releve.de('000');
  const label = positions(guide?.valeurs[0]);
  const type = parNiveau(releve, label) ?? parNature(releve, label[6] ?? '');
  releve.poser('type', type, ...(guide === undefined ? [] : [guide]));
}

/** Positions 7 and 8 of the leader, bibliographic and hierarchical levels; « b » is how PMB marks an issue. */
function parNiveau(releve: Releve, label: string): TypeNotice | null {
  const [nature = '', niveau = '', hierarchie = ''] = label.slice(6, 9);
  if (niveau === 'a') {
    if (deReunion(releve)) return 'communication';
    return dansUnPeriodique(releve) ? 'article' : 'chapitre';
  }
  if (niveau === 'b') return 'numéro de périodique';
  if (niveau === 'c') return 'dossier';
  // An integrating resource is brought up to date in its place
  if (niveau === 'i' && nature === 'l') return 'site web';
  if (niveau !== 's' || !TEXTES.includes(nature)) return null;
  if (hierarchie === '2') return 'numéro de périodique';
  return /^g/.test(positions(valeur(releve.de('110')[0], 'a'))) ? 'site web' : 'périodique';
}

/** Printed, handwritten, electronic. */
const TEXTES = 'abl';

function parNature(releve: Releve, nature: string): TypeNotice {
  const autre = PAR_NATURE[nature] ?? (nature === 'a' ? null : parSupport(releve));
  if (autre !== null) return autre;
  const numerique = nature === 'l' ? parRessource(releve) : null;
  return numerique ?? contenu(releve) ?? (TEXTES.includes(nature) ? 'livre' : 'document');
}

/** A host with an ISSN, an issue or a link that PMB marks as one: an article; else a part of a book. */
function dansUnPeriodique(releve: Releve): boolean {
  return releve
    .de('461', '463')
    .some(
      (hote) =>
        valeur(hote, 'x') !== undefined ||
        valeurs(hote, '9').some((v) => /^lnk:(?:bull|perio)/.test(v.texte)) ||
        (hote.etiquette === '463' &&
          valeur(hote, 'y') === undefined &&
          valeurs(hote, '1').every((v) => !v.texte.startsWith('010'))),
    );
}

/** The material that 200$b names, as one of our types or in the words of cataloguing; else that of 215$a. */
function parSupport(releve: Releve): TypeNotice | null {
  const dits = (etiquette: string, code: string) =>
    releve.de(etiquette).flatMap((c) => valeurs(c, code).map((v) => fold(v.texte)));
  const materiels = dits('200', 'b');
  const nomme = TYPES_NOTICE.find((type) => materiels.includes(fold(type)));
  const tout = [...materiels, ...dits('215', 'a')].join(' ; ');
  return nomme ?? PAR_SUPPORT.find(([motif]) => motif.test(tout))?.[1] ?? null;
}

function parRessource(releve: Releve): TypeNotice | null {
  return PAR_RESSOURCE[positions(valeur(releve.de('135')[0], 'a'))[0] ?? ''] ?? null;
}

/** A text by its contents: thesis (328 too), law, report, papers of a meeting. */
function contenu(releve: Releve): TypeNotice | null {
  if (releve.de('328').length > 0) return 'thèse';
  const formes = positions(valeur(releve.de('105')[0], 'a')).slice(4, 8);
  const forme = PAR_CONTENU.find(([motif]) => motif.test(formes))?.[1];
  return forme ?? (deReunion(releve) ? 'acte de colloque' : null);
}

/** Position 8 of 105$a, or a meeting among the authors. */
function deReunion(releve: Releve): boolean {
  const meeting = releve.de('710', '711').some((c) => c.indicateurs[0] === '1');
  return meeting || positions(valeur(releve.de('105')[0], 'a'))[8] === '1';
}
