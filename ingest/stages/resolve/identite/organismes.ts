import { compareCommunes } from './lieux.js';
import {
  contains,
  isInitials,
  isMistyped,
  isShuffled,
  isSigle,
  significant,
  words,
} from './mots.js';
import { only, readExact, splitDepartement } from './noms.js';
import type { Cadre, Verdict } from './types.js';
import { different, meme, proposer } from './types.js';

/**
 * What a name of organisation is reduced to: two names with one key are one organisation.
 * `connu` of the seeds, `ville` a commune, `epci` an intercommunalité, `nom` what its words say.
 */
export interface CleOrganisme {
  readonly genre: 'connu' | 'ville' | 'epci' | 'nom';
  readonly cle: string;
  /** The name without article, quotes, nor the sigle that brackets repeat. */
  readonly nom: string;
  /** The sigle that brackets give. */
  readonly sigle?: string;
  readonly departement?: string;
}

const ARTICLE = /^[\s«"“]*(?:l[ea]s?\s+(?=\S)|l[’']\s?)?/i;
const PARENTHESE = /\s*\(([^()]{1,80})\)\s*$/;

/** Reads a name of organisation. */
export function keyOfOrganisme(imprime: string, cadre: Cadre): CleOrganisme {
  const lieu = splitDepartement(imprime, cadre);
  const base = lieu.nom
    .replace(ARTICLE, '')
    .replace(/[\s»"”]+$/, '')
    .replace(/[«»"“”]/g, '')
    .trim();
  const remarque = PARENTHESE.exec(base)?.[1] ?? '';
  const tete = base.replace(PARENTHESE, '');
  const [sigle, nom] = isSigle(remarque)
    ? [remarque, tete]
    : isSigle(tete) && isInitials(tete, remarque)
      ? [tete, remarque]
      : [undefined, remarque === '' ? tete : base];
  const commun = {
    nom,
    ...(sigle === undefined ? {} : { sigle }),
    ...(lieu.departement === undefined ? {} : { departement: lieu.departement }),
  };
  return { ...commun, ...identify(nom, sigle, cadre, lieu.departement) };
}

function identify(
  nom: string,
  sigle: string | undefined,
  cadre: Cadre,
  departement: string | undefined,
): Pick<CleOrganisme, 'genre' | 'cle'> {
  const ville = townOf(nom, cadre);
  if (ville !== undefined) return { genre: 'ville', cle: `ville:${ville}` };
  for (const forme of [nom, ...(sigle === undefined ? [] : [sigle])]) {
    const id = only(readExact(forme, 'organisme', cadre, departement));
    if (id !== undefined) return { genre: 'connu', cle: id };
  }
  const groupement = only(readExact(nom, 'intercommunalite', cadre));
  if (groupement !== undefined) return { genre: 'epci', cle: groupement };
  return { genre: 'nom', cle: expand(nom, cadre).join(' ') };
}

/** The commune of « Ville de X », « Mairie du X »: its id, or its words when several have that name. */
function townOf(nom: string, cadre: Cadre): string | undefined {
  const [tete = '', lien = ''] = words(nom);
  if (!cadre.organismes.municipal.has(tete) || !/^(?:de|du|des|d)$/.test(lien)) return undefined;
  const texte = nom.replace(/^\s*\S+\s+/, '');
  const commune = texte
    .replace(/^du\s+/i, 'Le ')
    .replace(/^des\s+/i, 'Les ')
    .replace(/^de la\s+/i, 'La ')
    .replace(/^(?:de l[’']\s?)/i, "L'")
    .replace(/^(?:de\s+|d[’']\s?)/i, '');
  for (const essai of [commune, texte.replace(/^(?:de\s+|d[’']\s?|du\s+|des\s+)/i, '')]) {
    const id = only(readExact(essai, 'commune', cadre));
    if (id !== undefined) return id;
  }
  return significant(commune).join(' ');
}

/** Significant words, the sigle of a head opened: « CCAS de Sarcelles » -> « centre communal action sociale sarcelle ». */
function expand(nom: string, cadre: Cadre): string[] {
  const [tete = '', ...suite] = words(nom);
  const longue = cadre.organismes.tetes.get(tete);
  return significant((longue === undefined ? [tete, ...suite] : [...longue, ...suite]).join(' '));
}

/** Two names of organisations. What names a place never joins another place: « Mission locale de X » and « de Y ». */
export function compareOrganismes(a: string, b: string, cadre: Cadre): Verdict {
  const [x, y] = [keyOfOrganisme(a, cadre), keyOfOrganisme(b, cadre)];
  if (x.cle === y.cle && x.cle !== '') return sameKey(x, y, a, b, cadre);
  if (x.genre === 'connu' && y.genre === 'connu') return compareKnown(x, y);
  if (x.genre === 'ville' && y.genre === 'ville') return compareCommunes(x.nom, y.nom, cadre);
  if (x.genre === 'epci' && y.genre === 'epci') return different('epci-differents');
  if (x.sigle !== undefined && x.sigle === y.sigle) return proposer('organisme-sigle');
  if ((isSigle(x.nom) && isInitials(x.nom, y.nom)) || (isSigle(y.nom) && isInitials(y.nom, x.nom)))
    return proposer('organisme-initiales');
  if (x.sigle === y.nom || y.sigle === x.nom) return proposer('organisme-sigle');
  return compareWords(x, y, cadre);
}

function sameKey(x: CleOrganisme, y: CleOrganisme, a: string, b: string, cadre: Cadre): Verdict {
  const departements = [x.departement, y.departement].filter((d) => d !== undefined);
  if (departements.length === 2 && departements[0] !== departements[1])
    return different('organisme-departements');
  if (departements.length === 1 && x.genre === 'nom') return proposer('organisme-departement');
  if (x.genre !== 'nom') return meme(`organisme-${x.genre}`);
  // one word written as a sigle and as a word may be two things
  if (isSigle(x.nom) !== isSigle(y.nom) && words(a).length === 1 && words(b).length === 1)
    return proposer('organisme-casse');
  return isVague(x, cadre) ? proposer('organisme-vague') : meme('organisme-nom');
}

/**
 * The key under which ingest joins organisations: names with one key are those that `compareOrganismes`
 * calls the same. Undefined for a name that joins no other (« Mission locale » alone).
 */
export function joinKey(imprime: string, cadre: Cadre): string | undefined {
  const lu = keyOfOrganisme(imprime, cadre);
  if (lu.cle === '') return undefined;
  if (lu.genre !== 'nom') return lu.cle;
  if (isVague(lu, cadre)) return undefined;
  const casse = isSigle(lu.nom) && !lu.cle.includes(' ') ? 'sigle' : 'nom';
  return `${casse}:${lu.cle}:${lu.departement ?? ''}`;
}

function isVague({ cle }: CleOrganisme, cadre: Cadre): boolean {
  return cle.split(' ').every((m) => cadre.organismes.generiques.has(m));
}

/** « CAF » without its département may be any: `organisme:x` and `organisme:x-95`. */
function compareKnown(x: CleOrganisme, y: CleOrganisme): Verdict {
  const [court, long] = x.cle.length < y.cle.length ? [x.cle, y.cle] : [y.cle, x.cle];
  const suite = long.startsWith(`${court}-`) ? long.slice(court.length + 1) : '';
  return /^(?:\d{2,3}|2[ab])$/.test(suite)
    ? proposer('organisme-sans-departement')
    : different('organismes-differents');
}

function compareWords(x: CleOrganisme, y: CleOrganisme, cadre: Cadre): Verdict {
  const [mx, my] = [expand(x.nom, cadre), expand(y.nom, cadre)];
  if (differentPlaces(x.nom, y.nom, cadre)) return different('organisme-lieux');
  const chiffres = (mots: readonly string[]) => mots.filter((m) => /\d/.test(m)).join(' ');
  if (chiffres(mx) !== chiffres(my)) return different('organisme-numeros');
  if (isMistyped(mx, my)) return proposer('organisme-faute');
  if (isShuffled(mx, my)) return proposer('organisme-ordre');
  const [long, court] = mx.length > my.length ? [mx, my] : [my, mx];
  if (contains(long, court) && court.some((m) => !cadre.organismes.generiques.has(m)))
    return proposer('organisme-abrege');
  if (contains(long, court) && court.length > 1) return proposer('organisme-abrege');
  return different('organismes-differents');
}

/** True when both names hold a place and share none. */
function differentPlaces(a: string, b: string, cadre: Cadre): boolean {
  const [x, y] = [placesIn(a, cadre), placesIn(b, cadre)];
  return x.size > 0 && y.size > 0 && ![...x].some((id) => y.has(id));
}

function placesIn(nom: string, { gazetteer, annee, departement }: Cadre): Set<string> {
  const lieu = departement === undefined ? {} : { departement };
  const mentions = gazetteer.mentions(nom, {
    annee: annee ?? 2012,
    mode: 'document',
    types: ['commune', 'intercommunalite', 'departement'],
    ...lieu,
  });
  return new Set(mentions.flatMap((m) => m.candidats.map((c) => c.id)));
}
