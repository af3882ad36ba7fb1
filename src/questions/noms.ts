import { localId } from '../domain/ids.js';
import type { Entite } from '../domain/vue.js';
import { fold, foldWithMap } from '../french/fold.js';
import { prendPartPartout } from './actions.js';
import type { Contexte } from './contexte.js';
import { tetesConnues } from './formats.js';
import type { Genre } from './intentions.js';
import { couperMots, estMotVide } from './mots.js';
import { reference, texte } from './references.js';
import type { Reference } from './types.js';

/** A name of the base found in a question; offsets of the question as typed. */
interface NomTrouve {
  readonly genre: Genre;
  readonly debut: number;
  readonly fin: number;
  readonly reference: Reference;
}

/** What the base, and not the seeds, teaches the reading of a question. */
export interface NomsDeLaBase {
  /** Code of the only département the base is about, null when there are several or none. */
  readonly departement: string | null;
  /** Codes of the départements that the documents read are about. */
  readonly departements: ReadonlySet<string>;
  /** People and organisations by their whole name, formats of actions by theirs. */
  noms(question: string): NomTrouve[];
}

interface Nom {
  readonly motif: RegExp;
  readonly genre: Genre;
  readonly reference: Reference;
}

/** Names shorter than this are left to the search: « ANRU » is found, « CAF » as a word is not looked for here. */
const LONGUEUR_MIN = 4;

export function nomsDeLaBase(contexte: Contexte): NomsDeLaBase {
  return contexte.une('noms de la base', () => {
    const departements = departementsCouverts(contexte);
    const noms = [...nomsDePersonnes(contexte), ...nomsDOrganismes(contexte), ...formats(contexte)];
    return {
      departements,
      departement: departements.size === 1 ? ([...departements][0] ?? null) : null,
      noms: (question) => chercherNoms(noms, question),
    };
  });
}

/** Départements an action touches, itself or one of its communes: what « the territory of the base » means. */
function departementsCouverts(contexte: Contexte): Set<string> {
  const cibles = contexte.faits.relations({ type: 'TOUCHE' }).map((r) => r.vers);
  const codes = new Set<string>();
  for (const entite of contexte.entites(cibles).values()) {
    const code = entite.type === 'Departement' ? localId(entite.id) : texte(entite, 'departement');
    if (code !== null) codes.add(code);
  }
  return codes;
}

function nomsDePersonnes(contexte: Contexte): Nom[] {
  return contexte.tous('Personne').map((p) => nom(contexte, 'PERSONNE', p.id, p.libelle));
}

function nomsDOrganismes(contexte: Contexte): Nom[] {
  return contexte
    .tous('Organisme')
    .flatMap((o) =>
      [o.libelle, texte(o, 'sigle'), ...debutsDe(contexte, o)].flatMap((n) =>
        n === null ? [] : nom(contexte, 'ORGANISME', o.id, n),
      ),
    )
    .filter((n) => n.motif.source.length >= LONGUEUR_MIN);
}

/** Shorter names by which a producer is called: « le Pôle de ressources » for one that goes on with its field. */
function debutsDe(contexte: Contexte, { id, libelle }: Entite): string[] {
  if (!prendPartPartout(contexte, id)) return [];
  const mots = couperMots(fold(libelle));
  const pleins = mots.filter((m) => !estMotVide(m.texte));
  return pleins.slice(1).map((m) => fold(libelle).slice(0, m.fin));
}

function nom(contexte: Contexte, genre: Genre, id: string, libelle: string): Nom {
  return { genre, reference: reference(contexte, id), motif: motifDe(libelle) };
}

/** Heads of the formats of actions (« groupe de travail »), in the singular and in the plural. */
function formats(contexte: Contexte): Nom[] {
  return [...tetesConnues(contexte)].map(([tete, libelle]) => ({
    genre: 'FORMAT',
    motif: motifDe(tete),
    reference: { type: 'Format', id: libelle, libelle, url: null },
  }));
}

/** A name as whole words, each with or without its plural. */
function motifDe(libelle: string): RegExp {
  const mots = fold(libelle)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((m) => m !== '');
  const souples = mots.map((m) => (m.length > 3 ? `${m.replace(/[sx]$/, '')}[sx]?` : m));
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${souples.join('[^\\p{L}\\p{N}]+')}(?![\\p{L}\\p{N}])`,
    'u',
  );
}

function chercherNoms(noms: readonly Nom[], question: string): NomTrouve[] {
  const { texte: plie, carte } = foldWithMap(question);
  const trouves = noms.flatMap(({ motif, genre, reference: ref }) => {
    const m = motif.exec(plie);
    if (m === null) return [];
    const fin = carte[m.index + m[0].length] ?? question.length;
    return { genre, debut: carte[m.index] ?? 0, fin, reference: ref };
  });
  return trouves.sort((a, b) => b.fin - b.debut - (a.fin - a.debut));
}
