import type { Contexte } from './context.js';
import type { Lecture } from './forms.js';
import { PRIORITE } from './forms.js';
import type { Lexicons } from './lexicons.js';
import { buildLexicons } from './lexicons.js';
import { once } from './once.js';
import { findQuartier } from './quartiers.js';
import { Lecteur } from './reader.js';
import { tokenize } from './tokens.js';
import type {
  Appartenance,
  Commune,
  Gazetteer,
  Mention,
  OptionsMentions,
  Quartier,
  Referentiels,
  TypeMention,
} from './types.js';
import { Fautes } from './typos.js';

/** Kinds that hide one another even when only one of them is asked: « Val d'Oise » in « Préfecture du Val d'Oise ». */
const LIES: readonly TypeMention[] = [
  'commune',
  'intercommunalite',
  'quartier',
  'departement',
  'organisme',
];

/**
 * A gazetteer over the seeds. Creating it costs nothing: lists are read and forms laid out at
 * the first text (about 0.3 s on a quiet machine), the forms for typos at the first question.
 */
export function createGazetteer(referentiels: Referentiels): Gazetteer {
  return new GazetteerSeeds(referentiels);
}

class GazetteerSeeds implements Gazetteer {
  readonly referentiels: Referentiels;
  readonly #communes: () => ReadonlyMap<string, Commune>;
  readonly #membres: () => ReadonlyMap<string, readonly Appartenance[]>;
  readonly #lexicons: () => Lexicons;
  readonly #lecteur: () => Lecteur;
  readonly #fautes: () => Fautes;

  constructor(ref: Referentiels) {
    this.referentiels = ref;
    this.#communes = once(() => new Map(ref.communes.map((c) => [c.id, c])));
    this.#membres = once(() =>
      grouper([...ref.appartenances, ...(ref.ailleurs?.appartenances ?? [])]),
    );
    this.#lexicons = once(() => buildLexicons(ref));
    this.#lecteur = once(() => new Lecteur(this.#lexicons(), ref));
    this.#fautes = once(() => new Fautes(this.#lexicons(), ref));
  }

  mentions(texte: string, options: OptionsMentions): Mention[] {
    const nu = texte
      .trim()
      .replace(/[.;,]$/, '')
      .trimEnd();
    const c: Contexte = { texte, jetons: tokenize(texte), options, ref: this.referentiels, nu };
    const actifs = typesActifs(options.types);
    const choisies = choisir(
      c,
      this.#lecteur()
        .read(c)
        .filter((l) => actifs.has(l.type)),
    );
    if (options.mode === 'question') {
      const fautives = this.#fautes()
        .find(c)
        .filter((l) => actifs.has(l.type));
      corriger(c, choisies, fautives);
    }
    return choisies
      .filter((l) => l.type !== 'masque' && (options.types?.includes(l.type) ?? true))
      .sort((a, b) => a.debut - b.debut)
      .map((l) => mention(c, l));
  }

  membres(intercommunalite: string, annee: number): Commune[] {
    const ids = (this.#membres().get(intercommunalite) ?? []).filter(
      (a) => a.debut <= annee && annee <= a.fin,
    );
    return ids
      .flatMap((a) => this.#communes().get(a.commune) ?? [])
      .sort((a, b) => (a.insee < b.insee ? -1 : 1));
  }

  commune(id: string): Commune | undefined {
    return this.#communes().get(id);
  }

  quartier(nom: string, communes: readonly string[]): Quartier | undefined {
    return findQuartier(this.referentiels.quartiers, nom, communes);
  }
}

function grouper(appartenances: readonly Appartenance[]): Map<string, Appartenance[]> {
  const groupes = new Map<string, Appartenance[]>();
  for (const a of appartenances) {
    const liste = groupes.get(a.intercommunalite);
    if (liste === undefined) groupes.set(a.intercommunalite, [a]);
    else liste.push(a);
  }
  return groupes;
}

function typesActifs(
  types: readonly TypeMention[] | undefined,
): ReadonlySet<TypeMention | 'masque'> {
  if (types === undefined) return new Set(PRIORITE);
  return new Set([
    'masque' as const,
    ...types,
    ...(types.some((t) => LIES.includes(t)) ? LIES : []),
  ]);
}

/** Longest first, then by kind, then by place; what overlaps a chosen one is left out. */
function choisir(c: Contexte, lectures: readonly Lecture[]): Lecture[] {
  const longueur = (l: Lecture): number =>
    (c.jetons[l.fin - 1]?.fin ?? 0) - (c.jetons[l.debut]?.debut ?? 0);
  const tries = [...lectures].sort(
    (a, b) =>
      longueur(b) - longueur(a) ||
      PRIORITE.indexOf(a.type) - PRIORITE.indexOf(b.type) ||
      a.debut - b.debut,
  );
  return prendre(
    tries,
    c.jetons.map(() => false),
  );
}

/** Takes readings in order, marking the tokens they cover. */
function prendre(lectures: readonly Lecture[], couvert: boolean[]): Lecture[] {
  const prises: Lecture[] = [];
  for (const l of lectures) {
    if (couvert.slice(l.debut, l.fin).includes(true)) continue;
    couvert.fill(true, l.debut, l.fin);
    prises.push(l);
  }
  return prises;
}

/**
 * Adds the mistyped names. An exact match is preferred, unless the mistyped name holds it whole
 * (« gargse-les-gonesse » holds « gonesse »).
 */
function corriger(c: Contexte, choisies: Lecture[], fautives: readonly Lecture[]): void {
  const exactes = new Set(choisies);
  const utiles = fautives.filter((f) =>
    choisies.every(
      (l) => l.fin <= f.debut || l.debut >= f.fin || (f.type === l.type && tient(f, l)),
    ),
  );
  const longues = [...utiles].sort(
    (a, b) => Number(tientUne(b, exactes)) - Number(tientUne(a, exactes)),
  );
  const prises = prendre(
    longues,
    c.jetons.map(() => false),
  );
  const gardees = choisies.filter((l) => !prises.some((p) => tient(p, l)));
  choisies.splice(0, choisies.length, ...gardees, ...prises);
}

const tient = (grande: Lecture, petite: Lecture): boolean =>
  grande.debut <= petite.debut &&
  petite.fin <= grande.fin &&
  grande.fin - grande.debut > petite.fin - petite.debut;

function tientUne(l: Lecture, autres: ReadonlySet<Lecture>): boolean {
  return [...autres].some((autre) => tient(l, autre));
}

function mention(c: Contexte, l: Lecture): Mention {
  const debut = c.jetons[l.debut]?.debut ?? 0;
  const fin = c.jetons[l.fin - 1]?.fin ?? debut;
  // Masks are filtered out before: what remains is one of the kinds of mention.
  const type = l.type === 'masque' ? 'theme' : l.type;
  return { type, debut, fin, texte: c.texte.slice(debut, fin), candidats: l.candidats };
}
