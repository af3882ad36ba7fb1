import type { ActionComparee } from '../../../src/comparaison/programmes.js';
import type { Assertion, Preuve } from '../../../src/domain/fait.js';
import type { DocumentDecrit, Page } from '../../../src/domain/page.js';
import type { Lot } from '../../../src/facts/writer.js';
import { fold } from '../../../src/french/fold.js';
import type { RapportBrut } from '../rapport/assertRapport.js';

/** An action of a programme with the facts that a comparison rests on. */
export interface ActionVue extends ActionComparee {
  readonly periodeDebut: string | null;
  readonly periodeFin: string | null;
  /** By predicate: the fact that gives the property. */
  readonly faits: ReadonlyMap<string, Assertion>;
  readonly touche: readonly Assertion[];
}

/** A programme as one document, or several of its editions, give it. */
export interface ProgrammeVu {
  readonly id: string;
  readonly annee: number;
  readonly producteur: string | null;
  /** The first of its documents. */
  readonly document: string;
  readonly faits: ReadonlyMap<string, Assertion>;
  readonly actions: readonly ActionVue[];
}

/** A document of the base, with what ties it to others. */
export interface DocumentVu {
  readonly document: DocumentDecrit;
  /** What its reading keeps. */
  readonly lot: Lot;
  readonly pages: readonly Page[];
  readonly programme: ProgrammeVu | null;
  readonly rapport: RapportBrut | null;
}

/** What a kept lot says of its document; null for a lot that is no document's. */
export function viewOf(lot: Lot): DocumentVu | null {
  const { document, pages = [], brut } = lot;
  if (document === undefined) return null;
  const rapport = brut === undefined ? null : (JSON.parse(brut) as RapportBrut);
  return { document, lot, pages, programme: programmeOf(lot, document), rapport };
}

function programmeOf(lot: Lot, document: DocumentDecrit): ProgrammeVu | null {
  const parSujet = new Map<string, Map<string, Assertion>>();
  const touches = new Map<string, Assertion[]>();
  for (const a of lot.assertions) {
    if (a.predicat === 'TOUCHE') touches.set(a.sujet, [...(touches.get(a.sujet) ?? []), a]);
    if (a.valeur === undefined) continue;
    const siens = parSujet.get(a.sujet) ?? new Map<string, Assertion>();
    if (!siens.has(a.predicat)) siens.set(a.predicat, a);
    parSujet.set(a.sujet, siens);
  }
  const entree = [...parSujet].find(
    ([id, faits]) => id.startsWith('programme:') && faits.has('annee'),
  );
  if (entree === undefined) return null;
  const [id, faits] = entree;
  const actions = [...parSujet].flatMap(([sujet, siens]) =>
    sujet.startsWith('action:') && siens.has('titre')
      ? [actionOf(sujet, siens, touches.get(sujet) ?? [], lot.textes?.get(sujet) ?? '')]
      : [],
  );
  const producteur = text(faits, 'producteur') ?? document.producteur;
  return {
    id,
    annee: Number(faits.get('annee')?.valeur),
    producteur,
    document: document.id,
    faits,
    actions,
  };
}

function actionOf(
  id: string,
  faits: ReadonlyMap<string, Assertion>,
  touche: readonly Assertion[],
  texte: string,
): ActionVue {
  const champ = touche.filter((t) => t.proprietes?.origine === 'champ');
  const places = champ.length > 0 ? champ : touche;
  const numero = faits.get('numero')?.valeur;
  return {
    id,
    titre: text(faits, 'titre') ?? '',
    numero: typeof numero === 'number' ? numero : null,
    axe: text(faits, 'axe'),
    format: text(faits, 'format'),
    territoires: [...new Set(places.flatMap((t) => t.objet ?? []))].sort(),
    territoire: text(faits, 'territoire'),
    publics: text(faits, 'publics'),
    texte,
    periodeDebut: text(faits, 'periodeDebut'),
    periodeFin: text(faits, 'periodeFin'),
    faits,
    touche: places,
  };
}

function text(faits: ReadonlyMap<string, Assertion>, predicat: string): string | null {
  const valeur = faits.get(predicat)?.valeur;
  return valeur === undefined ? null : String(valeur);
}

/** One programme an id: editions of one programme give their actions together, the first document's first. */
export function programmesOf(vues: readonly DocumentVu[]): ProgrammeVu[] {
  const parId = new Map<string, ProgrammeVu>();
  for (const { programme } of vues) {
    if (programme === null) continue;
    const connu = parId.get(programme.id);
    if (connu === undefined) {
      parId.set(programme.id, programme);
      continue;
    }
    const ids = new Set(connu.actions.map((a) => a.id));
    const autres = programme.actions.filter((a) => !ids.has(a.id));
    parId.set(programme.id, { ...connu, actions: [...connu.actions, ...autres] });
  }
  return [...parId.values()].sort((a, b) => a.annee - b.annee || (a.id < b.id ? -1 : 1));
}

/** One is the other under a shorter name, or its ids start alike but for the year; null when neither can be told. */
export function sameProducer(
  a: { readonly producteur: string | null; readonly id?: string },
  b: { readonly producteur: string | null; readonly id?: string },
): boolean | null {
  if (a.producteur !== null && b.producteur !== null) {
    const [x, y] = [nameKey(a.producteur), nameKey(b.producteur)];
    return x === y || x.startsWith(`${y} `) || y.startsWith(`${x} `);
  }
  if (a.id !== undefined && b.id !== undefined && stemOf(a.id) === stemOf(b.id)) return true;
  return null;
}

function nameKey(nom: string): string {
  return fold(nom)
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/^(?:le|la|les|l) /, '')
    .trim();
}

/** « programme:91-programme-d-actions-2012 » without its year. */
function stemOf(id: string): string {
  return id
    .replace(/(?:19|20)\d\d/g, '')
    .replace(/-+/g, '-')
    .replace(/-$/, '');
}

/** The page and the words of the first passage of some proofs. */
export function passage(
  preuves: readonly Preuve[],
): { document: string; page: number; citation: string } | null {
  for (const p of preuves)
    if ('document' in p) return { document: p.document, page: p.page, citation: p.citation };
  return null;
}
