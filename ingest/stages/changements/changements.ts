import type { Assertion, PreuveTexte } from '../../../src/domain/fait.js';
import { canonicalJson, estPreuveTexte } from '../../../src/domain/fait.js';
import { estRelation } from '../../../src/domain/schema.js';
import type { Lot } from '../../../src/facts/writer.js';
import type { BilanRemplacement, Changement, PassageChange } from './bilan.js';
import { facts, sameThings } from './entites.js';
import { comparePages } from './pages.js';
import { sentenceOf } from './phrases.js';

/** What follows from the place of a passage, or of a part among the others, not from what it says. */
const DE_LA_PLACE = new Set(['pages', 'DOCUMENTE', 'ordinal']);
/** Facts read in a printed field: they change with it. */
const DEDUITS: Readonly<Record<string, readonly string[]>> = {
  periode: ['periodeDebut', 'periodeFin', 'periodePrecision'],
  seances: ['seancesMin', 'seancesMax', 'seancesUnite', 'seancesApprox'],
};
/** Kinds of thing whose coming and going is one change. */
const ENTIERS = /^(?:action|axe|publication|service):/;

interface Cote {
  readonly fait: Assertion;
  readonly sujet: string;
  readonly cle: string;
  readonly contenu: string;
}

/**
 * What a corrected edition changed, by what the facts say and the words they quote: another file, other
 * page numbers are no change. `nommer` names an entity. Pure.
 */
export function compareEditions(
  avant: Lot,
  apres: Lot,
  nommer: (id: string) => string,
): BilanRemplacement {
  const paires = sameThings(avant, apres);
  const place = placeOf(paires);
  const anciens = sides(avant, place, apres.lot);
  const nouveaux = sides(apres, (id) => id, apres.lot);
  const { restes, inchanges } = withoutCommon(anciens, nouveaux);
  const noms = namesOf(avant, apres, place, nommer);
  const entiers = wholeThings(restes, new Set(paires.values()), noms);
  const changements = [
    ...entiers.changements,
    ...details(restes.avant.filter(entiers.garde), restes.apres.filter(entiers.garde), noms),
  ];
  return {
    ancien: avant.lot,
    nouveau: apres.lot,
    pages: comparePages(avant.pages ?? [], apres.pages ?? []),
    changements: changements.sort(byPage),
    inchanges,
  };
}

/** Ends the id of what the old edition alone holds: the new one may give its id to another thing. */
const PARTI = '#';

function placeOf(paires: ReadonlyMap<string, string>): (id: string) => string {
  return (id) => paires.get(id) ?? (ENTIERS.test(id) ? `${id}${PARTI}` : id);
}

/** The facts of an edition, under the ids of the new one. */
function sides(lot: Lot, place: (id: string) => string, document: string): Cote[] {
  return facts(lot)
    .filter((f) => !DE_LA_PLACE.has(f.predicat) && f.preuves.some(estPreuveTexte))
    .map((fait) => {
      const sujet = place(fait.sujet);
      const objet = fait.objet === undefined ? null : place(fait.objet);
      const cle = canonicalJson([sujet, fait.predicat, objet, fait.proprietes?.role ?? null]);
      const citations = fait.preuves
        .map((p) => (estPreuveTexte(p) ? plain(p.citation) : document))
        .sort();
      const contenu = canonicalJson([cle, fait.valeur ?? null, fait.proprietes ?? null, citations]);
      return { fait, sujet, cle, contenu };
    });
}

/** A passage however its lines are broken. */
function plain(texte: string): string {
  return texte
    .replace(/(?<=\p{Ll})[-\u00ad]\n(?=\p{Ll})/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

interface Restes {
  readonly avant: readonly Cote[];
  readonly apres: readonly Cote[];
}

function withoutCommon(
  avant: readonly Cote[],
  apres: readonly Cote[],
): { restes: Restes; inchanges: number } {
  const [a, b] = [new Set(avant.map((c) => c.contenu)), new Set(apres.map((c) => c.contenu))];
  const restes = {
    avant: avant.filter((c) => !b.has(c.contenu)),
    apres: apres.filter((c) => !a.has(c.contenu)),
  };
  return { restes, inchanges: [...a].filter((c) => b.has(c)).length };
}

/** Actions, parts, publications that came or left: one change each, with all their facts. */
function wholeThings(
  restes: Restes,
  communs: ReadonlySet<string>,
  noms: (id: string) => string,
): { changements: Changement[]; garde: (c: Cote) => boolean } {
  const entier = (c: Cote) => ENTIERS.test(c.sujet) && !communs.has(c.sujet);
  const venus = group(restes.apres.filter(entier));
  const partis = group(restes.avant.filter(entier));
  const changements = [
    ...[...partis].flatMap(([id, cotes]) => wholeThing('retrait', id, cotes, noms)),
    ...[...venus].flatMap(([id, cotes]) => wholeThing('ajout', id, cotes, noms)),
  ];
  const pris = new Set([...venus.keys(), ...partis.keys()]);
  const garde = (c: Cote) => !pris.has(c.sujet) && !pris.has(objectOf(c));
  return { changements, garde };
}

function objectOf(c: Cote): string {
  return (JSON.parse(c.cle) as (string | null)[])[2] ?? '';
}

function group(cotes: readonly Cote[]): Map<string, Cote[]> {
  const groupes = new Map<string, Cote[]>();
  for (const c of cotes) groupes.set(c.sujet, [...(groupes.get(c.sujet) ?? []), c]);
  return groupes;
}

function wholeThing(
  genre: 'ajout' | 'retrait',
  sujet: string,
  cotes: readonly Cote[],
  noms: (id: string) => string,
): Changement[] {
  const titre = cotes.find((c) => c.fait.predicat === 'titre');
  if (titre === undefined) return [];
  const passage = passageOf(titre.fait);
  const texte = String(titre.fait.valeur);
  const cote = genre === 'ajout' ? { apres: texte } : { avant: texte };
  const lieu =
    passage === undefined
      ? {}
      : genre === 'ajout'
        ? { passageApres: passage }
        : { passageAvant: passage };
  const change = { genre, sujet, predicat: 'titre', ...cote, ...lieu, faits: cotes.length };
  const phrase = sentenceOf({ ...change, entier: true }, noms);
  return [{ ...change, sujet: cotes[0]?.fait.sujet ?? sujet, phrase }];
}

/** Values that changed, and relations that came or left, of things that both editions hold. */
function details(
  avant: readonly Cote[],
  apres: readonly Cote[],
  noms: (id: string) => string,
): Changement[] {
  const [a, b] = [byKey(avant), byKey(apres)];
  const cles = [...new Set([...a.keys(), ...b.keys()])].sort();
  const changes = cles.flatMap((cle) => detail(a.get(cle), b.get(cle), noms) ?? []);
  const dits = new Set(changes.map((c) => `${c.sujet} ${c.predicat}`));
  const deduit = (c: Changement) =>
    Object.entries(DEDUITS).some(
      ([champ, siens]) => siens.includes(c.predicat) && dits.has(`${c.sujet} ${champ}`),
    );
  return changes.filter((c) => !deduit(c) && c.predicat !== 'COMPREND');
}

function byKey(cotes: readonly Cote[]): Map<string, Cote> {
  const parCle = new Map<string, Cote>();
  for (const c of cotes) if (!parCle.has(c.cle)) parCle.set(c.cle, c);
  return parCle;
}

function detail(
  a: Cote | undefined,
  b: Cote | undefined,
  noms: (id: string) => string,
): Changement | null {
  const cote = b ?? a;
  if (cote === undefined) return null;
  const { predicat } = cote.fait;
  const dit = (c: Cote | undefined) =>
    c === undefined
      ? undefined
      : c.fait.objet === undefined
        ? show(c.fait.valeur)
        : noms(objectOf(c));
  const [avant, apres] = [dit(a), dit(b)];
  // the same said in other words is a change of the words only when nothing else is behind it
  if (a !== undefined && b !== undefined && avant === apres && estRelation(predicat)) {
    if (canonicalJson(a.fait.proprietes ?? null) === canonicalJson(b.fait.proprietes ?? null))
      return null;
  } else if (avant === apres) return null;
  const genre = a === undefined ? 'ajout' : b === undefined ? 'retrait' : 'modification';
  const passages = {
    a: a === undefined ? undefined : passageOf(a.fait),
    b: b === undefined ? undefined : passageOf(b.fait),
  };
  const change = {
    genre: genre as Changement['genre'],
    sujet: cote.sujet,
    predicat,
    ...(avant === undefined ? {} : { avant }),
    ...(apres === undefined ? {} : { apres }),
    ...(passages.a === undefined ? {} : { passageAvant: passages.a }),
    ...(passages.b === undefined ? {} : { passageApres: passages.b }),
  };
  return { ...change, phrase: sentenceOf(change, noms) };
}

function show(valeur: Assertion['valeur']): string {
  return Array.isArray(valeur) ? valeur.join(', ') : String(valeur);
}

/** The passage that says it: the last proof of the document, the first ones being of its year or its heading. */
function passageOf(fait: Assertion): PassageChange | undefined {
  const preuves = fait.preuves.filter(estPreuveTexte) as PreuveTexte[];
  const preuve = fait.objet === undefined ? preuves[0] : preuves.at(-1);
  return preuve === undefined ? undefined : { page: preuve.page, citation: plain(preuve.citation) };
}

function namesOf(
  avant: Lot,
  apres: Lot,
  place: (id: string) => string,
  nommer: (id: string) => string,
): (id: string) => string {
  const noms = new Map<string, string>();
  for (const [lot, placer] of [
    [avant, place],
    [apres, (id: string) => id],
  ] as const) {
    for (const { sujet, predicat, valeur } of facts(lot))
      if (predicat === 'titre' || predicat === 'nom') noms.set(placer(sujet), String(valeur));
  }
  return (id) => noms.get(id) ?? nommer(id);
}

function byPage(a: Changement, b: Changement): number {
  const page = (c: Changement) => (c.passageApres ?? c.passageAvant)?.page ?? 0;
  return page(a) - page(b) || (a.phrase < b.phrase ? -1 : a.phrase > b.phrase ? 1 : 0);
}
