import { fold } from '../../../../src/french/fold.js';
import { contains, isTypo, significant } from './mots.js';
import { keyOfOrganisme } from './organismes.js';
import type { Cadre, Verdict } from './types.js';
import { different, meme, proposer } from './types.js';

/** A person's name taken apart. Folded words, hyphens opened. */
export interface NomPersonne {
  /** All its words in the order printed: two names with the same are one name. */
  readonly cle: string;
  readonly prenom: readonly string[];
  readonly famille: readonly string[];
  /** The other family name that « née » or « épouse » gives. */
  readonly autre: readonly string[];
  /** `f` or `m` as the title of civility printed says it; nothing is guessed. */
  readonly civilite?: 'f' | 'm';
}

/** What is said of a person beside their name. */
export interface Qualites {
  readonly fonctions: readonly string[];
  /** Keys of organisations (`keyOfOrganisme`). */
  readonly organismes: ReadonlySet<string>;
}

const CIVILITE =
  /^\s*(?:(M\.|Mr\.?|Monsieur)|(Mme\.?|Mlle\.?|Madame|Mademoiselle)|(?:Dr\.?|Docteure?|Pr\.?|Professeure?|Me|Maître))\s+/;
const PARTICULES = new Set('de du des d la le les l el al ben bin van von der da di'.split(' '));
const NEE = /[\s,(]+(?:née?|épouse|ép\.|veuve)\s+([\p{L}’' -]+?)\s*\)?\s*(?=,|$)/u;

/** Reads a person as printed: « Mme Claire Dupont, sociologue, CNRS ». */
export function readPersonne(
  imprime: string,
  cadre: Cadre,
): { nom: NomPersonne; qualites: Qualites } {
  const autre = NEE.exec(imprime)?.[1] ?? '';
  const texte = imprime.replace(NEE, '').trim();
  const coupe = /[,;:(]|\s[–—-]\s/.exec(texte)?.index ?? texte.length;
  const parties = texte
    .slice(coupe)
    .split(/[,;:()]|\s[–—-]\s/)
    .map((p) => p.trim())
    .filter((p) => p !== '');
  return {
    nom: readNom(texte.slice(0, coupe), autre, cadre),
    qualites: readQualites(parties, cadre),
  };
}

/** Reads a name of person; `autre` is the family name of « née ». */
export function readNom(imprime: string, autre: string, cadre: Cadre): NomPersonne {
  const titre = CIVILITE.exec(imprime);
  const brut = imprime.slice(titre?.[0].length ?? 0).trim();
  const mots = brut.split(/\s+/).filter((m) => m !== '');
  const [prenom, famille] = splitMots(mots, titre !== null, cadre);
  const civilite = titre?.[1] !== undefined ? 'm' : titre?.[2] !== undefined ? 'f' : undefined;
  return {
    cle: split(brut).join(' '),
    prenom: prenom.flatMap(split),
    famille: famille.flatMap(split),
    autre: split(autre),
    ...(civilite === undefined ? {} : { civilite }),
  };
}

function split(mot: string): string[] {
  return fold(mot)
    .split(/[^a-z0-9]+/)
    .filter((m) => m !== '');
}

/** Family names in capitals beside others that are not; else first names first. */
function splitMots(mots: readonly string[], titre: boolean, cadre: Cadre): [string[], string[]] {
  const capitales = mots.map((m) => m.length > 1 && !/\./.test(m) && m === m.toUpperCase());
  const premieres = mots.map((m) => /^\p{Lu}\p{Ll}/u.test(m) || /\./.test(m));
  if (capitales.includes(true) && premieres.includes(true)) {
    const estFamille = (m: string, i: number) =>
      capitales[i] === true || PARTICULES.has(fold(m).replace(/[^a-z]/g, ''));
    return [mots.filter((m, i) => !estFamille(m, i)), mots.filter(estFamille)];
  }
  if (mots.length === 1)
    return titre || !isPrenom(mots[0] ?? '', cadre) ? [[], [...mots]] : [[...mots], []];
  let n = 0;
  while (n < mots.length - 1 && (isPrenom(mots[n] ?? '', cadre) || isInitial(mots[n] ?? '')))
    n += 1;
  if (n === 0) {
    // « Dupont Claire »: the first name last; « Zorica Vitez »: a first name that no list knows
    const fin = isPrenom(mots.at(-1) ?? '', cadre);
    if (titre && PARTICULES.has(fold(mots[0] ?? ''))) return [[], [...mots]];
    return fin ? [mots.slice(-1), mots.slice(0, -1)] : [mots.slice(0, 1), mots.slice(1)];
  }
  return [mots.slice(0, n), mots.slice(n)];
}

function isInitial(mot: string): boolean {
  return /^\p{Lu}\.?(?:[-\s]?\p{Lu}\.?)?$/u.test(mot);
}

function isPrenom(mot: string, { gazetteer }: Cadre): boolean {
  const { prenoms } = gazetteer.referentiels;
  return (
    prenoms.has(fold(mot)) ||
    (mot.includes('-') && mot.split('-').every((m) => prenoms.has(fold(m))))
  );
}

/** Functions start with a small letter, organisations with a capital. */
export function readQualites(parties: readonly string[], cadre: Cadre): Qualites {
  const fonctions = parties.filter((p) => /^\p{Ll}/u.test(p) && !/^l[’']/.test(p));
  const nommes = parties.filter((p) => !fonctions.includes(p));
  const organismes = [...nommes, ...fonctions.flatMap((f) => structureOf(f))];
  return {
    fonctions,
    organismes: new Set(
      organismes.map((o) => keyOfOrganisme(o, cadre).cle).filter((c) => c !== ''),
    ),
  };
}

/** « directrice de la CAF du Val-d'Oise », « maire de Garges »: what follows the function, from its first capital. */
function structureOf(fonction: string): string[] {
  const structure =
    /\s(?:de la|de l[’']\s?|du|des|de|d[’']|à la|à l[’']\s?|au|à|chez|pour)\s*(?=\p{Lu})(.+)$/u.exec(
      fonction,
    )?.[1];
  return structure === undefined ? [] : [structure];
}

/** Functions that many have: without their organisation they tell nobody apart. Folded. */
const GENERIQUES =
  /^(?:direct(?:eur|rice|ion)|president|presidente|vice|maire|adjoint|adjointe|elu|elue|charge|chargee|mission|chef|cheffe|projet|coordinat(?:eur|rice)|responsable|consultant|consultante|animat(?:eur|rice)|delegue|deleguee|conseiller|conseillere|secretaire|general|generale|membre|representant|representante|formateur|formatrice|intervenant|intervenante|agent|technicien|technicienne|service|association|departement|ville|municipal|municipale|developpement|social|sociale|local|locale)$/;

/** True when nothing is said that tells a person from another of the same name: « directeur » is many people. */
export function isBare({ fonctions, organismes }: Qualites): boolean {
  return organismes.size === 0 && !fonctions.some(isTrade);
}

function isTrade(fonction: string): boolean {
  return significant(fonction).some((m) => !GENERIQUES.test(m));
}

/** Whether what is said of two people of one name agrees, disagrees, or tells nothing. */
export function compareQualites(a: Qualites, b: Qualites): 'accord' | 'desaccord' | 'rien' {
  if (isBare(a) || isBare(b)) return 'rien';
  if ([...a.organismes].some((o) => b.organismes.has(o))) return 'accord';
  return a.fonctions.some((f) => b.fonctions.some((g) => functionsAgree(f, g)))
    ? 'accord'
    : 'desaccord';
}

/** Equal, or one within the other, with a word that says a trade. */
function functionsAgree(f: string, g: string): boolean {
  const [x, y] = [significant(f), significant(g)];
  const [court, long] = x.length <= y.length ? [x, y] : [y, x];
  return court.some((m) => !GENERIQUES.test(m)) && court.every((m) => long.includes(m));
}

/** Two people as printed. A name alone never joins: it is proposed. */
export function comparePersonnes(a: string, b: string, cadre: Cadre): Verdict {
  const [x, y] = [readPersonne(a, cadre), readPersonne(b, cadre)];
  const noms = compareNoms(x.nom, y.nom, cadre);
  if (noms !== 'egaux') return noms;
  switch (compareQualites(x.qualites, y.qualites)) {
    case 'accord':
      return meme('nom-et-qualite');
    case 'desaccord':
      return proposer('homonyme');
    case 'rien':
      return proposer('nom-seul');
  }
}

/** `egaux` for one name, accents and capitals aside; else what the difference says. */
export function compareNoms(a: NomPersonne, b: NomPersonne, cadre: Cadre): Verdict | 'egaux' {
  if (a.civilite !== undefined && b.civilite !== undefined && a.civilite !== b.civilite)
    return different('civilites-differentes');
  if (a.cle === b.cle && a.prenom.length > 0) return 'egaux';
  const prenoms = comparePrenoms(a.prenom, b.prenom, cadre);
  const familles = compareFamilles(a, b);
  if (prenoms === 'non')
    return isSwapped(a, b) ? proposer('nom-inverse') : different('prenoms-differents');
  if (familles === 'non') return different('noms-differents');
  if (prenoms === 'faute' && familles === 'faute') return different('noms-differents');
  return proposer(prenoms === 'egal' ? `famille-${familles}` : `prenom-${prenoms}`);
}

function isSwapped(a: NomPersonne, b: NomPersonne): boolean {
  return [...a.cle.split(' ')].sort().join(' ') === [...b.cle.split(' ')].sort().join(' ');
}

function comparePrenoms(
  a: readonly string[],
  b: readonly string[],
  cadre: Cadre,
): 'egal' | 'initiale' | 'absent' | 'compose' | 'faute' | 'non' {
  if (a.length === 0 || b.length === 0) return a.length === b.length ? 'egal' : 'absent';
  if (a.join(' ') === b.join(' ')) return 'egal';
  const [court, long] = a.length <= b.length ? [a, b] : [b, a];
  const initiales = (x: readonly string[], y: readonly string[]) =>
    x.every((m, i) => m === y[i] || (m.length === 1 && y[i]?.[0] === m));
  if (court.every((m) => m.length === 1) && initiales(court, long)) return 'initiale';
  if (long.every((m) => m.length === 1) && initiales(long.slice(0, court.length), court))
    return 'initiale';
  if (court.length < long.length && court.every((m) => long.includes(m))) return 'compose';
  if (a.length === b.length && (initiales(a, b) || initiales(b, a))) return 'initiale';
  const connus = [a, b].every((p) => p.every((m) => cadre.gazetteer.referentiels.prenoms.has(m)));
  return !connus && isTypo(a.join(''), b.join('')) ? 'faute' : 'non';
}

function compareFamilles(
  a: NomPersonne,
  b: NomPersonne,
): 'egale' | 'double' | 'particule' | 'mariage' | 'faute' | 'non' {
  const [x, y] = [a.famille.join(' '), b.famille.join(' ')];
  if (x === y && x !== '') return 'egale';
  const sans = (mots: readonly string[]) => mots.filter((m) => !PARTICULES.has(m));
  const [nx, ny] = [sans(a.famille), sans(b.famille)];
  if (nx.length > 0 && nx.join('') === ny.join('')) return 'particule';
  if (a.famille.join('') === b.famille.join('') && x !== '') return 'particule';
  const [long, court] = nx.length >= ny.length ? [nx, ny] : [ny, nx];
  if (contains(long, court)) return 'double';
  const autres = [sans(a.autre).join(' '), sans(b.autre).join(' ')];
  if (autres.some((n) => n !== '' && (n === nx.join(' ') || n === ny.join(' ')))) return 'mariage';
  if (autres[0] !== '' && autres[0] === autres[1]) return 'mariage';
  return isTypo(nx.join(''), ny.join('')) ? 'faute' : 'non';
}
