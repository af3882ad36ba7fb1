import type { Bloc } from '../../../src/domain/bloc.js';
import { fold } from '../../../src/french/fold.js';
import type { Mention } from '../../../src/gazetteer/types.js';
import type { Contexte } from './contexte.js';
import { dispositifsIn } from './dispositifs.js';
import { ENTRE, enumeration } from './listes.js';
import { isBackground } from './temps.js';

/** How far from a dispositif its places are looked for, in characters. */
const PORTEE = 90;
/** « en CUCS (Meaux, Chelles) »: places in brackets, nothing else but names. */
const PARENTHESE = /^\s*\($/;
/** « une autre à Saint-Denis », « celui de Valenton »: the same dispositif again. */
const REPRISE =
  /^\s*,?\s*(?:et|puis|,)?\s*(?:une?\s+autre|celui|celle|ceux|celles)\s+(?:à|au|de|du|d[’'])\s*$/u;

/** Places of a sentence and the dispositif that it says they have. */
export interface Presence {
  readonly dispositif: string;
  readonly debut: number;
  readonly fin: number;
  readonly lieux: readonly Mention[];
}

/**
 * Deployments that a sentence says without a list: « Gonesse et Persan bénéficient d'un PRE »,
 * « un PRE existe à Bobigny », « le CUCS de Bondy », « les communes en CUCS (Meaux, Melun) ».
 */
export function presencesIn(contexte: Contexte, bloc: Bloc): Presence[] {
  const lieux = placesOf(contexte, bloc);
  if (lieux.length === 0) return [];
  return dispositifsIn(contexte, bloc)
    .filter((m) => !isAbsent(contexte, bloc.texte, m))
    .flatMap((mention) => {
      const trouves = [
        ...after(contexte, bloc.texte, mention, lieux),
        ...before(contexte, bloc.texte, mention, lieux),
      ].filter((l) => l.candidats.length === 1);
      const [candidat] = mention.candidats;
      if (trouves.length === 0 || candidat === undefined) return [];
      return [{ dispositif: candidat.id, debut: mention.debut, fin: mention.fin, lieux: trouves }];
    });
}

function placesOf(contexte: Contexte, bloc: Bloc): Mention[] {
  return contexte.gazetteer.mentions(bloc.texte, {
    annee: contexte.annee,
    mode: 'document',
    types: ['commune', 'intercommunalite'],
    ...(contexte.departement === null ? {} : { departement: contexte.departement.code }),
  });
}

/** True in a sentence about earlier years, or where the text says « pas de », « projet de », « ancien ». */
function isAbsent(contexte: Contexte, texte: string, { debut }: Mention): boolean {
  if (isBackground(contexte, texte, debut, contexte.annee)) return true;
  return contexte.vocabulaire.absenceDeploiement.test(
    fold(texte.slice(Math.max(0, debut - 30), debut)),
  );
}

function after(
  { vocabulaire }: Contexte,
  texte: string,
  { fin }: Mention,
  lieux: readonly Mention[],
): Mention[] {
  const suite = lieux.filter((l) => l.debut >= fin);
  const [premier] = suite;
  if (premier === undefined || premier.debut - fin > PORTEE) return [];
  // « des CUCS (contrats urbains de cohésion sociale) de Bondy »: the sigle opened is no part of it
  const entre = texte.slice(fin, premier.debut).replace(/^\s*\([^()]*\)/, '');
  if (PARENTHESE.test(entre)) {
    const liste = enumeration(texte, suite);
    return /^\s*\)/.test(texte.slice(liste.at(-1)?.fin ?? 0)) ? liste : [];
  }
  if (!vocabulaire.lieuDeploiement.test(fold(entre))) return [];
  const liste = enumeration(texte, suite);
  const suivant = suite[liste.length];
  const reprise =
    suivant !== undefined && REPRISE.test(texte.slice(liste.at(-1)?.fin ?? 0, suivant.debut));
  return reprise ? [...liste, suivant] : liste;
}

/** « À Meaux, un contrat local de santé a été signé ». */
const LIEU_EN_TETE = /(?:^|[.;:]\s*|,\s*)(?:à|au|aux)\s*$/iu;
const ARTICLE = /^\s*,\s*(?:une?|les?|la|l[’']|des)\s*$/u;
const EXISTE =
  /^\s*(?:\([^()]*\)\s*)?(?:est|sont|a été|ont été|existent?|fonctionnent?)(?![\p{L}])/u;

function before(
  { vocabulaire }: Contexte,
  texte: string,
  { debut, fin }: Mention,
  lieux: readonly Mention[],
): Mention[] {
  const avant = lieux.filter((l) => l.fin <= debut);
  const dernier = avant.at(-1);
  if (dernier === undefined || debut - dernier.fin > PORTEE) return [];
  const entre = fold(texte.slice(dernier.fin, debut)).replace(/^\s*,/, '');
  const enTete =
    LIEU_EN_TETE.test(texte.slice(0, dernier.debut)) &&
    ARTICLE.test(texte.slice(dernier.fin, debut)) &&
    EXISTE.test(texte.slice(fin));
  if (enTete) return [dernier];
  if (!vocabulaire.possessionDeploiement.test(entre)) return [];
  const liste: Mention[] = [dernier];
  for (const lieu of avant.slice(0, -1).reverse()) {
    if (!ENTRE.test(texte.slice(lieu.fin, liste[0]?.debut ?? 0))) break;
    liste.unshift(lieu);
  }
  return liste;
}
