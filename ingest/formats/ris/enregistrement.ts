import { normalizePageText } from '../../../src/domain/page.js';
import type { ChampBrut, EnregistrementLu, RemarqueLecture } from '../catalogue/catalogue.js';
import { decoderLatin1, octetsDe } from '../catalogue/lignes.js';
import type { BlocRis } from './decouper.js';

/** `TI  - Titre`; where `TY` is followed by one space, every tag may be. */
const LARGE = /^\s{0,3}([A-Z][A-Z0-9]) {2}-(?: |$)?/;
const ETROITE = /^\s{0,3}([A-Z][A-Z0-9]) {1,2}-(?: |$)/;
const FIN = /^\s{0,3}ER {1,2}-\s*$/;

/** The record that a block of lines makes, or why it makes none. */
export function lireBloc(bloc: BlocRis, numero: number): EnregistrementLu {
  const octets = bloc.lignes.join('\n');
  const rompre = (code: string, raison: string): EnregistrementLu => ({
    genre: 'rompu',
    numero,
    octets: Uint8Array.from(octetsDe(octets)),
    code,
    raison,
  });
  if (bloc.demesure)
    return rompre('demesure', 'la notice est démesurée : seul son début est gardé ici');
  if (!bloc.ouvert) return rompre(...raisonSansType(bloc));
  const texte = normalizePageText(decoderLatin1(octets)).trimEnd();
  const champs = situerChamps(texte);
  if (champs.length < 2)
    return rompre('notice-vide', 'la notice n’a aucun champ après son type (TY)');
  return {
    genre: 'enregistrement',
    numero,
    texte,
    dialecte: 'ris',
    champs,
    ...(bloc.clos ? {} : { remarques: [SANS_FIN] }),
  };
}

const SANS_FIN: RemarqueLecture = {
  code: 'fin-absente',
  message: 'La notice n’a pas de marque de fin (ER) : elle s’arrête où commence la suivante.',
};

function raisonSansType({ lignes, clos }: BlocRis): [string, string] {
  if (lignes.some((l) => LARGE.test(l) && !FIN.test(l)))
    return ['type-absent', 'la notice n’a pas de type (TY) : elle ne commence nulle part'];
  return clos && lignes.length === 1
    ? ['notice-vide', 'une marque de fin (ER) ne ferme aucune notice']
    : ['hors-notice', 'ce texte est hors de toute notice'];
}

/** Where the values stand: after their tag, up to the line before the next tag. */
function situerChamps(texte: string): ChampBrut[] {
  const champs: { etiquette: string; debut: number; fin: number }[] = [];
  const marque = /^\s{0,3}TY {2}-/.test(texte) ? LARGE : ETROITE;
  let place = 0;
  for (const ligne of texte.split('\n')) {
    const fin = place + ligne.trimEnd().length;
    const m = FIN.test(ligne) ? null : marque.exec(ligne);
    const dernier = champs.at(-1);
    if (m !== null)
      champs.push({
        etiquette: m[1] ?? '',
        debut: Math.min(place + m[0].length + blancs(ligne, m[0].length), fin),
        fin,
      });
    else if (dernier !== undefined && fin > place && !FIN.test(ligne)) {
      // A value that starts on the line after its tag
      if (dernier.debut >= dernier.fin) dernier.debut = place + blancs(ligne, 0);
      dernier.fin = fin;
    }
    place += ligne.length + 1;
  }
  return champs.map(({ etiquette, debut, fin }) => ({
    etiquette,
    sousChamps: [{ code: '', debut: Math.min(debut, fin), fin }],
  }));
}

function blancs(ligne: string, depuis: number): number {
  const reste = ligne.slice(depuis);
  return reste.length - reste.trimStart().length;
}
