import type { TypeNotice } from '../../../../src/domain/notice.js';
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
  const type =
    parNiveau(releve, label[7] ?? '', label[6] ?? '') ?? parNature(releve, label[6] ?? '');
  releve.poser('type', type, ...(guide === undefined ? [] : [guide]));
}

/** Position 7 of the leader, bibliographic level; « b » is how PMB marks an issue. */
function parNiveau(releve: Releve, niveau: string, nature: string): TypeNotice | null {
  if (niveau === 'a') return dansUnPeriodique(releve) ? 'article' : 'chapitre';
  if (niveau === 'b') return 'numéro de périodique';
  if (niveau === 'c') return 'dossier';
  if (niveau !== 's' || !TEXTES.includes(nature)) return null;
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

function parSupport(releve: Releve): TypeNotice | null {
  const dit = fold(
    [
      ...releve.de('200').flatMap((c) => valeurs(c, 'b')),
      ...releve.de('215').flatMap((c) => valeurs(c, 'a')),
    ]
      .map((v) => v.texte)
      .join(' ; '),
  );
  return PAR_SUPPORT.find(([motif]) => motif.test(dit))?.[1] ?? null;
}

function parRessource(releve: Releve): TypeNotice | null {
  return PAR_RESSOURCE[positions(valeur(releve.de('135')[0], 'a'))[0] ?? ''] ?? null;
}

/** A text by its contents: thesis (328 too), law, report; the papers of a meeting (105, or a meeting as author). */
function contenu(releve: Releve): TypeNotice | null {
  const [champ105, champ328] = [releve.de('105')[0], releve.de('328')[0]];
  if (champ328 !== undefined) return 'thèse';
  const code = positions(valeur(champ105, 'a'));
  const forme = PAR_CONTENU.find(([motif]) => motif.test(code.slice(4, 8)))?.[1];
  if (forme !== undefined) return forme;
  const reunion = releve.de('710', '711').some((c) => c.indicateurs[0] === '1');
  return code[8] === '1' || reunion ? 'acte de colloque' : null;
}
