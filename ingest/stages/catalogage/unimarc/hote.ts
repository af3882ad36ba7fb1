import type { TypeNotice } from '../../../../src/domain/notice.js';
import { lireDate } from '../communs/dates.js';
import type { Champ, Valeur } from './champs.js';
import { valeur, valeurs } from './champs.js';
import { numeroIssn } from './numeros.js';
import type { Releve } from './releve.js';

/** Where a value of an embedded field stands in a plain link (« $1 2001 $aTitre » is « $tTitre »). */
const EMBOITES: Readonly<Record<string, string>> = {
  '200a': 't',
  '200v': 'v',
  '200h': 'v',
  '010a': 'y',
  '011a': 'x',
  '210d': 'd',
  '214d': 'd',
  '215a': 'p',
  '001': '3',
};

/** What is in something else. */
const PARTIES: ReadonlySet<TypeNotice> = new Set<TypeNotice>([
  'article',
  'chapitre',
  'communication',
  'numéro de périodique',
]);

/** 215, 225 and the host of a part: 461 (the whole: periodical, set of volumes) and 463 (the piece: issue, volume). */
export function lireHote(releve: Releve): void {
  lirePagination(releve);
  const collection = releve
    .de('225')
    .concat(releve.de('410').map(deplier))
    .find((c) => nomDe(c) !== undefined);
  if (collection !== undefined) {
    const morceaux = valeurs(collection, 'athi');
    releve.poser('collection', morceaux.map((v) => v.texte).join('. '), ...morceaux);
  }
  const [ensemble, piece] = ['461', '463'].map((e) =>
    releve
      .de(e)
      .map(deplier)
      .find((c) => valeurs(c, 'tavx').length > 0),
  );
  const partieDe = PARTIES.has(releve.lire('type') ?? 'document');
  const hote = nomDe(ensemble) ?? nomDe(piece);
  if (hote !== undefined) releve.poser('hote', hote.texte, hote);
  lireNumero(releve, ensemble, piece, partieDe);
  if (!partieDe) return;
  // The date of the issue is that of the article, when the record prints none of its own
  const date = valeur(piece, 'd') ?? valeur(piece, 'e') ?? valeur(ensemble, 'd');
  if (date !== undefined) releve.poser('date', lireDate(date.texte), date);
  const pages = valeur(piece, 'p') ?? valeur(ensemble, 'p');
  if (pages !== undefined) releve.poser('pagination', pages.texte, pages);
  for (const champ of [ensemble, piece]) for (const v of valeurs(champ, 'x')) numeroIssn(releve, v);
}

function lirePagination(releve: Releve): void {
  const lues = releve.de('215').flatMap((c) => valeurs(c, 'a'));
  if (lues.length > 0) releve.poser('pagination', lues.map((v) => v.texte).join(' ; '), ...lues);
}

function nomDe(champ: Champ | undefined): Valeur | undefined {
  return valeur(champ, 't') ?? valeur(champ, 'a');
}

/** « 34 » is « n° 34 » of a periodical, « vol. 2 » of a set; what has letters is as printed. */
function lireNumero(
  releve: Releve,
  ensemble: Champ | undefined,
  piece: Champ | undefined,
  partieDe: boolean,
): void {
  const lus = [valeur(ensemble, 'v'), valeur(piece, 'v')].filter((v) => v !== undefined);
  const distincts = lus.filter((v, i) => lus.findIndex((autre) => autre.texte === v.texte) === i);
  if (distincts.length === 0) return;
  const nommer = (v: Valeur, i: number) => {
    if (/\p{L}|°/u.test(v.texte)) return v.texte;
    return partieDe && i === distincts.length - 1 ? `n° ${v.texte}` : `vol. ${v.texte}`;
  };
  releve.poser('numero', distincts.map(nommer).join(', '), ...lus);
}

/** A link written with embedded fields, as one with plain subfields; any other as it is. */
export function deplier(champ: Champ): Champ {
  if (!champ.valeurs.some((v) => v.code === '1')) return champ;
  let courante = '';
  const depliees = champ.valeurs.map((v) => {
    if (v.code === '1') courante = v.texte.slice(0, 3);
    const code =
      v.code === '1' ? '1' : (EMBOITES[courante + v.code] ?? (v.code === 'v' ? 'v' : ''));
    return { ...v, code };
  });
  const { etiquette, indicateurs, debut, fin } = champ;
  return { etiquette, indicateurs, debut, fin, valeurs: depliees };
}
