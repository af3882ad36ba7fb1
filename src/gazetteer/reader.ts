import type { LectureCommune } from './communes.js';
import { estVoisin, LecteurCommunes } from './communes.js';
import type { Contexte } from './context.js';
import { estPropre } from './context.js';
import type { Forme, FormeDe, Lecture } from './forms.js';
import { readIntercommunalite } from './intercommunalites.js';
import type { Lexicons } from './lexicons.js';
import { estFrancilienne } from './lexicons.js';
import { estLocale, horsRegion } from './locales.js';
import { readDepartement, readNumero, readQuartier, seSuivent } from './places.js';
import { LecteurDispositifs, readOrganisme } from './terms.js';
import type { Referentiels } from './types.js';

interface Trouve {
  readonly debut: number;
  readonly fin: number;
  readonly formes: readonly Forme[];
  readonly tiret: boolean;
}

/** Reads every passage of a text that may be a name; what overlaps is settled afterwards. */
export class Lecteur {
  readonly #lexicons: Lexicons;
  readonly #communes: LecteurCommunes;
  readonly #dispositifs: LecteurDispositifs;

  constructor(lexicons: Lexicons, ref: Referentiels) {
    this.#lexicons = lexicons;
    this.#communes = new LecteurCommunes(ref.regles);
    this.#dispositifs = new LecteurDispositifs(ref.dispositifs);
  }

  read(c: Contexte): Lecture[] {
    const trouves = this.#scan(c);
    const lectures = trouves.flatMap((t) => this.#readSimple(c, t));
    const communes = this.#readCommunes(c, trouves);
    const quartiers = trouves.flatMap((t) => {
      const formes = de(t.formes, 'quartier');
      return formes.length === 0 ? [] : (readQuartier(c, t.debut, t.fin, formes, communes) ?? []);
    });
    const numeros = c.jetons.flatMap((_, rang) => readNumero(c, rang) ?? []);
    const departements = readDepartements(c, trouves);
    // « Loire » in a programme of the Loire is not Loiré, in another département
    const sans = communes.filter((l) => !departements.some((d) => prime(c, d, l)));
    return [...lectures, ...departements, ...sans, ...quartiers, ...numeros];
  }

  #scan(c: Contexte): Trouve[] {
    const trouves: Trouve[] = [];
    const { lieux, termes, debuts } = this.#lexicons;
    for (let debut = 0; debut < c.jetons.length; debut += 1) {
      for (const lexicon of [lieux, termes, debuts]) {
        for (const { valeurs, fin, tiret } of lexicon.at(c.jetons, debut)) {
          trouves.push({ debut, fin, formes: valeurs, tiret });
        }
      }
    }
    return trouves;
  }

  #readSimple(c: Contexte, { debut, fin, formes, tiret }: Trouve): Lecture[] {
    const lectures: (Lecture | undefined)[] = [];
    const intercommunalites = de(formes, 'intercommunalite');
    if (intercommunalites.length > 0)
      lectures.push(readIntercommunalite(c, debut, fin, intercommunalites, tiret));
    if (tiret) return lectures.flatMap((l) => l ?? []);
    const organismes = de(formes, 'organisme');
    if (organismes.length > 0)
      lectures.push(readOrganisme(c, debut, fin, organismes, this.#lexicons.lieux));
    const dispositifs = de(formes, 'dispositif');
    if (dispositifs.length > 0) {
      const candidats = this.#dispositifs.read(c, debut, fin, dispositifs);
      if (candidats.length > 0) lectures.push({ type: 'dispositif', debut, fin, candidats });
    }
    for (const type of ['theme', 'public'] as const) {
      const simples = de(formes, type).filter(
        (f) => f.casse === 'libre' || estPropre(c, debut, fin),
      );
      const candidats = [
        ...new Map(simples.map(({ id, libelle }) => [id, { id, libelle }])).values(),
      ];
      if (candidats.length > 0) lectures.push({ type, debut, fin, candidats });
    }
    const masque = de(formes, 'masque').some(
      (f) => f.casse === 'libre' || estPropre(c, debut, fin),
    );
    if (masque) lectures.push({ type: 'masque', debut, fin, candidats: [] });
    return lectures.flatMap((l) => l ?? []);
  }

  /** Communes; an unsure one (« Us ») is kept when it stands in a list beside a sure one. */
  #readCommunes(c: Contexte, trouves: readonly Trouve[]): Lecture[] {
    const parPlace = new Map<
      string,
      { debut: number; fin: number; formes: FormeDe<'commune'>[] }
    >();
    for (const { debut, fin, formes, tiret } of trouves) {
      const communes = tiret ? [] : de(formes, 'commune');
      if (communes.length === 0) continue;
      const place = parPlace.get(`${debut}-${fin}`);
      if (place === undefined) parPlace.set(`${debut}-${fin}`, { debut, fin, formes: communes });
      else if (!place.formes.some((f) => suffit(c, f))) place.formes.push(...communes);
    }
    const sures: Lecture[] = [];
    let doutes: { lecture: Lecture; lue: LectureCommune }[] = [];
    for (const { debut, fin, formes } of parPlace.values()) {
      const lue = this.#communes.read(c, debut, fin, formes);
      if (lue === undefined) continue;
      const lecture: Lecture = { type: 'commune', debut, fin, candidats: lue.candidats };
      if (lue.sure) sures.push(lecture);
      else doutes.push({ lecture, lue });
    }
    for (let avant = -1; avant !== doutes.length; ) {
      avant = doutes.length;
      const restants = doutes.filter(({ lecture }) => {
        const voisine = sures.some((s) => estVoisine(c, s, lecture));
        if (voisine) sures.push(lecture);
        return !voisine;
      });
      doutes = restants;
    }
    return sures.map((l) => accordee(c, l, parPlace.get(`${l.debut}-${l.fin}`)?.formes, sures));
  }
}

/**
 * « Dreux, Vernouillet »: a homograph in a list is the one of the département of its neighbour, unless its own
 * département is that of the document.
 */
function accordee(
  c: Contexte,
  lecture: Lecture,
  formes: readonly FormeDe<'commune'>[] = [],
  sures: readonly Lecture[] = [],
): Lecture {
  if (c.options.mode !== 'document') return lecture;
  const homonymes = formes.filter((f) => f.partielle !== true && f.ancien === undefined);
  const choisie = formes.find((f) => f.commune.id === lecture.candidats[0]?.id)?.commune;
  if (homonymes.length < 2 || choisie === undefined) return lecture;
  if (choisie.departement === c.options.departement) return lecture;
  const voisines = sures.filter(
    (s) => s !== lecture && s.candidats.length === 1 && estVoisine(c, s, lecture),
  );
  const codes = new Set(voisines.map((s) => codeOf(s.candidats[0]?.id ?? '')));
  if (codes.size === 0 || codes.has(choisie.departement)) return lecture;
  const accordees = homonymes.filter((f) => codes.has(f.commune.departement));
  const [seule, autre] = accordees;
  if (seule === undefined || autre !== undefined) return lecture;
  return { ...lecture, candidats: [{ id: seule.commune.id, libelle: seule.commune.nom }] };
}

/** The département of the id of a commune. */
const codeOf = (commune: string): string => /^commune:(97\d|..)/.exec(commune)?.[1] ?? '';

/** How many words apart two départements of one list begin, at most. */
const VOISINAGE = 8;

/** Départements; an unsure one (« Manche ») is kept when it stands in a list beside a sure one. */
function readDepartements(c: Contexte, trouves: readonly Trouve[]): Lecture[] {
  const lues = trouves.flatMap(({ debut, fin, formes, tiret }) =>
    tiret ? [] : (readDepartement(c, debut, fin, de(formes, 'departement')) ?? []),
  );
  const sures = lues.filter((l) => l.sure).map((l) => l.lecture);
  const doutes = lues.filter((l) => !l.sure).map((l) => l.lecture);
  // in the order of the text, then back: « Manche, Calvados, Orne »
  for (const doute of [...doutes, ...doutes.toReversed()])
    if (
      !sures.includes(doute) &&
      sures.some((s) => Math.abs(s.debut - doute.debut) <= VOISINAGE && seSuivent(c, s, doute))
    )
      sures.push(doute);
  return sures;
}

/** True for a commune that has the very words of a département, unless it is one of the document's own. */
function prime(c: Contexte, d: Lecture, commune: Lecture): boolean {
  if (c.options.mode !== 'document' || d.debut !== commune.debut || d.fin !== commune.fin)
    return false;
  const siennes = `commune:${c.options.departement ?? '-'}`;
  return commune.candidats.every((candidat) => !candidat.id.startsWith(siennes));
}

/** A whole name that needs no help: the beginnings of longer names are not looked at (« Saint-Ouen »). */
function suffit(c: Contexte, f: FormeDe<'commune'>): boolean {
  if (f.partielle === true || f.sansArticle !== undefined) return false;
  return estFrancilienne(f.commune) && (!horsRegion(c) || estLocale(c, f.commune));
}

function estVoisine(c: Contexte, sure: Lecture, doute: Lecture): boolean {
  const [a, b] = sure.debut < doute.debut ? [sure, doute] : [doute, sure];
  return estVoisin(c.texte, c.jetons[a.fin - 1]?.fin ?? 0, c.jetons[b.debut]?.debut ?? 0);
}

function de<T extends Forme['type']>(formes: readonly Forme[], type: T): FormeDe<T>[] {
  return formes.filter((f): f is FormeDe<T> => f.type === type);
}
