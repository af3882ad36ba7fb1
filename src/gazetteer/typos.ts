import { distance } from '../french/typo.js';
import { estConnue, rangerCommunes } from './communes.js';
import type { Contexte } from './context.js';
import type { Forme, FormeDe, Lecture } from './forms.js';
import { rangerIntercommunalites } from './intercommunalites.js';
import type { Lexicons } from './lexicons.js';
import type { Jeton } from './tokens.js';
import type { Dispositif, Referentiels } from './types.js';

/** Letters a name needs for one typo, and for two. */
const UNE_FAUTE = 5;
const DEUX_FAUTES = 9;
const MOTS_MAX = 7;

interface Cible {
  readonly compact: string;
  /** `letters` of it. */
  readonly lettres: number;
  readonly mots: number;
  readonly formes: readonly Forme[];
}

/** Two names joined, rather than one mistyped: « garges et gonesse ». */
const CONJONCTIONS = new Set(['et', 'ou', 'avec', 'puis']);

interface Essai {
  readonly debut: number;
  readonly fin: number;
  readonly ecart: number;
  readonly formes: readonly Forme[];
}

/** Finds mistyped names in questions: spaces and hyphens do not count, one letter may be wrong in five, two in nine. */
export class Fautes {
  readonly #lieux = new Map<number, Cible[]>();
  readonly #termes = new Map<number, Cible[]>();
  readonly #lexicon: Lexicons['lieux'];
  readonly #vocabulaire: ReadonlySet<string>;
  readonly #dispositifs: ReadonlyMap<string, Dispositif>;

  constructor(lexicons: Lexicons, ref: Referentiels) {
    this.#lexicon = lexicons.lieux;
    remplir(this.#lieux, lexicons.lieux, estCherche);
    remplir(this.#lieux, lexicons.debuts, estCherche);
    remplir(
      this.#termes,
      lexicons.termes,
      (f) => f.type === 'dispositif' && f.casse === 'libre',
      DEUX_FAUTES,
    );
    this.#dispositifs = new Map(ref.dispositifs.map((d) => [d.id, d]));
    this.#vocabulaire = new Set([
      ...(ref.motsCourants ?? []),
      ...[...lexicons.termes.keys()].flatMap((key) => key.split(' ')),
    ]);
  }

  /** Readings of every passage that a few letters turn into a name, the surest first. */
  find(c: Contexte): Lecture[] {
    const essais: Essai[] = [];
    for (let debut = 0; debut < c.jetons.length; debut += 1) {
      for (let fin = debut + 1; fin <= Math.min(c.jetons.length, debut + MOTS_MAX); fin += 1) {
        if (fin - debut > 1 && c.jetons[fin - 1]?.avant !== 'joint') break;
        essais.push(...this.#essayer(c, debut, fin));
      }
    }
    return essais
      .sort((a, b) => a.ecart - b.ecart || b.fin - b.debut - (a.fin - a.debut))
      .flatMap((e) => this.#lire(c, e));
  }

  #essayer(c: Contexte, debut: number, fin: number): Essai[] {
    const jetons = c.jetons.slice(debut, fin);
    const connu = (j: Jeton | undefined): boolean =>
      j !== undefined && (this.#vocabulaire.has(j.forme) || this.#vocabulaire.has(j.singulier));
    // Words that are all known are not mistyped, and a window does not swallow the words around a name.
    if (jetons.every(connu) && fin - debut === 1) return [];
    const bords = connu(jetons[0]) || connu(jetons.at(-1));
    const mots = bords ? jetons.length : undefined;
    // A whole name that the rules refused is no typo: « gonesse » tied by its hyphen to another word.
    const refuse = this.#lexicon.has(jetons.map((j) => j.forme).join(' '));
    const lieux =
      refuse || jetons.every(connu) || jetons.some((j) => CONJONCTIONS.has(j.forme))
        ? undefined
        : chercher(this.#lieux, jetons.map((j) => j.forme).join(''), mots);
    const termes =
      fin - debut === 1
        ? undefined
        : chercher(this.#termes, jetons.map((j) => j.singulier).join(''), mots);
    return [lieux, termes].flatMap((r) => (r === undefined ? [] : [{ debut, fin, ...r }]));
  }

  #lire(c: Contexte, { debut, fin, formes }: Essai): Lecture[] {
    const de = <T extends Forme['type']>(type: T): FormeDe<T>[] =>
      formes.filter((f): f is FormeDe<T> => f.type === type);
    const dispositifs = [...new Set(de('dispositif').map((f) => f.id))].flatMap(
      (id) => this.#dispositifs.get(id) ?? [],
    );
    const lectures: Lecture[] = [
      { type: 'commune', debut, fin, candidats: rangerCommunes(c, de('commune')) },
      {
        type: 'intercommunalite',
        debut,
        fin,
        candidats: rangerIntercommunalites(c, de('intercommunalite')),
      },
      {
        type: 'dispositif',
        debut,
        fin,
        candidats: dispositifs.map(({ id, nom }) => ({ id, libelle: nom })),
      },
    ];
    return lectures.filter((l) => l.candidats.length > 0);
  }
}

function estCherche(f: Forme): boolean {
  if (f.type === 'intercommunalite') return f.casse === 'propre';
  return f.type === 'commune' && estConnue(f.commune);
}

function remplir(
  cibles: Map<number, Cible[]>,
  lexicon: Lexicons['lieux'],
  garde: (f: Forme) => boolean,
  minimum = UNE_FAUTE,
): void {
  for (const key of lexicon.keys()) {
    const formes = lexicon.get(key).filter(garde);
    const compact = key.replaceAll(' ', '');
    if (formes.length === 0 || compact.length < minimum) continue;
    const mots = key.split(' ').length;
    const cible = { compact, lettres: letters(compact), mots, formes };
    const liste = cibles.get(compact.length);
    if (liste === undefined) cibles.set(compact.length, [cible]);
    else liste.push(cible);
  }
}

function chercher(
  cibles: ReadonlyMap<number, readonly Cible[]>,
  mot: string,
  mots: number | undefined,
): { ecart: number; formes: Forme[] } | undefined {
  const max = mot.length >= DEUX_FAUTES ? 2 : mot.length >= UNE_FAUTE ? 1 : 0;
  if (max === 0) return undefined;
  let meilleur = max;
  let formes: Forme[] = [];
  const lettres = letters(mot);
  for (let longueur = mot.length - max; longueur <= mot.length + max; longueur += 1) {
    for (const cible of cibles.get(longueur) ?? []) {
      if (mots !== undefined && cible.mots !== mots) continue;
      if (tooFar(lettres ^ cible.lettres, meilleur)) continue;
      const ecart = distance(mot, cible.compact, meilleur);
      // Two typos and another first letter: another word (« formation », « Fromont »).
      if (
        ecart > meilleur ||
        (ecart === 2 && (mot[0] !== cible.compact[0] || longueur < DEUX_FAUTES))
      )
        continue;
      if (ecart < meilleur) formes = [];
      meilleur = ecart;
      formes.push(...cible.formes);
    }
  }
  return formes.length === 0 ? undefined : { ecart: meilleur, formes };
}

/** The set of letters of a word, one bit a letter. Other characters share the bits. */
function letters(mot: string): number {
  let bits = 0;
  for (let i = 0; i < mot.length; i += 1) bits |= 1 << (mot.charCodeAt(i) % 32);
  return bits;
}

/** One typo adds a letter, removes one, or both: words that differ by more letters are further apart. */
function tooFar(differentes: number, ecart: number): boolean {
  let reste = differentes;
  for (let i = 0; i < 2 * ecart; i += 1) reste &= reste - 1;
  return reste !== 0;
}
