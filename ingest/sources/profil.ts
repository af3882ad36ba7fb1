import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { PageLue, TypeDocument } from '../../src/domain/page.js';
import { packageRoot } from '../../src/domain/racine.js';
import { fold } from '../../src/french/fold.js';
import { loadVocabulaireRapport, type VocabulaireRapport } from '../stages/rapport/vocabulaire.js';
import { type SourceEcrite, schemaSource } from './schema.js';
import { compiler, type Vocabulaire } from './vocabulaire.js';

/** How the files of a producer are read: its vocabulary, and what its programmes usually hold. */
export interface Profil {
  readonly source: string;
  readonly producteur: string | null;
  readonly departement: string | null;
  /** Folded phrases, one of which is enough to recognise the producer. */
  readonly reconnaissance: readonly string[];
  readonly types: readonly (readonly [TypeDocument, readonly string[]])[];
  readonly typesParTitre: readonly (readonly [TypeDocument, readonly string[]])[];
  /** Smallest and largest usual counts. */
  readonly attendus: {
    readonly axes: readonly [number, number];
    readonly actions: readonly [number, number];
  };
  readonly vocabulaire: Vocabulaire;
  /** The same for a kind of document whose labels differ. */
  vocabulairePour(type: TypeDocument): Vocabulaire;
  /** Cues of activity reports. */
  readonly rapport: VocabulaireRapport;
}

const SOURCES = join(packageRoot(), 'ingest', 'sources');
const DEFAUT = 'defaut';
const PAGES_DE_TITRE = 2;

/** Profiles of a folder of `<source>/source.yml`; the default one last. Throws on a malformed file, naming it. */
export function loadProfils(dossier = SOURCES): Profil[] {
  const sources = lireSources(dossier);
  const defaut = lireSource(dossier, DEFAUT);
  const autres = sources.filter((s) => s.id !== defaut.id && s.reconnaissance.length > 0);
  return [...autres.map((s) => profilDe(fusionner(defaut, s))), profilDe(defaut)];
}

/** The `<source>/source.yml` of a folder as written, by name. Throws on a malformed file, naming it. */
export function lireSources(dossier = SOURCES): SourceEcrite[] {
  return readdirSync(dossier, { withFileTypes: true })
    .filter((e) => e.isDirectory())
    .map((e) => e.name)
    .sort()
    .map((nom) => lireSource(dossier, nom));
}

function lireSource(dossier: string, nom: string): SourceEcrite {
  const chemin = join(dossier, nom, 'source.yml');
  const lu = schemaSource.safeParse(parse(readFileSync(chemin, 'utf8')));
  if (!lu.success) throw new Error(`${chemin} : ${lu.error.message}`, { cause: lu.error });
  return lu.data;
}

/** The lists of a source come before those of the default profile. */
function fusionner(defaut: SourceEcrite, propre: SourceEcrite): SourceEcrite {
  const sections = Object.fromEntries(
    Object.keys({ ...defaut.sections, ...propre.sections }).map((cle) => {
      const nom = cle as keyof SourceEcrite['sections'];
      return [nom, [...(propre.sections[nom] ?? []), ...(defaut.sections[nom] ?? [])]];
    }),
  );
  return {
    ...propre,
    champs: [...propre.champs, ...defaut.champs],
    champsRediges: [...propre.champsRediges, ...defaut.champsRediges],
    sections,
    types: reunirTypes(propre.types, defaut.types),
    typesParTitre: reunirTypes(propre.typesParTitre, defaut.typesParTitre),
    prefixesAxe: [...propre.prefixesAxe, ...defaut.prefixesAxe],
    prefixesAction: [...propre.prefixesAction, ...defaut.prefixesAction],
    etiquettesTitre: [...propre.etiquettesTitre, ...defaut.etiquettesTitre],
    colonnesTitre: [...propre.colonnesTitre, ...defaut.colonnesTitre],
    colonnesNumero: [...propre.colonnesNumero, ...defaut.colonnesNumero],
    formats: [...propre.formats, ...defaut.formats],
    titres: [...propre.titres, ...defaut.titres],
    renvois: [...propre.renvois, ...defaut.renvois],
    cloture: {
      titres: [...propre.cloture.titres, ...defaut.cloture.titres],
      phrases: [...propre.cloture.phrases, ...defaut.cloture.phrases],
    },
    services: {
      sections: [...propre.services.sections, ...defaut.services.sections],
      titres: [...propre.services.titres, ...defaut.services.titres],
    },
    attendus: propre.attendus ?? defaut.attendus,
  };
}

type Types = SourceEcrite['types'];

function reunirTypes(propres: Types, autres: Types): Types {
  return Object.fromEntries(
    Object.keys({ ...autres, ...propres }).map((cle) => {
      const nom = cle as keyof Types;
      return [nom, [...(propres[nom] ?? []), ...(autres[nom] ?? [])]];
    }),
  );
}

function plier(types: Types): Profil['types'] {
  return Object.entries(types).map(([type, motifs]) => [type as TypeDocument, motifs.map(fold)]);
}

function profilDe(source: SourceEcrite): Profil {
  const programmes = compiler(source, 'programme');
  return {
    source: source.id,
    producteur: source.producteur,
    departement: source.departement,
    reconnaissance: source.reconnaissance.map(fold),
    types: plier(source.types),
    typesParTitre: plier(source.typesParTitre),
    attendus: source.attendus ?? { axes: [0, 1000], actions: [0, 10_000] },
    vocabulaire: programmes,
    vocabulairePour: (type) => (type === 'programme' ? programmes : compiler(source, type)),
    rapport: loadVocabulaireRapport(),
  };
}

/** Characters of a page that are enough to know what it is: a text file may be one page of a hundred megabytes. */
const PAGE_LUE = 200_000;

/** The profile of the producer that the pages name, the oftenest named first; the default one when none is. */
export function chooseProfil(pages: readonly PageLue[], profils: readonly Profil[]): Profil {
  const texte = fold(
    pages
      .map((p) => p.texte.slice(0, PAGE_LUE))
      .join('\n')
      .replace(/\s+/g, ' '),
  );
  const notes = profils.map((profil) => ({
    profil,
    score: Math.max(0, ...profil.reconnaissance.map((r) => texte.split(r).length - 1)),
  }));
  const meilleur = notes.reduce((a, b) => (b.score > a.score ? b : a), {
    profil: null as Profil | null,
    score: 0,
  });
  const choisi = meilleur.profil ?? profils.find((p) => p.source === DEFAUT);
  if (choisi === undefined) throw new Error('aucun profil « defaut » parmi les sources');
  return choisi;
}

/** Kind of document, by what its first pages that are not empty say of themselves. */
export function typeOf(pages: readonly PageLue[], profil: Profil): TypeDocument {
  return annonceDe(pages, profil).type;
}

/** The same, and whether a title says it (`sure`) or only a sentence in passing. */
export function annonceDe(
  pages: readonly PageLue[],
  profil: Profil,
): { readonly type: TypeDocument; readonly sure: boolean } {
  const debut = pages.filter((p) => p.texte.trim() !== '').slice(0, PAGES_DE_TITRE);
  const titres = fold(titresDe(debut[0]).join(' ').replace(/\s+/g, ' '));
  const texte = fold(
    debut
      .map((p) => p.texte.slice(0, PAGE_LUE))
      .join('\n')
      .replace(/\s+/g, ' '),
  );
  const dit = premierType(titres, profil.types) ?? premierType(titres, profil.typesParTitre);
  if (dit !== null) return { type: dit, sure: true };
  return { type: premierType(texte, profil.types) ?? 'autre', sure: false };
}

const LIGNES_DE_TITRE = 8;
const TITRE_MAX = 100;

/** The lines at the head of the first page, and those in its largest types, that are no sentence. */
function titresDe(page: PageLue | undefined): string[] {
  if (page === undefined) return [];
  // not given as arguments: a page without breaks can have more lines than a call takes
  const seuil = page.lignes.reduce((plus, l) => Math.max(plus, l.taille ?? 0), 0) * 0.8;
  const grandes = page.lignes.filter((l) => seuil > 0 && (l.taille ?? 0) >= seuil);
  const tete = page.lignes.slice(0, LIGNES_DE_TITRE);
  return [...grandes, ...tete]
    .map((l) => page.texte.slice(l.debut, l.fin))
    .filter((t) => t.length <= TITRE_MAX && /^[^\p{Ll}]/u.test(t) && !/[.;,]$/.test(t));
}

function premierType(texte: string, types: Profil['types']): TypeDocument | null {
  const trouves = types
    .map(([type, motifs]) => ({ type, ou: premier(texte, motifs) }))
    .filter((t) => t.ou >= 0)
    .sort((a, b) => a.ou - b.ou);
  return trouves[0]?.type ?? null;
}

function premier(texte: string, motifs: readonly string[]): number {
  const ou = motifs.map((m) => texte.indexOf(m)).filter((i) => i >= 0);
  return ou.length === 0 ? -1 : Math.min(...ou);
}
