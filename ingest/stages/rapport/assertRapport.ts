import type { Bloc } from '../../../src/domain/bloc.js';
import type { Assertion, Preuve } from '../../../src/domain/fait.js';
import { slug } from '../../../src/domain/ids.js';
import { fold } from '../../../src/french/fold.js';
import type { Contexte } from '../assert/contexte.js';
import { clean, documentEntity, printedPages, proofs } from '../assert/contexte.js';
import { assertDispositifs } from '../assert/dispositifs.js';
import { assertIntervenants } from '../assert/intervenants.js';
import { assertOrganismesCites } from '../assert/organismes.js';
import { assertPublics, assertThemes } from '../assert/sujets.js';
import { assertTerritoires } from '../assert/territoires.js';
import type { ActionLue } from '../structure.js';
import { findingsOf } from './constats.js';
import type { Dit } from './dites.js';
import type { EntreeLue, RapportLu } from './lecture.js';
import { spoken } from './orateurs.js';
import { cueOf, sentences } from './phrases.js';
import type { VocabulaireRapport } from './vocabulaire.js';

/** An entry as the stage that ties documents reads it. */
export interface EntreeBrute {
  /** Id of the action that it is when no programme planned it. */
  readonly id: string;
  readonly numero: number | null;
  readonly titre: string;
  readonly axe: string | null;
  readonly statut: string | null;
  /** The first words that tell of it, up to what became of it. */
  readonly amorce: string;
  /** Where it is named. */
  readonly preuves: readonly Preuve[];
}

/** What a report leaves for the stage that ties documents: its facts, on ids of its own. */
export interface RapportBrut {
  readonly genre: 'rapport';
  readonly annee: number;
  readonly producteur: string | null;
  readonly departement: string | null;
  readonly entrees: readonly EntreeBrute[];
  readonly assertions: readonly Assertion[];
  readonly textes: readonly (readonly [string, string])[];
}

const LONGUEUR_CLE = 48;

/** The facts of a report, each action under an id of its own. They are taken out of the register. */
export function assertRapport(
  contexte: Contexte,
  lu: RapportLu,
  v: VocabulaireRapport,
): RapportBrut {
  const ids = new Set<string>();
  const depart = contexte.registre.assertions.length;
  const entrees = lu.entrees.map((entree) => assertEntree(contexte, entree, ids, v));
  return {
    genre: 'rapport',
    annee: contexte.annee,
    producteur: contexte.producteur?.nom ?? null,
    departement: contexte.departement?.code ?? null,
    entrees,
    assertions: contexte.registre.assertions.splice(depart),
    textes: takeTexts(contexte, ids),
  };
}

function takeTexts(contexte: Contexte, ids: ReadonlySet<string>): [string, string][] {
  const { textes } = contexte.registre;
  return [...ids].flatMap((id) => {
    const texte = textes.get(id);
    textes.delete(id);
    return texte === undefined ? [] : [[id, texte] as [string, string]];
  });
}

function assertEntree(
  contexte: Contexte,
  entree: EntreeLue,
  ids: Set<string>,
  v: VocabulaireRapport,
): EntreeBrute {
  const titre = clean(entree.titre.texte);
  const id = freeId(
    ids,
    `action:${contexte.cleProgramme}-rapport-${slug(titre).slice(0, LONGUEUR_CLE)}`,
  );
  const preuves = proofs(contexte, entree.titre);
  const { registre } = contexte;
  registre.propriete(id, 'titre', titre, preuves, 'rapport-titre@1');
  registre.propriete(id, 'numero', entree.numero, preuves, 'rapport-titre@1');
  registre.propriete(id, 'annee', contexte.annee, contexte.anneePreuves, 'annee@1');
  // the name of the centre, over the first lines, is no part of the report
  const partie = entree.axe === null ? '' : clean(entree.axe.texte);
  const axe =
    fold(partie) === fold(contexte.producteur?.nom ?? '') || partie === '' ? null : partie;
  if (entree.axe !== null)
    registre.propriete(id, 'axe', axe, proofs(contexte, entree.axe), 'axe@1');
  const statut = assertFindings(contexte, id, entree, v);
  const lue = asAction(entree, v);
  registre.propriete(id, 'pages', printedPages(contexte, lue.pages), preuves, 'pages@1');
  assertActors(contexte, id, lue);
  registre.relation('DOCUMENTE', documentEntity(contexte), id, preuves, 'document@1');
  registre.textes.set(
    id,
    bodyOf(entree)
      .map((b) => clean(b.texte))
      .join('\n'),
  );
  return { id, numero: entree.numero, titre, axe, statut, amorce: opening(entree, v), preuves };
}

/** « La journée prévue en novembre »: what its first sentence says before its verb. */
function opening({ corps: [premiere] }: EntreeLue, v: VocabulaireRapport): string {
  if (premiere === undefined) return '';
  const indice = cueOf(premiere.texte, v);
  const fin =
    indice === null || indice.statut === 'realisee' ? premiere.texte.length : indice.debut;
  return clean(premiere.texte.slice(0, fin)).slice(0, 300);
}

function assertActors(contexte: Contexte, id: string, lue: ActionLue): void {
  const champ = assertTerritoires(contexte, id, lue);
  assertDispositifs(contexte, id, lue, champ);
  // the sentences are read by the rules of reports, which stop at the verb that follows the names
  assertIntervenants(contexte, id, { ...lue, corps: [] });
  assertOrganismesCites(contexte, id, lue);
  assertPublics(contexte, id, lue);
  assertThemes(contexte, id, [lue.titre]);
}

/** What became of the action, each with its passage. Returns the statut. */
function assertFindings(
  contexte: Contexte,
  id: string,
  entree: EntreeLue,
  v: VocabulaireRapport,
): string | null {
  const { registre, annee } = contexte;
  const dits = findingsOf(entree, annee, v);
  const ecrire = (nom: string, dit: Dit<string | number | readonly string[]> | null) => {
    if (dit !== null)
      registre.propriete(
        id,
        nom,
        dit.valeur,
        [dit.bloc, ...(dit.suite ?? [])].flatMap((b) => proofs(contexte, b)),
        `rapport-${nom.toLowerCase()}@1`,
      );
  };
  ecrire('statut', dits.statut);
  ecrire('datesRealisees', dits.dates);
  ecrire(
    'periodeRealisee',
    dits.periode === null ? null : { ...dits.periode, valeur: clean(dits.periode.valeur) },
  );
  ecrire('seancesRealisees', dits.seances);
  ecrire('participants', dits.participants);
  ecrire('participantsMoyenne', dits.moyenne);
  ecrire(
    'reporteeA',
    dits.reporteeA === null ? null : { ...dits.reporteeA, valeur: clean(dits.reporteeA.valeur) },
  );
  const effectif = dits.participants ?? dits.moyenne;
  if (dits.approx && effectif !== null)
    registre.propriete(
      id,
      'participantsApprox',
      true,
      proofs(contexte, effectif.bloc),
      'rapport-participants@1',
    );
  return dits.statut?.valeur ?? null;
}

/** What is told of the action, month after month. */
function bodyOf({ corps, suites = [] }: EntreeLue): readonly Bloc[] {
  return [...corps, ...suites.flatMap((s) => s.corps)];
}

/** An entry as the rules of actions read one: its fields, and who its sentences say has spoken. */
function asAction(entree: EntreeLue, v: VocabulaireRapport): ActionLue {
  const corps = bodyOf(entree);
  const champs = [...entree.champs, ...corps.flatMap(sentences).flatMap((s) => spoken(s, v))];
  const blocs = [entree.titre, ...corps, ...entree.cellules.map((c) => c.valeur)];
  const pages = [...new Set(blocs.flatMap((b) => b.carte.map((t) => t.page)))].sort(
    (a, b) => a - b,
  );
  return {
    numero: entree.numero,
    titre: entree.titre,
    intitule: entree.titre,
    format: null,
    pages,
    corps,
    champs,
    notes: [],
    renvoi: null,
  };
}

function freeId(ids: Set<string>, cle: string): string {
  const base = cle.replace(/-+$/, '');
  let libre = base;
  for (let i = 2; ids.has(libre); i += 1) libre = `${base}-${i}`;
  ids.add(libre);
  return libre;
}
