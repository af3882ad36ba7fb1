import type { DateNotice } from '../../../../src/domain/notice.js';
import { lireDate, sansDate } from '../communs/dates.js';
import type { Champ, Valeur } from './champs.js';
import { partie, valeur, valeurs } from './champs.js';
import type { Releve } from './releve.js';

/** « [s.l.] », « [s.n.] », « [Lieu de publication inconnu] »: what says that nothing is known. */
const INCONNU =
  /^[[(]?\s*(?:s\.?\s?[ln]\.?|(?:lieu|éditeur)\b.*\b(?:non identifié|inconnu)e?|sine (?:loco|nomine))\s*[\])]?$/iu;

/** Words of a collation: what follows the year in the dates of old records. */
const COLLATION =
  /(?<!\p{L})(?:p\.|pp\.|pages?|ff?\.|vol\.|in-(?:\d|fol|f°|plano)|pl\.|fig\.|cm\b)/iu;

/** 210 or 214, of publication before those of distribution, printing and copyright. */
export function lirePublication(releve: Releve): void {
  const champs = adresses(releve);
  const [premier] = champs.filter((c) => valeurs(c, 'ac').length > 0);
  const date = premierDe(champs, 'd');
  if (date !== undefined) lireDateImprimee(releve, date);
  if (premier !== undefined) lireAdresse(releve, premier, date);
  for (const champ of champs) prouverRedites(releve, champ);
}

/** Second indicator of 214: 0 publication, 1 production, 2 distribution, 3 manufacture, 4 copyright. */
function adresses(releve: Releve): Champ[] {
  const rang = (c: Champ) =>
    c.etiquette === '214' ? '0# 1234'.indexOf(c.indicateurs[1] ?? '0') : -1;
  return [...releve.de('210', '214', '219')].sort((a, b) => rang(a) - rang(b));
}

function premierDe(champs: readonly Champ[], code: string): Valeur | undefined {
  return champs.map((c) => valeur(c, code)).find((v) => v !== undefined);
}

/**
 * « 1927. Gr. in-fol. (390 x 265), 23 p. »: old records have their collation after the year. It is the pagination when
 * no 215 gives one.
 */
function lireDateImprimee(releve: Releve, valeurDate: Valeur): void {
  const coupe = finDeDate(valeurDate.texte);
  const seule = coupe === null ? valeurDate : partie(valeurDate, 0, coupe.fin);
  const date = lireDate(seule.texte);
  if (date.debut !== undefined) releve.poser('date', date, seule);
  if (coupe === null || releve.de('215').some((c) => valeur(c, 'a') !== undefined)) return;
  const collation = partie(valeurDate, coupe.suite, valeurDate.texte.length);
  releve.poser('pagination', collation.texte, collation);
}

function finDeDate(texte: string): { fin: number; suite: number } | null {
  const m = /^.{0,20}?\d{4}(?:\s?[-–]\s?\d{2,4})?[\])?]*(?:[.,;]\s+|\s(?=\())/u.exec(texte);
  if (m === null || !COLLATION.test(texte.slice(m[0].length))) return null;
  return { fin: m[0].replace(/[.,;]?\s+$/, '').length, suite: m[0].length };
}

/** Place and publisher. Without a publisher, an old record may have both in one value: « London, British Museum ». */
function lireAdresse(releve: Releve, champ: Champ, date: Valeur | undefined): void {
  const connues = (code: string) => valeurs(champ, code).filter((v) => !INCONNU.test(v.texte));
  const editeurs = connues('c');
  const lieux = connues('a').filter((v) => !/^\(/.test(v.texte));
  const anciens = editeurs.length === 0 && date !== undefined && finDeDate(date.texte) !== null;
  const coupes = anciens ? lieux.map(separer) : lieux.map((lieu): [Valeur] => [lieu]);
  poserListe(
    releve,
    'lieu',
    coupes.map(([lieu]) => lieu),
  );
  poserListe(releve, 'editeur', [...editeurs, ...coupes.flatMap(([, editeur]) => editeur ?? [])]);
}

function separer(valeurLieu: Valeur): [Valeur] | [Valeur, Valeur] {
  const virgule = valeurLieu.texte.indexOf(', ');
  if (virgule < 1) return [valeurLieu];
  return [partie(valeurLieu, 0, virgule), partie(valeurLieu, virgule + 2, valeurLieu.texte.length)];
}

function poserListe(releve: Releve, champ: 'lieu' | 'editeur', lues: readonly Valeur[]): void {
  const texte = [...new Set(lues.map((v) => v.texte))].join(' ; ');
  if (texte !== '') releve.poser(champ, texte, ...lues);
}

/** 210 and 214 of one record often say the same (PMB writes both): the second proves too. */
function prouverRedites(releve: Releve, champ: Champ): void {
  const dits = {
    a: releve.lire('lieu'),
    c: releve.lire('editeur'),
    d: releve.lire('date')?.imprimee,
  };
  for (const [code, dit] of Object.entries(dits)) {
    const champNotice = code === 'a' ? 'lieu' : code === 'c' ? 'editeur' : 'date';
    const memes = valeurs(champ, code);
    if (dit !== undefined && dit === [...new Set(memes.map((v) => v.texte))].join(' ; '))
      releve.prouver(champNotice, ...memes);
  }
}

/**
 * 100$a, positions 8 to 16 (UNIMARC Manual): the kind of date, then one or two years. It gives the years where none is
 * printed; what is printed stays as it is (« [s.d.] »).
 */
export function lireDateCodee(releve: Releve): void {
  const imprimee = premierDe(adresses(releve), 'd');
  const codee = valeur(releve.de('100')[0], 'a');
  if (codee === undefined || releve.a('date')) return;
  const [, genre = '', un, deux] = /^.{8}(.)(\d{4})(.{4})?/.exec(codee.texte) ?? [];
  const annees =
    un === undefined || un === '9999' ? null : intervalle(genre, Number(un), Number(deux));
  const passage = partie(
    codee,
    9,
    annees !== null && annees.fin !== annees.debut && annees.fin !== undefined ? 17 : 13,
  );
  const texte = imprimee?.texte ?? (annees === null ? undefined : ecrire(annees));
  if (texte === undefined) return;
  if (annees !== null)
    releve.poser(
      'date',
      { imprimee: texte, ...annees },
      ...(imprimee === undefined ? [passage] : [imprimee, passage]),
    );
  else if (imprimee !== undefined) {
    releve.poser('date', { imprimee: texte }, imprimee);
    if (!sansDate(texte))
      releve.remarquer('date-illisible', `La date « ${texte} » n’a pas d’année lisible.`);
  }
}

function intervalle(
  genre: string,
  debut: number,
  fin: number,
): Omit<DateNotice, 'imprimee'> & { debut: number } {
  // a: serial still published, c: of unknown status; b, f, g: from one year to the other; else the first is the date
  if (genre === 'a' || genre === 'c') return { debut };
  if ('bfg'.includes(genre) && fin >= debut && fin < 9999) return { debut, fin };
  return genre === 'g' ? { debut } : { debut, fin: debut };
}

function ecrire({ debut, fin }: { debut: number; fin?: number }): string {
  if (fin === undefined) return `${debut}-`;
  return fin === debut ? String(debut) : `${debut}-${fin}`;
}
