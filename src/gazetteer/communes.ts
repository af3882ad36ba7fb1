import type { Contexte } from './context.js';
import { Avant, dansGroupement, ecrit, estPropre, estSoude } from './context.js';
import type { FormeDe } from './forms.js';
import { nameKey } from './lexicon.js';
import { estFrancilienne } from './lexicons.js';
import { debutLocal, estElement, estLocale, estVilleLocale } from './locales.js';
import { departementApres } from './places.js';
import type { Candidat, Commune, ReglesLieux } from './types.js';

type Forme = FormeDe<'commune'>;

/** Smaller communes outside Île-de-France need a clue. */
const POPULATION_CONNUE = 20_000;
/** Smaller one-word communes of another département of Île-de-France too. */
const POPULATION_BOURG = 2_000;
/** Former names older than this, in years, too. */
const NOM_OUBLIE = 25;
/** A homograph this many times more populous is the one meant, within Île-de-France. */
const PREPONDERANCE = 20;
const AMBIGUS_MAX = 8;

/** A commune that may be named; `sure: false` asks for another commune beside it. */
export interface LectureCommune {
  readonly candidats: readonly Candidat[];
  readonly sure: boolean;
}

const PREPOSITION = 'a';

/** Between the head of a grouping's name and the name: « de la », « de l' ». */
const LIENS = new Set(['de', 'du', 'des', 'd', 'la', 'le', 'les', 'l']);
const LIENS_MAX = 2;
/** « 3e arrondissement de Lyon » is in Lyon. */
const ORDINAL = /^(?:\d+(?:er|e|eme|ème)?|premier|deuxième|troisième)$/i;

/** Decides when words are the name of a commune (data: `seeds/gazetteers/regles.yml`). */
export class LecteurCommunes {
  readonly #indices: Avant;
  readonly #indicesQuestion: Avant;
  readonly #contre: Avant;
  readonly #groupements: Avant;
  /** CA, CC, EPT: in capitals, or they are other words. */
  readonly #sigles: ReadonlySet<string>;
  readonly #homographes: ReadonlySet<string>;

  constructor(regles: ReglesLieux | undefined) {
    this.#indices = new Avant(regles?.indices ?? []);
    this.#indicesQuestion = new Avant([
      ...(regles?.indices ?? []),
      ...(regles?.indicesQuestion ?? []),
    ]);
    this.#contre = new Avant(regles?.contreIndices ?? []);
    this.#groupements = new Avant(regles?.groupements ?? []);
    this.#sigles = new Set(
      (regles?.groupements ?? []).filter((g) => g === g.toUpperCase()).map(nameKey),
    );
    this.#homographes = new Set((regles?.homographes ?? []).map(nameKey));
  }

  /** What the words from one token to another name among these forms; undefined when they are no commune. */
  read(
    c: Contexte,
    debut: number,
    fin: number,
    formes: readonly Forme[],
  ): LectureCommune | undefined {
    if (!estPropre(c, debut, fin) || estSoude(c, debut, fin) || this.#estAutreChose(c, debut, fin))
      return undefined;
    const indices = c.options.mode === 'question' ? this.#indicesQuestion : this.#indices;
    const numero = departementApres(c, fin);
    const indice = numero ?? indices.find(c.texte, c.jetons, debut);
    const seul = ecrit(c, debut, fin) === c.nu;
    const dites = formes.filter((f) => f.commune.departement === numero);
    const possibles = (dites.length > 0 ? dites : formes).filter(
      (f) => articlePresent(c, debut, f) && debutConnu(c, f),
    );
    const locale = numero === undefined ? debutLocal(c, possibles) : undefined;
    if (locale !== undefined) return { candidats: rangerCommunes(c, [locale]), sure: true };
    const cle = c.jetons
      .slice(debut, fin)
      .map((j) => j.forme)
      .join(' ');
    const connues = possibles.filter((f) => estConnue(f.commune) || estLocale(c, f.commune));
    const surs = possibles.filter((f) => {
      // « Champigny » is Champigny-sur-Marne after a clue, alone, or beside another commune.
      if (f.partielle === true && c.options.mode === 'document')
        return indice !== undefined || seul;
      if (!this.#indiceExige(c, cle, f) || estVilleLocale(c, debut, fin, f)) return true;
      if (estElement(c, debut, fin) && this.#suffitEnListe(c, cle, f)) return true;
      if (estMotDeQuestion(c, cle, f)) return false;
      if (seul) return connues.length === 0 || connues.includes(f);
      const prenom = c.ref.prenoms.has(cle) && c.options.mode === 'document';
      return indice !== undefined && !(indice === PREPOSITION && prenom);
    });
    if (surs.length > 0) return { candidats: rangerCommunes(c, surs), sure: true };
    return connues.length > 0 ? { candidats: rangerCommunes(c, connues), sure: false } : undefined;
  }

  #indiceExige(c: Contexte, cle: string, f: Forme): boolean {
    const { commune } = f;
    if (!estFrancilienne(commune) && !estLocale(c, commune)) {
      const mot = this.#homographes.has(cle) || c.ref.motsCourants?.has(cle) === true;
      return commune.population < POPULATION_CONNUE || mot;
    }
    if (c.options.mode === 'question') {
      return (
        !cle.includes(' ') && (c.ref.motsCourants?.has(cle) === true || this.#homographes.has(cle))
      );
    }
    if (this.#homographes.has(cle)) return true;
    if (cle.includes(' ')) return false;
    const oublie = f.ancien?.jusqu != null && f.ancien.jusqu < c.options.annee - NOM_OUBLIE;
    return (
      oublie ||
      (commune.population < POPULATION_BOURG && commune.departement !== c.options.departement)
    );
  }

  /** « Blois, Vendôme » in a field of places: a town, or a name that is no word of a small commune. */
  #suffitEnListe(c: Contexte, cle: string, f: Forme): boolean {
    if (f.partielle === true || f.ancien !== undefined) return false;
    if (f.commune.population >= POPULATION_CONNUE) return true;
    const mot = this.#homographes.has(cle) || c.ref.motsCourants?.has(cle) === true;
    return !mot && f.commune.population >= POPULATION_BOURG;
  }

  /** « métropole de Lyon », « CA de Meaux »: a territory larger than the commune of this name. */
  #estGroupement(c: Contexte, debut: number): boolean {
    let tete = debut;
    while (debut - tete < LIENS_MAX && LIENS.has(c.jetons[tete - 1]?.forme ?? '')) tete -= 1;
    const phrase = this.#groupements.find(c.texte, c.jetons, tete);
    if (phrase === undefined) return false;
    const premier = tete - phrase.split(' ').length;
    if (this.#sigles.has(phrase) && !/^\p{Lu}+$/u.test(c.jetons[premier]?.brut ?? '')) return false;
    return !ORDINAL.test(c.jetons[premier - 1]?.brut ?? '');
  }

  /** A street, a person (« Patrick Gonesse », « Gonesse (Patrick) », « P. Gonesse »), a firm. */
  #estAutreChose(c: Contexte, debut: number, fin: number): boolean {
    if (this.#contre.find(c.texte, c.jetons, debut) !== undefined) return true;
    if (this.#estGroupement(c, debut) || dansGroupement(c, debut, fin)) return true;
    if (fin - debut > 1) return false;
    const avant = c.jetons[debut - 1];
    const entre = c.texte.slice(avant?.fin ?? 0, c.jetons[debut]?.debut ?? 0);
    if (avant?.capitale === true) {
      const sainte = /^saintes?$/.test(c.jetons[debut - 2]?.forme ?? '');
      const prenom = c.ref.prenoms.has(avant.forme) && /^[ \u00a0\n]{1,2}$/.test(entre) && !sainte;
      if (prenom || (avant.brut.length === 1 && /^\.[ \u00a0]?$/.test(entre))) return true;
    }
    const apres = c.jetons[fin];
    const suite = c.texte.slice(c.jetons[fin - 1]?.fin ?? 0, (apres?.fin ?? 0) + 1);
    return (
      apres?.capitale === true && c.ref.prenoms.has(apres.forme) && /^\s*\([^()]*\)$/.test(suite)
    );
  }
}

/** True for a commune of Île-de-France, or a town. */
export function estConnue(commune: Commune): boolean {
  return estFrancilienne(commune) || commune.population >= POPULATION_CONNUE;
}

/**
 * « à la campagne », « de champs »: in a question, where capitals say nothing, a common word
 * is neither a small commune from elsewhere nor the beginning of a name.
 */
function estMotDeQuestion(c: Contexte, cle: string, f: Forme): boolean {
  const douteuse = f.partielle === true || !estConnue(f.commune);
  return douteuse && c.options.mode === 'question' && c.ref.motsCourants?.has(cle) === true;
}

/** « Thillay » is Le Thillay after « du » or « au »; a question may leave any article out. */
function articlePresent(c: Contexte, debut: number, f: Forme): boolean {
  if (f.sansArticle === undefined) return true;
  const mot = c.jetons[debut]?.forme ?? '';
  if (c.options.mode === 'question')
    return mot.length >= 5 && c.ref.motsCourants?.has(mot) !== true;
  const avant = c.jetons[debut - 1]?.forme ?? '';
  return (
    (f.sansArticle === 'le' ? ['du', 'au'] : ['des', 'aux']).includes(avant) &&
    f.sansArticle !== 'autre'
  );
}

/** The beginning of a name stands for it in a question, and in a document within its own département. */
function debutConnu(c: Contexte, f: Forme): boolean {
  if (f.partielle !== true) return true;
  if (c.options.mode === 'question') return estFrancilienne(f.commune);
  return f.commune.departement === c.options.departement;
}

/** The likeliest first; one only when the département or the population decides. */
export function rangerCommunes(c: Contexte, formes: readonly Forme[]): Candidat[] {
  const dept = c.options.departement;
  const parId = new Map<string, Forme>();
  for (const f of formes) {
    if (parId.get(f.commune.id)?.ancien === undefined && parId.has(f.commune.id)) continue;
    parId.set(f.commune.id, f);
  }
  const rang = (f: Forme): number =>
    (f.commune.departement === dept ? 4 : 0) +
    (estFrancilienne(f.commune) ? 2 : 0) +
    (f.ancien === undefined ? 1 : 0);
  const tries = [...parId.values()].sort(
    (a, b) => rang(b) - rang(a) || b.commune.population - a.commune.population,
  );
  const locaux = tries.filter((f) => f.commune.departement === dept);
  const gardes = locaux.length === 1 ? locaux : (voisine(c, tries) ?? prepondere(tries));
  return gardes.slice(0, AMBIGUS_MAX).map(candidat);
}

/** The only homograph of the départements around, unless a far more populous one is meant. */
function voisine(c: Contexte, tries: readonly Forme[]): readonly Forme[] | undefined {
  if (c.options.mode === 'question') return undefined;
  const autour = c.ref.voisins?.get(c.options.departement ?? '');
  const proches = tries.filter((f) => autour?.has(f.commune.departement));
  const [seule, autre] = proches;
  if (seule === undefined || autre !== undefined) return undefined;
  const dominee = tries.some(
    (f) => f.commune.population >= seule.commune.population * PREPONDERANCE,
  );
  return dominee ? undefined : [seule];
}

function prepondere(tries: readonly Forme[]): readonly Forme[] {
  const franciliennes = tries.filter((f) => estFrancilienne(f.commune));
  const [grande] = franciliennes.toSorted((a, b) => b.commune.population - a.commune.population);
  const autres = tries.filter((f) => f !== grande);
  const seule =
    grande !== undefined &&
    autres.every((f) => f.commune.population * PREPONDERANCE <= grande.commune.population);
  if (seule) return [grande];
  // The beginning of a name stands for the only commune of Île-de-France that has it.
  return grande?.partielle === true && franciliennes.length === 1 ? [grande] : tries;
}

function candidat({ commune, ancien }: Forme): Candidat {
  const base = { id: commune.id, libelle: commune.nom };
  return ancien === undefined ? base : { ...base, ancienNom: ancien.nom };
}

/** True when only a list's separator stands between two places: « Persan, Marines et Us ». */
export function estVoisin(texte: string, finA: number, debutB: number): boolean {
  return (
    debutB - finA <= 12 &&
    /^\s*(?:\([^()]{0,6}\)\s*)?(?:,|;|et|ou|&|\/|[-–—•·]|,\s*et)\s*(?:à|de|d['’]|au|du|aux)?\s*$/.test(
      texte.slice(finA, debutB),
    )
  );
}
