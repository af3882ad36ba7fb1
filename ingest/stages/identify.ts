import type { Preuve } from '../../src/domain/fait.js';
import { slug } from '../../src/domain/ids.js';
import { fold } from '../../src/french/fold.js';
import type { Gazetteer } from '../../src/gazetteer/types.js';
import type { Contexte } from './assert/contexte.js';
import { clean, proofs } from './assert/contexte.js';
import type { DocumentLu } from './lot.js';

/** What a document is: its year and département with their proofs, its title, and the key its ids begin with. */
export interface Identite {
  readonly annee: { readonly annee: number; readonly preuves: readonly Preuve[] } | null;
  readonly departement: Contexte['departement'];
  readonly titre: string;
  readonly cle: string;
  /** Who made it: of its source, or as its title page names itself. */
  readonly producteur: Contexte['producteur'];
}

type Textes = ReadonlyMap<number, string>;

/** Years a programme may be of. */
const ANNEE = /(?<![0-9])(?:19[7-9]\d|20[0-4]\d)(?![0-9])/g;

/** A département named counts for this many communes named. */
const POIDS_DEPARTEMENT = 3;

/** Share of what a document names that its own département must have. */
const MAJORITE = 0.5;

/** Longest part of a title that a key keeps. */
const LONGUEUR_TITRE = 60;

/** Lines of the first page that may name who made the document, and the longest such name. */
const LIGNES_DE_TITRE = 15;
const LONGUEUR_NOM = 100;

/** Who made a document, when, and for where, as far as it says. */
export function identify(lu: DocumentLu, textes: Textes, gazetteer: Gazetteer): Identite {
  const annee = readYear(lu, textes);
  const departement = homeDepartement(lu, textes, gazetteer, annee?.annee ?? 0);
  return {
    annee,
    departement,
    titre: title(lu, annee?.annee ?? null),
    cle: key(lu, annee, departement),
    producteur: producer(lu, textes, gazetteer),
  };
}

/** The producer of the source, or else the centre whose name is a line of the first page. */
function producer(lu: DocumentLu, textes: Textes, gazetteer: Gazetteer): Contexte['producteur'] {
  const { producteur, source } = lu.profil;
  if (producteur !== null) return { cle: source, nom: producteur };
  const debuts = (gazetteer.referentiels.regles?.producteurs ?? []).map(fold);
  for (const ligne of (textes.get(1) ?? '').split('\n').slice(0, LIGNES_DE_TITRE)) {
    const nom = clean(ligne).replace(/^(?:le|la)\s/i, '');
    const propre = debuts.some((d) => fold(nom).startsWith(`${d} `));
    if (propre && nom.length <= LONGUEUR_NOM && !/[.:;,!?]/.test(nom))
      return { cle: slug(nom).slice(0, LONGUEUR_TITRE), nom };
  }
  return null;
}

/** What was read of the document, whatever it is. */
function structure({ programme, rapport }: DocumentLu) {
  return programme ?? rapport ?? null;
}

function title(lu: DocumentLu, annee: number | null): string {
  const imprime = clean(structure(lu)?.titre?.texte ?? '') || lu.titreFichier?.trim();
  if (imprime) return imprime;
  if (lu.type === 'programme' && annee !== null) return `Programme ${annee}`;
  return lu.fichier.replace(/\.[^.]+$/, '');
}

/**
 * Key of a programme's ids: its producer and year. A producer that no source describes is told apart by
 * its title and département, so that a corrected edition keeps its ids; failing these, by its bytes.
 */
function key(
  lu: DocumentLu,
  annee: Identite['annee'],
  departement: Identite['departement'],
): string {
  if (lu.profil.producteur !== null) return slug(`${lu.profil.source}-${annee?.annee ?? ''}`);
  const imprime = slug(clean(structure(lu)?.titre?.texte ?? '')).slice(0, LONGUEUR_TITRE);
  const an = annee === null || imprime.includes(String(annee.annee)) ? '' : String(annee.annee);
  if (imprime !== '' && departement !== null) return slug(`${departement.code}-${imprime}-${an}`);
  const octets = lu.id.slice('sha256:'.length, 'sha256:'.length + 8);
  return slug(`${octets}-${annee?.annee ?? ''}`);
}

/** The year the programme prints as its own, or else the one its text names most. */
function readYear(lu: DocumentLu, textes: Textes): Identite['annee'] {
  const { annee, anneePreuve } = structure(lu) ?? { annee: null, anneePreuve: null };
  if (annee !== null && anneePreuve !== null) {
    return { annee, preuves: proofs({ document: lu.id, pages: textes }, anneePreuve) };
  }
  const votes = new Votes();
  for (const [page, texte] of textes) {
    for (const { index, 0: citation } of texte.matchAll(ANNEE)) {
      const preuve = { document: lu.id, page, debut: index, fin: index + 4, citation };
      votes.add(citation, 1, preuve);
    }
  }
  const choisie = votes.winner(0);
  return choisie === undefined ? null : { annee: Number(choisie.cle), preuves: [choisie.preuve] };
}

/** The département of the source, or else the one that the document names most, itself or by its communes. */
function homeDepartement(
  lu: DocumentLu,
  textes: Textes,
  gazetteer: Gazetteer,
  annee: number,
): Identite['departement'] {
  const votes = new Votes();
  for (const [page, texte] of textes) {
    const types = ['departement', 'commune'] as const;
    for (const m of gazetteer.mentions(texte, { annee, mode: 'document', types })) {
      const [candidat] = m.candidats;
      if (candidat === undefined || m.candidats.length > 1) continue;
      const preuve = { document: lu.id, page, debut: m.debut, fin: m.fin, citation: m.texte };
      const code = gazetteer.commune(candidat.id)?.departement;
      if (m.type === 'departement') votes.add(candidat.id, POIDS_DEPARTEMENT, preuve);
      else if (code !== undefined) votes.add(`departement:${code}`, 1, preuve);
    }
  }
  const propre =
    lu.profil.departement === null ? undefined : `departement:${lu.profil.departement}`;
  const id = propre ?? votes.winner(MAJORITE)?.cle;
  if (id === undefined) return null;
  const preuve = votes.proof(id);
  return {
    id,
    code: id.slice('departement:'.length),
    preuves: preuve === undefined ? [] : [preuve],
  };
}

/** Weighed choices, each with its best proof: the first of its heaviest. */
class Votes {
  readonly #votes = new Map<string, { poids: number; plusLourd: number; preuve: Preuve }>();

  add(cle: string, poids: number, preuve: Preuve): void {
    const vu = this.#votes.get(cle) ?? { poids: 0, plusLourd: 0, preuve };
    const mieux = poids > vu.plusLourd;
    this.#votes.set(cle, {
      poids: vu.poids + poids,
      plusLourd: mieux ? poids : vu.plusLourd,
      preuve: mieux ? preuve : vu.preuve,
    });
  }

  /** The heaviest, when it has more than a share of all; the first in order where two weigh the same. */
  winner(part: number): { cle: string; preuve: Preuve } | undefined {
    const total = [...this.#votes.values()].reduce((somme, v) => somme + v.poids, 0);
    const [premier] = [...this.#votes].sort(
      (a, b) => b[1].poids - a[1].poids || (a[0] < b[0] ? -1 : 1),
    );
    if (premier === undefined || premier[1].poids <= total * part) return undefined;
    return { cle: premier[0], preuve: premier[1].preuve };
  }

  proof(cle: string): Preuve | undefined {
    return this.#votes.get(cle)?.preuve;
  }
}
