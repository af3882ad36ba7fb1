import type { Bloc } from '../../../src/domain/bloc.js';
import type { Preuve } from '../../../src/domain/fait.js';
import { foldWithMap } from '../../../src/french/fold.js';
import { alert } from './alertes.js';
import type { Contexte } from './contexte.js';
import { clean, proofs } from './contexte.js';
import type { ListeDeploiement } from './deploiements.js';
import { dispositifsIn } from './dispositifs.js';

const NOMBRES =
  'un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt'.split(
    ' ',
  );

/** « 9 nouveaux contrats », « huit contrats »: a number, then the noun it counts. */
const ANNONCE = new RegExp(
  `(?<![a-z0-9,.-])(\\d{1,3}|${NOMBRES.slice(2).join('|')})\\s+(?:autres |nouveaux |nouvelles |premiers |premieres )*([a-z]+)`,
  'g',
);

/** The call of a note in a block, with the part of its sentence that no other call ends before. */
export interface Appel {
  readonly bloc: Bloc;
  readonly debut: number;
  readonly fin: number;
}

interface Annonce {
  readonly nombre: number;
  readonly texte: string;
  readonly compte: number;
  readonly listes: readonly ListeDeploiement[];
}

/** Where blocks call a note. A call is not part of the text: it is what the page prints between two runs. */
export function callsOf(contexte: Contexte, blocs: readonly Bloc[], appel: string): Appel[] {
  return blocs.flatMap((bloc) => {
    const appels = callsIn(contexte, bloc);
    const rang = appels.findIndex((a) => a.appel === appel);
    const trouve = appels[rang];
    if (trouve === undefined) return [];
    const phrase = bloc.texte.lastIndexOf('. ', trouve.position - 2) + 1;
    const debut = Math.max(phrase, appels[rang - 1]?.position ?? 0);
    return [{ bloc, debut, fin: trouve.position }];
  });
}

function callsIn(contexte: Contexte, bloc: Bloc): { appel: string; position: number }[] {
  return bloc.carte.flatMap((troncon, i) => {
    const page = contexte.pages.get(troncon.page) ?? '';
    const fin = troncon.source + troncon.longueur;
    const suivant = bloc.carte[i + 1];
    const jusqua = suivant?.page === troncon.page ? suivant.source : fin + 5;
    const saute = /^\s*\(?([0-9¹²³⁰⁴-⁹]{1,2})\)?(?![0-9])/u.exec(page.slice(fin, jusqua));
    if (saute?.[1] === undefined) return [];
    return [{ appel: saute[1].normalize('NFKC'), position: troncon.debut + troncon.longueur }];
  });
}

/**
 * « 27 communes … 11 contrats.1 » against the lists of note 1: for each kind of thing counted, the number
 * nearest before the call. One that differs from its list is an alert with both passages.
 */
export function checkCounts(
  contexte: Contexte,
  appels: readonly Appel[],
  listes: readonly ListeDeploiement[],
): void {
  if (listes.length === 0) return;
  for (const appel of appels) {
    for (const annonce of announced(contexte, appel, listes)) {
      if (annonce.compte !== annonce.nombre) alertCount(contexte, appel, annonce);
    }
  }
}

function announced(
  contexte: Contexte,
  { bloc, debut, fin }: Appel,
  listes: readonly ListeDeploiement[],
): Annonce[] {
  const { texte, carte } = foldWithMap(bloc.texte.slice(debut, fin));
  const dispositifs = dispositifsIn(contexte, bloc);
  const parGenre = new Map<string, Annonce>();
  for (const m of texte.matchAll(ANNONCE)) {
    const nom = m[2] ?? '';
    const nombre = numberOf(m[1] ?? '');
    const place = debut + (carte[m.index + m[0].length - nom.length] ?? 0);
    const nomme = dispositifs.find((d) => d.debut <= place && place < d.fin)?.candidats[0]?.id;
    const siennes = nomme === undefined ? listes : listes.filter((l) => l.dispositif === nomme);
    if (siennes.length === 0) continue;
    if (contexte.vocabulaire.nomsCommunes.test(nom)) {
      const compte = new Set(siennes.flatMap((l) => [...l.communes])).size + unknown(siennes);
      parGenre.set('communes', { nombre, texte: nom, compte, listes: siennes });
    } else if (nomme !== undefined || contexte.vocabulaire.nomsContrats.test(nom)) {
      const compte = siennes.reduce((total, l) => total + l.entrees, 0);
      parGenre.set('contrats', { nombre, texte: nom, compte, listes: siennes });
    }
  }
  return [...parGenre.values()];
}

function unknown(listes: readonly ListeDeploiement[]): number {
  return listes.reduce((total, l) => total + l.inconnus, 0);
}

function numberOf(mot: string): number {
  const rang = NOMBRES.indexOf(mot);
  // « un » and « une » are one number.
  return rang < 0 ? Number(mot) : Math.max(rang, 1);
}

function alertCount(contexte: Contexte, appel: Appel, annonce: Annonce): void {
  const preuves = proofs(contexte, appel.bloc, appel.debut, appel.fin);
  const liste = wholeList(contexte, annonce.listes);
  const [premiere] = liste;
  if (premiere === undefined || !('document' in premiere)) return;
  const citation = liste.map((p) => ('citation' in p ? clean(p.citation) : '')).join(' ');
  alert(contexte, preuves, {
    code: 'denombrement-discordant',
    message: `Le document annonce ${annonce.nombre} ${annonce.texte}, sa liste (page ${premiere.page}) en compte ${annonce.compte} : « ${citation} ».`,
    remede: 'Les deux passages sont gardés ; la liste fait foi pour les liens.',
  });
}

/** The passage from the head of the first list to the end of the last. */
function wholeList(contexte: Contexte, listes: readonly ListeDeploiement[]): Preuve[] {
  const [premiere] = listes;
  if (premiere === undefined) return [];
  const debut = Math.min(...listes.map((l) => l.debut));
  const fin = Math.max(...listes.map((l) => l.fin));
  return proofs(contexte, premiere.bloc, debut, fin);
}
