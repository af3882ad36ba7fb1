import type { Bloc } from '../../../src/domain/bloc.js';
import { localId, slug } from '../../../src/domain/ids.js';
import { fold } from '../../../src/french/fold.js';
import type { Mention } from '../../../src/gazetteer/types.js';
import type { Contexte } from './contexte.js';
import { clean, proofs } from './contexte.js';

/** « Les quartiers concernés : Joliot-Curie à Argenteuil ; … »: a list of quarters, each with its commune. */
const LISTE = /\bquartiers?\b[^:;.]{0,60}:/i;

export const LIEN = "(?:(?:de la|de l[’']|des|du|de|d[’']|les|la|le|l[’'])\\s*)?";
const A_COMMUNE = "\\s*»?(?:,?\\s+(?:à|au|aux|de|d[’'])\\s*|\\s*\\(\\s*)";
const NOM = '(\\p{Lu}[^,;:.()«»]{1,60}?)';
/** « QPV », « quartier prioritaire », « cité »: what a quarter is called before its name. */
export const GENRE =
  '(?<![\\p{L}])(?:(?:[Qq]uartiers?|QUARTIERS?|QPV|ZUS|QVA|QRR)(?:\\s+(?:QPV|prioritaires?|sensibles?|populaires?|en politique de la ville))?|(?:cités?|résidences?|copropriétés?|grand ensemble))';

/** « Dame Blanche nord et Muette à » before the name of a commune, in a list. */
const EN_LISTE = new RegExp(`^\\)?\\s*[;:,]?\\s*([^;:()]+?)${A_COMMUNE}$`, 'u');
/** « le quartier des Carreaux à », « quartiers des Carreaux ( » in running text. */
const EN_TEXTE = new RegExp(`${GENRE}\\s+(?:dits?\\s+)?${LIEN}«?\\s*${NOM}${A_COMMUNE}$`, 'u');
/** « QPV Beauval et Dunant, » before the name of their commune, in a territory field. */
const AVANT_VIRGULE = new RegExp(`${GENRE}\\s+${LIEN}«?\\s*${NOM}\\s*»?\\s*,\\s*$`, 'u');
/** « cité Pablo-Picasso » may have a capital at the start of a field. */
const EN_TETE = new RegExp(
  `^(?:Cités?|Résidences?|Grand ensemble)\\s+${LIEN}«?\\s*${NOM}${A_COMMUNE}$`,
  'u',
);
/** « … et de la Croix-Petit à » after a quarter and its commune. */
const SUITE = new RegExp(
  `^\\)?\\s*(?:[,;]|,?\\s*(?:et|ainsi que|puis)\\s)\\s*(?:(?:dans|sur|à)\\s+)?(?:(?:du|le|au)\\s+quartier\\s+|cel(?:ui|le)\\s+)?${LIEN}${NOM}${A_COMMUNE}$`,
  'u',
);
/** « Les Minguettes à » in a territory field. */
const EN_CHAMP =
  /(?:^|[,;:]|\set\s)\s*((?:Les?|La|L[’'])\s*\p{Lu}[^,;:()]{1,50}?)(?:\s+à\s+|\s*\(\s*)$/u;
/** « Kermoysan à Quimper », « Maurepas et le Blosne (Rennes) » in a territory field: capitals, and small words between them. */
const NU = new RegExp(
  `(?:^|[,;:/]|\\s[–-]\\s|\\set\\s)\\s*(\\p{Lu}[\\p{L}\\d’'-]*(?:\\s+(?:et\\s+)?${LIEN}(?:\\p{Lu}[\\p{L}’'-]*|\\d{1,2}))*)(?:\\s+(?:à|au)\\s+|\\s*\\(\\s*)$`,
  'u',
);
/** « Orléans, quartier de La Source », « Clermont-Ferrand : quartiers Saint-Jacques et La Gauthière » in a territory field. */
const APRES_GENRE = new RegExp(
  `^\\s*(?:[,:–-]\\s*)?${GENRE}\\s+${LIEN}«?\\s*(\\p{Lu}[^,;:.()«»]{1,60}?)\\s*»?\\s*(?=[;.]|$)`,
  'u',
);
/** « Meaux (Beauval) » in a territory field: a name that is neither a sigle nor a building. */
const APRES_NU =
  /^\s*\(\s*(?!(?:\p{Lu}+|\d+)\))(\p{Lu}[\p{L}’' -]{2,40}(?:,\s*\p{Lu}[\p{L}’' -]{2,40})*)\)/u;
/** « Vénissieux (Les Minguettes) » in a territory field. */
const APRES =
  /^\s*\(\s*((?:(?:[Qq]uartiers?|cité)\s|[Ll]es?\s|[Ll]a\s|[Ll][’'])(?=[^()]*\p{Lu})[^()]{2,60})\)/u;

/** What stands before the name itself: « du quartier de la »; an article in capitals (« Les Coteaux ») is part of it. */
const TETE =
  /^(?:(?:les?|la|l[’']|des?|du|d[’']|au|aux|[LD]es(?=\s+quartier))\s*(?<=[\s’'])|[Qq]uartiers?\s+(?!(?:Nord|Sud|Est|Ouest|Centre)(?!\p{L}))|(?:QPV|ZUS)\s+|«\s*)+/u;
const ARTICLE = /^(?:Les?|La|L[’'])\s*/;

export const INDICE = /quartier|QPV|ZUS|QVA|QRR|cité|résidence|copropriété|grand ensemble/i;
/** « Grigny 2 à Grigny »: a number after its name makes it that of a quarter. */
const NUMERO = /^\s\d{1,2}(?:\s+à\s|\s*\()/u;
/** A quarter named with its commune. */
export interface QuartierNomme {
  readonly nom: string;
  readonly debut: number;
  readonly fin: number;
  readonly commune: string;
  /** The name of the commune beside it. */
  readonly mention: Mention;
  /** True in « Vénissieux (Les Minguettes) »: the name of the commune stands first, its quarter in brackets. */
  readonly entreParentheses?: true;
}

/** A quarter that a text names without its commune, of the only one that the action touches. */
export function quarterOfOnly(commune: string, nom: string, debut: number): QuartierNomme {
  const fin = debut + nom.length;
  const candidats = [{ id: commune, libelle: '' }];
  const mention: Mention = { type: 'commune', debut, fin, texte: nom, candidats };
  return { nom: clean(nom), debut, fin, commune, mention };
}

/** Quarters named with their commune in a block; a territory field may leave the word « quartier » out. */
export function quartersIn(contexte: Contexte, bloc: Bloc, dansChamp = false): QuartierNomme[] {
  const { texte } = bloc;
  if (!dansChamp && !INDICE.test(texte)) return [];
  const liste = LISTE.exec(texte);
  const debutListe = liste === null ? Infinity : liste.index + liste[0].length;
  const trouves: QuartierNomme[] = [];
  let fin = 0;
  let precedente: Mention | undefined;
  for (const mention of communesOf(contexte, bloc, dansChamp)) {
    const apres = dansChamp ? readAfter(contexte, texte.slice(mention.fin)) : null;
    const depart = Math.max(fin, mention.debut - 100);
    const suit = precedente !== undefined && trouves.at(-1)?.mention === precedente;
    const devant = texte.slice(depart, mention.debut);
    const avant =
      mention.debut >= debutListe
        ? EN_LISTE.exec(texte.slice(Math.max(fin, debutListe - 1), mention.debut))
        : (readBefore(devant, { dansChamp, suit }) ??
          (dansChamp ? readBare(contexte, devant) : null));
    if (apres?.[1] !== undefined) {
      const dedans = split(mention, texte.indexOf(apres[1], mention.fin), apres[1]);
      trouves.push(...dedans.map((q) => ({ ...q, entreParentheses: true as const })));
    } else if (avant?.[1] !== undefined) {
      trouves.push(...split(mention, texte.lastIndexOf(avant[1], mention.debut), avant[1]));
    }
    fin = mention.fin;
    precedente = mention;
  }
  return trouves;
}

/** « (Les Minguettes) », « (Beauval) »: unless the brackets hold the name of another place. */
function readAfter(contexte: Contexte, apres: string) {
  const avecTete = APRES.exec(apres) ?? APRES_GENRE.exec(apres);
  if (avecTete !== null) return avecTete;
  const nu = APRES_NU.exec(apres);
  return nu !== null && isBareName(contexte, nu[1] ?? '') ? nu : null;
}

/** « Kermoysan à », « Étouvie ( »: names without « quartier » nor article, that are of nothing else. */
function readBare(contexte: Contexte, avant: string) {
  const nu = NU.exec(avant);
  if (nu === null) return null;
  const noms = (nu[1] ?? '').split(/\s+et\s+/);
  return noms.every((nom) => isBareName(contexte, nom)) ? nu : null;
}

/** True for a name that is neither a building, a common word, nor another place, scheme or organisation. */
export function isBareName(contexte: Contexte, nom: string): boolean {
  const { annee, departement, gazetteer, vocabulaire } = contexte;
  const plie = fold(nom);
  if (vocabulaire.batiment.test(plie)) return false;
  if (gazetteer.referentiels.motsCourants?.has(plie) === true) return false;
  const lieux = gazetteer.mentions(nom, {
    annee,
    mode: 'document',
    types: ['commune', 'departement', 'intercommunalite', 'dispositif', 'organisme'],
    ...(departement === null ? {} : { departement: departement.code }),
  });
  // « (Saint-Exupéry) » is a quarter here, whatever a commune elsewhere is called.
  const ailleurs = (id: string | undefined): boolean => {
    const commune = gazetteer.commune(id ?? '');
    return commune !== undefined && commune.departement !== departement?.code;
  };
  return lieux.every((l) => ailleurs(l.candidats[0]?.id));
}

function readBefore(avant: string, lecture: { dansChamp: boolean; suit: boolean }) {
  return (
    EN_TEXTE.exec(avant) ??
    (lecture.dansChamp ? (AVANT_VIRGULE.exec(avant) ?? EN_TETE.exec(avant)) : null) ??
    (lecture.suit ? SUITE.exec(avant) : null) ??
    (lecture.dansChamp ? EN_CHAMP.exec(avant) : null)
  );
}

/** Communes of a block, each sure. */
export function communesOf(contexte: Contexte, bloc: Bloc, dansChamp = false): Mention[] {
  const { annee, departement, gazetteer } = contexte;
  const champ = dansChamp ? { champ: true as const } : {};
  const options = { annee, mode: 'document', types: ['commune'], ...champ } as const;
  return gazetteer
    .mentions(
      bloc.texte,
      departement === null ? options : { ...options, departement: departement.code },
    )
    .filter((m) => m.candidats.length === 1 && !NUMERO.test(bloc.texte.slice(m.fin)));
}

/** « Dame Blanche nord et Muette »: each name alone, without « quartier » nor its article. */
export function split(mention: Mention, debut: number, noms: string): QuartierNomme[] {
  const commune = mention.candidats[0]?.id ?? '';
  let place = debut;
  return noms.split(/(\s*,\s*|\s+et\s+)/).flatMap((brut, i) => {
    const tete = TETE.exec(brut)?.[0].length ?? 0;
    const nom = brut.slice(tete).trimEnd();
    const position = place + tete;
    place += brut.length;
    if (i % 2 === 1 || nom.length < 2 || !/^[\p{Lu}\d]/u.test(nom)) return [];
    return [{ nom: clean(nom), debut: position, fin: position + nom.length, commune, mention }];
  });
}

/** TOUCHE and SITUE_DANS of a quarter: the official one, or one known by its printed name. */
export function assertQuartier(
  contexte: Contexte,
  action: string,
  bloc: Bloc,
  q: QuartierNomme,
  origine: 'champ' | 'texte',
): void {
  const id =
    contexte.gazetteer.quartier(q.nom, [q.commune])?.id ??
    `quartier:${localId(q.commune)}-${slug(q.nom.replace(ARTICLE, ''))}`;
  const connu = contexte.gazetteer.referentiels.quartiers.some((r) => r.id === id);
  const preuves = proofs(contexte, bloc, q.debut, q.fin);
  const bornes = [Math.min(q.debut, q.mention.debut), Math.max(q.fin, q.mention.fin)] as const;
  const situe = proofs(contexte, bloc, ...bornes);
  const { registre } = contexte;
  if (!connu) {
    registre.propriete(id, 'nom', q.nom, preuves, 'quartier@1');
    registre.propriete(id, 'nature', 'quartier nommé', preuves, 'quartier@1');
  }
  registre.relation('SITUE_DANS', id, q.commune, situe, 'quartier@1');
  registre.relation('TOUCHE', action, id, situe, 'quartier@1', { proprietes: { origine } });
}
