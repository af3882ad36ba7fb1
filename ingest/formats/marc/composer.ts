import { normalizePageText } from '../../../src/domain/page.js';
import type {
  ChampBrut,
  Dialecte,
  Enregistrement,
  RemarqueLecture,
  SousChamp,
} from '../catalogue/catalogue.js';
import { decoderWindows1252 } from '../texte/decodage.js';

export interface ValeurMarc {
  /** '' for the value of a field without subfields (001). */
  readonly code: string;
  readonly valeur: string;
}

export interface ChampMarc {
  readonly etiquette: string;
  /** Two characters, blanks as spaces; absent for the fields that have none. */
  readonly indicateurs?: string;
  readonly sousChamps: readonly ValeurMarc[];
}

/** A record of the MARC family, whatever wrote it. */
export interface NoticeMarc {
  /** The 24 characters of the leader; kept as a field « 000 ». */
  readonly guide: string;
  readonly champs: readonly ChampMarc[];
}

export interface Provenance {
  readonly numero: number;
  readonly dialecte: Dialecte;
  readonly remarques: readonly RemarqueLecture[];
}

/** The record as a person reads it, a line a field (« 200 1# $aTitre $eComplément »), and where its values stand in it. */
export function composer(
  notice: NoticeMarc,
  { numero, dialecte, remarques }: Provenance,
): Enregistrement {
  const ecrit = ecrire([
    { etiquette: '000', sousChamps: [{ code: '', valeur: notice.guide }] },
    ...notice.champs,
  ]);
  const toutes = ecrit.convertis ? [...remarques, CONVERTIS] : remarques;
  return {
    genre: 'enregistrement',
    numero,
    texte: ecrit.texte,
    dialecte,
    champs: ecrit.champs,
    // Position 5 of the leader (UNIMARC Manual): « d », deleted record
    ...(notice.guide[5] === 'd' ? { supprime: true } : {}),
    ...(toutes.length === 0 ? {} : { remarques: toutes }),
  };
}

const CONVERTIS: RemarqueLecture = {
  code: 'caracteres-convertis',
  message:
    'Des caractères de commande ont été lus comme ceux de windows-1252 (« c\u0153ur » pour U+009C).',
};

function ecrire(lus: readonly ChampMarc[]): {
  texte: string;
  champs: ChampBrut[];
  convertis: boolean;
} {
  let [texte, convertis] = ['', false];
  const champs = lus.map(({ etiquette, indicateurs, sousChamps }): ChampBrut => {
    const marques = indicateurs?.replaceAll(' ', '#');
    texte += texte === '' ? etiquette : `\n${etiquette}`;
    if (marques !== undefined) texte += ` ${marques}`;
    const places = sousChamps.map(({ code, valeur }): SousChamp => {
      const propre = nettoyer(valeur);
      convertis ||= propre !== valeur && aDesCommandes(valeur);
      texte += code === '' ? ' ' : ` $${code}`;
      const debut = texte.length;
      texte += propre;
      return { code, debut, fin: texte.length };
    });
    return marques === undefined
      ? { etiquette, sousChamps: places }
      : { etiquette, indicateurs: marques, sousChamps: places };
  });
  return { texte, champs, convertis };
}

/** What needs no cleaning: letters already composed, usual punctuation. */
const ORDINAIRE = /^[\u0020-\u007e\u00a0-\u02ff\u2010-\u2027\u20ac]*$/;

/** A value on one line, composed, without the non-sorting marks; other C1 controls are what windows-1252 has there. */
function nettoyer(valeur: string): string {
  if (ORDINAIRE.test(valeur)) return valeur;
  const lisible = sansMarques(valeur).replace(/[\u0080-\u009f]/g, (c) =>
    decoderWindows1252(Uint8Array.of(c.charCodeAt(0))),
  );
  const composee = normalizePageText(surUneLigne(lisible));
  // A combining mark would join the code of its subfield: « $a » would become « $á »
  return /^\p{M}/u.test(composee) ? ` ${composee}` : composee;
}

function surUneLigne(valeur: string): string {
  const lignes = valeur.split(/[\r\n\u2028\u2029]+/);
  return lignes.length === 1 ? valeur : lignes.map((ligne) => ligne.trim()).join(' ');
}

function sansMarques(valeur: string): string {
  return valeur.replace(/[\u0088\u0098]([^\u0088\u0089\u0098\u009c]*)[\u0089\u009c]/g, '$1');
}

/** True when C1 controls are left once the non-sorting marks are out. */
function aDesCommandes(valeur: string): boolean {
  return /[\u0080-\u009f]/.test(sansMarques(valeur));
}
