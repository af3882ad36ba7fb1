import type { Bloc } from '../../../src/domain/bloc.js';
import { fold } from '../../../src/french/fold.js';
import type { Mention } from '../../../src/gazetteer/types.js';
import type { ActionLue, ChampLu, NomChamp } from '../structure.js';
import { alertAmbiguousPlace, alertUnknownPlace } from './alertes.js';
import type { Contexte } from './contexte.js';
import { proofs } from './contexte.js';
import { isExcluded } from './exclusions.js';
import { unknownGroupings } from './lieuxInconnus.js';
import type { QuartierNomme } from './quartiers.js';
import { assertQuartier, quartersIn } from './quartiers.js';
import { quartersInProse } from './quartiersProse.js';
import type { Champ, Lieu } from './releve.js';
import { Releve } from './releve.js';
import { territoryFields } from './territoiresEtiquettes.js';
import { isAddress, isHome, isIn, takesPart } from './territoiresIndices.js';
import {
  assertDepartementOuvert,
  assertDepartementTexte,
  assertSeuls,
} from './territoiresTexte.js';

const LIEUX = ['commune', 'intercommunalite', 'departement'] as const;

/**
 * TOUCHE and CITE of an action (DESIGN 6): its territory field first, then its title, text and notes,
 * where cue words tell a place that takes part from an example.
 * Returns what the territory field says: a named territory limits the action.
 */
export function assertTerritoires(contexte: Contexte, action: string, lue: ActionLue): Champ {
  const releve = new Releve();
  const territoire = territoryFields(contexte, lue);
  const champ = readChamp(contexte, action, territoire, releve);
  const ouvert = champ === 'absent' && assertDepartementOuvert(contexte, lue, releve);
  const voisins = meetingFields(contexte, lue, territoire);
  const corps = [lue.titre, ...lue.corps, ...lue.notes.map((note) => note.texte)];
  for (const bloc of corps)
    readCorps(contexte, bloc, { champ: ouvert ? 'departement' : champ, voisins }, releve);
  for (const c of lue.champs) {
    if ((c.champs.length > 0 && !territoire.includes(c)) || voisins.includes(c))
      readAutreChamp(contexte, c.valeur, c.champs, champ, releve);
  }
  for (const bloc of [...lue.notes.map((n) => n.texte), ...lue.corps, lue.titre]) {
    for (const q of quartersOfText(contexte, bloc)) {
      const touchee = releve.touches.has(q.commune) || releve.communesDeQuartiers.has(q.commune);
      if (touchee) assertQuartier(contexte, action, bloc, q, 'texte');
    }
  }
  assertSeuls(contexte, action, lue, releve);
  assertDepartementTexte(contexte, lue, champ, releve);
  writeReleve(contexte, action, releve);
  return champ;
}

/** Quarters of a running text, with the word « quartier » or without it, each once. */
function quartersOfText(contexte: Contexte, bloc: Bloc): QuartierNomme[] {
  const dits = quartersIn(contexte, bloc);
  const autres = quartersInProse(contexte, bloc).filter(
    (q) => !dits.some((d) => d.debut < q.fin && q.debut < d.fin),
  );
  return [...dits, ...autres];
}

function readChamp(
  contexte: Contexte,
  action: string,
  champs: readonly ChampLu[],
  releve: Releve,
): Champ {
  const valeurs = champs.map((c) => c.valeur);
  if (valeurs.length === 0) return 'absent';
  let resultat: Champ = 'ensemble';
  for (const valeur of valeurs) {
    const tous = places(contexte, valeur, { autres: ['quartier'], champ: true });
    for (const lieu of tous.filter((l) => l.exclu)) releve.cite(lieu);
    const quartiers = readQuartiers(contexte, action, valeur, releve);
    const lieux = tous.filter(
      (l) => !l.exclu && !quartiers.some((q) => situates(q, l.debut) || q.debut === l.debut),
    );
    const fins = lieux.filter((l) => l.type !== 'departement');
    const departements = lieux.filter((l) => l.type === 'departement');
    const inconnus = readInconnus(contexte, valeur);
    for (const lieu of fins.length > 0 ? fins : departements) releve.touche(lieu, 'champ');
    if (fins.length > 0 || quartiers.length > 0 || inconnus) resultat = 'nommes';
    else if (departements.length > 0) resultat = 'departement';
    else if (touchesDepartement(contexte, valeur, releve)) resultat = 'departement';
    else if (contexte.vocabulaire.regionEntiere.test(fold(valeur.texte))) resultat = 'departement';
  }
  return resultat;
}

/** True for the name of a commune that only says where a quarter is: « Vénissieux (Les Minguettes) » names both. */
function situates(q: QuartierNomme, debut: number): boolean {
  return q.mention.debut === debut && q.entreParentheses !== true;
}

/** Quarters of the field: they are touched, their commune through them. */
function readQuartiers(
  contexte: Contexte,
  action: string,
  valeur: Bloc,
  releve: Releve,
): QuartierNomme[] {
  const quartiers = quartersIn(contexte, valeur, true).filter(
    (q) => !isExcluded(contexte, valeur.texte, q.debut, q.fin),
  );
  for (const q of quartiers) {
    releve.communesDeQuartiers.add(q.commune);
    assertQuartier(contexte, action, valeur, q, 'champ');
  }
  return quartiers;
}

/** True when the field names a grouping that no list knows: such a territory limits the action too. */
function readInconnus(contexte: Contexte, valeur: Bloc): boolean {
  const connus = contexte.gazetteer.mentions(valeur.texte, {
    annee: contexte.annee,
    mode: 'document',
    types: LIEUX,
    ...(contexte.departement === null ? {} : { departement: contexte.departement.code }),
  });
  const inconnus = unknownGroupings(contexte, valeur, connus);
  for (const { debut, fin } of inconnus)
    alertUnknownPlace(contexte, proofs(contexte, valeur, debut, fin));
  return inconnus.length > 0;
}

function touchesDepartement(contexte: Contexte, valeur: Bloc, releve: Releve): boolean {
  const trouve = contexte.vocabulaire.departementEntier.exec(fold(valeur.texte));
  if (trouve === null || contexte.departement === null) return false;
  const preuves = [...proofs(contexte, valeur), ...contexte.departement.preuves];
  releve.touche(
    { candidat: { id: contexte.departement.id, libelle: '' }, type: 'departement', preuves },
    'champ',
  );
  return true;
}

/** Fields of an unknown label that say where one meets: their places are cited, in the text that holds them too. */
function meetingFields(
  contexte: Contexte,
  lue: ActionLue,
  territoire: readonly ChampLu[],
): ChampLu[] {
  return lue.champs.filter(
    (c) =>
      c.inconnu === true &&
      !territoire.includes(c) &&
      contexte.vocabulaire.etiquetteDeLieu.test(fold(c.etiquette.texte)),
  );
}

interface Alentours {
  readonly champ: Champ;
  readonly voisins: readonly ChampLu[];
}

function readCorps(
  contexte: Contexte,
  bloc: Bloc,
  { champ, voisins }: Alentours,
  releve: Releve,
): void {
  const quartiers = quartersOfText(contexte, bloc);
  const ailleurs = voisins.flatMap((c) => proofs(contexte, c.valeur));
  for (const lieu of places(contexte, bloc)) {
    if (isAddress(bloc.texte, lieu.debut) || lieu.preuves.every((p) => isIn(p, ailleurs))) continue;
    if (lieu.type === 'departement') {
      if (lieu.candidat.id !== contexte.departement?.id) releve.cite(lieu);
      continue;
    }
    const touche = !lieu.exclu && takesPart(contexte, bloc, lieu, champ);
    // « Grigny 2 » is a quarter, its name is no commune
    const situe = quartiers.some(
      (q) => (q.mention.debut === lieu.debut && q.entreParentheses !== true) || isInside(q, lieu),
    );
    // « Beauval », a quarter of Meaux, is no place of the Somme
    if (quartiers.some((q) => isInside(q, lieu) && q.commune !== lieu.candidat.id)) continue;
    if (touche && situe) releve.communesDeQuartiers.add(lieu.candidat.id);
    else if (touche) releve.touche(lieu, 'texte');
    else releve.cite(lieu);
  }
}

/** True for the name of a place inside that of a quarter; « Amiens Nord » names Amiens too. */
function isInside(q: QuartierNomme, { debut }: { readonly debut: number }): boolean {
  return q.debut <= debut && debut < q.fin && q.mention.debut !== debut;
}

function readAutreChamp(
  contexte: Contexte,
  valeur: Bloc,
  champs: readonly NomChamp[],
  champ: Champ,
  releve: Releve,
): void {
  for (const lieu of places(contexte, valeur)) {
    if (lieu.type === 'departement') continue;
    const pourSesHabitants =
      champs.includes('publics') &&
      lieu.type === 'commune' &&
      champ !== 'nommes' &&
      isHome(contexte, lieu.candidat.id);
    if (pourSesHabitants) releve.touche(lieu, 'texte');
    else releve.cite(lieu);
  }
}

/** Places named in a block; a part of a département (« Est Val d'Oise ») names no département. */
function places(
  contexte: Contexte,
  bloc: Bloc,
  { autres = [], champ = false }: { autres?: readonly Mention['type'][]; champ?: boolean } = {},
): (Lieu & { debut: number; fin: number; exclu: boolean })[] {
  const mentions = contexte.gazetteer.mentions(bloc.texte, {
    annee: contexte.annee,
    mode: 'document',
    types: [...LIEUX, ...autres],
    ...(champ ? { champ } : {}),
    ...(contexte.departement === null ? {} : { departement: contexte.departement.code }),
  });
  return mentions.flatMap((m) => {
    const avant = fold(bloc.texte.slice(Math.max(0, m.debut - AVANT_NOM), m.debut));
    if (m.type === 'departement' && contexte.vocabulaire.partieDe.test(avant.trimEnd())) return [];
    const colle = avant.replace(/\s+/g, ' ');
    if (contexte.vocabulaire.organismeNomme.test(colle)) return [];
    if (contexte.vocabulaire.enseignant.test(colle)) return [];
    const preuves = proofs(contexte, bloc, m.debut, m.fin);
    const [premier, second] = m.candidats;
    if (premier === undefined) return [];
    if (second !== undefined) {
      alertAmbiguousPlace(contexte, m, preuves);
      return [];
    }
    const exclu = isExcluded(contexte, bloc.texte, m.debut, m.fin);
    return [{ candidat: premier, type: m.type, preuves, debut: m.debut, fin: m.fin, exclu }];
  });
}

/** How far back a name's qualifier (« Est », « maître de conférences à ») is looked for, in characters. */
const AVANT_NOM = 90;

function writeReleve(contexte: Contexte, action: string, releve: Releve): void {
  for (const [id, { origine, preuves }] of releve.touches) {
    contexte.registre.relation('TOUCHE', action, id, preuves, `territoire-${origine}@1`, {
      proprietes: { origine },
    });
  }
  for (const [id, preuves] of releve.cites) {
    if (releve.touches.has(id) || releve.communesDeQuartiers.has(id)) continue;
    contexte.registre.relation('CITE', action, id, preuves, 'lieu-cite@1');
  }
}
