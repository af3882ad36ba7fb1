import type { Bloc } from '../../../src/domain/bloc.js';
import type { Preuve } from '../../../src/domain/fait.js';
import { estPreuveTexte } from '../../../src/domain/fait.js';
import { parsePeriode } from '../../../src/french/periods.js';
import { parseSeances } from '../../../src/french/sessions.js';
import type { ActionLue, AxeLu, NomChamp } from '../structure.js';
import type { Contexte } from './contexte.js';
import { clean, printedPages, proofs } from './contexte.js';
import { assertDispositifs } from './dispositifs.js';
import { assertIntervenants } from './intervenants.js';
import { assertOrganismesCites } from './organismes.js';
import { usableSentences } from './phrases.js';
import { numberProofs } from './preuvesNumero.js';
import { assertPublicsAnnonces, assertPublicsTexte } from './publicsTexte.js';
import { assertPublics, assertThemes } from './sujets.js';
import { exercice } from './temps.js';
import {
  assertPeriodeRythme,
  assertPeriodeTexte,
  assertSeancesDatees,
  assertSeancesTexte,
  lacks,
} from './tempsTexte.js';
import { assertTerritoires } from './territoires.js';

/** Fields kept as printed, under the property of the same name. */
const IMPRIMES: readonly NomChamp[] = [
  'periode',
  'seances',
  'publics',
  'territoire',
  'animation',
  'intervenants',
  'partenaires',
];

/** All that the programme says of one action. `id` is its id, `programme` the proofs that it is planned. */
export function assertAction(
  contexte: Contexte,
  id: string,
  lue: ActionLue,
  axe: AxeLu | null,
): void {
  const { registre } = contexte;
  const titre = proofs(contexte, lue.intitule);
  registre.propriete(id, 'titre', clean(lue.intitule.texte), titre, 'titre@1');
  registre.propriete(id, 'numero', lue.numero, numberProofs(contexte, lue.titre), 'numero@1');
  if (lue.format !== null)
    registre.propriete(
      id,
      'format',
      clean(lue.format.texte),
      proofs(contexte, lue.format),
      'format@1',
    );
  registre.propriete(
    id,
    'pages',
    printedPages(contexte, lue.pages),
    pageProofs(contexte, lue),
    'pages@1',
  );
  registre.propriete(id, 'annee', contexte.annee, contexte.anneePreuves, 'annee@1');
  registre.propriete(id, 'statut', 'programmee', contexte.anneePreuves, 'programmee@1');
  if (axe !== null)
    registre.propriete(id, 'axe', clean(axe.titre.texte), proofs(contexte, axe.titre), 'axe@1');
  for (const nom of IMPRIMES) assertImprime(contexte, id, lue, nom);
  assertPeriode(contexte, id, lue);
  assertSeances(contexte, id, lue);
  const champ = assertTerritoires(contexte, id, lue);
  assertDispositifs(contexte, id, lue, champ);
  assertIntervenants(contexte, id, lue);
  assertOrganismesCites(contexte, id, lue);
  assertPublics(contexte, id, lue);
  assertProse(contexte, id, lue);
  assertThemes(contexte, id, [lue.titre], axe?.titre);
  registre.textes.set(id, runningText(lue));
}

/** What the running text says of when, how often and for whom, each only where no field does. */
function assertProse(contexte: Contexte, id: string, lue: ActionLue): void {
  const phrases = usableSentences(contexte, lue.corps);
  // « Rythme : 6 séances, de janvier à décembre 2015 »: the field of sessions says when too
  const rythmes = fieldValues(lue, 'seances');
  const dites = usableSentences(contexte, rythmes);
  if (lacks(lue, 'periode') && !assertPeriodeRythme(contexte, id, rythmes))
    assertPeriodeTexte(contexte, id, [...dites, ...phrases]);
  if (lacks(lue, 'seances') && !assertSeancesDatees(contexte, id, fieldValues(lue, 'periode')))
    assertSeancesTexte(contexte, id, phrases);
  if (!lacks(lue, 'publics')) return;
  assertPublicsTexte(contexte, id, phrases);
  assertPublicsAnnonces(contexte, id, lue.corps);
}

/** Values of a field, in the order printed. */
function fieldValues(lue: ActionLue, nom: NomChamp): Bloc[] {
  return lue.champs
    .filter((c) => c.champs.includes(nom) && clean(c.valeur.texte) !== '')
    .map((c) => c.valeur);
}

function assertImprime(contexte: Contexte, id: string, lue: ActionLue, nom: NomChamp): void {
  const valeurs = fieldValues(lue, nom);
  const texte = valeurs.map((v) => clean(v.texte)).join(' ; ');
  const preuves = valeurs.flatMap((v) => proofs(contexte, v));
  contexte.registre.propriete(id, nom, texte, preuves, `champ-${nom}@1`);
}

function assertPeriode(contexte: Contexte, id: string, lue: ActionLue): void {
  const [valeur] = fieldValues(lue, 'periode');
  if (valeur === undefined) return;
  const periode = parsePeriode(valeur.texte, exercice(contexte));
  if (periode === null) return;
  const preuves = proofs(contexte, valeur);
  contexte.registre.propriete(id, 'periodeDebut', periode.debut, preuves, 'periode@1');
  contexte.registre.propriete(id, 'periodeFin', periode.fin, preuves, 'periode@1');
  contexte.registre.propriete(id, 'periodePrecision', periode.precision, preuves, 'periode@1');
}

function assertSeances(contexte: Contexte, id: string, lue: ActionLue): void {
  const champ = lue.champs.find(
    (c) => c.champs.includes('seances') && clean(c.valeur.texte) !== '',
  );
  if (champ === undefined) return;
  const { valeur, etiquette } = champ;
  const seances = parseSeances(valeur.texte, contexte.annee, etiquette.texte);
  if (seances === null) return;
  const preuves = proofs(contexte, valeur);
  const { registre } = contexte;
  registre.propriete(id, 'seancesMin', seances.min, preuves, 'seances@1');
  registre.propriete(id, 'seancesMax', seances.max, preuves, 'seances@1');
  // « Nombre de séances : 3 »: the unit is in the label
  const unite = [...proofs(contexte, etiquette), ...preuves];
  registre.propriete(id, 'seancesUnite', seances.unite, unite, 'seances@1');
  registre.propriete(id, 'seancesApprox', seances.approx, preuves, 'seances@1');
}

/** One proof a page: the title on its own, the first block found on each other. */
function pageProofs(contexte: Contexte, lue: ActionLue): Preuve[] {
  const blocs = [
    lue.titre,
    ...lue.corps,
    ...lue.champs.flatMap((c) => [c.etiquette, c.valeur]),
    ...lue.notes.map((n) => n.texte),
  ];
  const parPage = new Map<number, Preuve>();
  for (const preuve of blocs.flatMap((bloc) => proofs(contexte, bloc))) {
    if (estPreuveTexte(preuve) && !parPage.has(preuve.page)) parPage.set(preuve.page, preuve);
  }
  return lue.pages.flatMap((page) => parPage.get(page) ?? []);
}

/** What search reads of an action beside its fields. */
function runningText(lue: ActionLue): string {
  const champs = lue.champs.map((c) => `${clean(c.etiquette.texte)} : ${clean(c.valeur.texte)}`);
  return [
    ...lue.corps.map((b) => clean(b.texte)),
    ...lue.notes.map((n) => clean(n.texte.texte)),
    ...champs,
  ].join('\n');
}
