import type { Bloc } from '../../../src/domain/bloc.js';
import { fold } from '../../../src/french/fold.js';
import type { ActionLue } from '../structure.js';
import type { Contexte } from './contexte.js';
import { proofs } from './contexte.js';
import { usableSentences } from './phrases.js';
import { assertQuartier } from './quartiers.js';
import { quartersOfPeople } from './quartiersProse.js';
import { quartersOf } from './quartiersSeuls.js';
import type { Champ, Releve } from './releve.js';
import { isHome } from './territoiresIndices.js';

/**
 * « dans le quartier Saint-Jean », « les médiatrices des Coteaux », of an action that touches one commune only, or
 * that names one only, where it meets.
 */
export function assertSeuls(
  contexte: Contexte,
  action: string,
  lue: ActionLue,
  releve: Releve,
): void {
  const seule = onlyCommune(contexte, releve);
  if (seule === undefined) return;
  for (const bloc of [lue.titre, ...lue.corps]) {
    const quartiers = [
      ...quartersOf(contexte, bloc, seule),
      ...quartersOfPeople(contexte, bloc, seule),
    ];
    for (const q of quartiers) {
      if (!releve.touches.has(seule)) releve.communesDeQuartiers.add(seule);
      assertQuartier(contexte, action, bloc, q, 'texte');
    }
  }
}

function onlyCommune(contexte: Contexte, releve: Releve): string | undefined {
  const { touches, cites, communesDeQuartiers } = releve;
  const estCommune = (id: string): boolean => contexte.gazetteer.commune(id) !== undefined;
  const touchees = [...touches.keys(), ...communesDeQuartiers].filter(estCommune);
  const possibles =
    touches.size > 0 || touchees.length > 0 ? touchees : [...cites.keys()].filter(estCommune);
  const [seule, ...autres] = new Set(possibles);
  if (seule === undefined || autres.length > 0 || !isHome(contexte, seule)) return undefined;
  return seule;
}

/**
 * « ouverte à tout le département de la Loire », « venus de toute la Dordogne »: the whole département, whatever
 * communes are named beside. True when the text says so.
 */
export function assertDepartementOuvert(
  contexte: Contexte,
  lue: ActionLue,
  releve: Releve,
): boolean {
  const { departement, gazetteer, annee, vocabulaire } = contexte;
  if (departement === null) return false;
  // « Pour : associations de tout le département »
  for (const { valeur } of lue.champs.filter((c) => c.champs.includes('publics'))) {
    if (!PUBLIC_DE_TOUT.test(fold(valeur.texte))) continue;
    touche(contexte, departement, valeur, { debut: 0, fin: valeur.texte.length }, releve);
    return true;
  }
  for (const { bloc, plie, place } of usableSentences(contexte, lue.corps)) {
    const dit = vocabulaire.departementOuvert.exec(plie);
    const nomme = gazetteer
      .mentions(bloc.texte, {
        annee,
        mode: 'document',
        types: ['departement', 'commune', 'organisme'],
        departement: departement.code,
      })
      .find(
        (m) => m.candidats[0]?.id === departement.id && TOUT.test(bloc.texte.slice(0, m.debut)),
      );
    const passage =
      dit === null ? nomme : { debut: place(dit.index), fin: place(dit.index + dit[0].length) };
    if (passage === undefined) continue;
    touche(contexte, departement, bloc, passage, releve);
    return true;
  }
  return false;
}

const PUBLIC_DE_TOUT = /(?<![a-z])(?:tout le|l'ensemble du) departement(?![a-z])/;
/** « toute la » before the name of the département. */
const TOUT =
  /(?:tout(?:e)?\s+(?:le|la|l[’'])|l[’']ensemble\s+d(?:u|e la|e l[’']))\s*(?:département\s+d(?:u|e la|es|e l[’']|e|[’'])\s*)?$/u;

function touche(
  contexte: Contexte,
  departement: NonNullable<Contexte['departement']>,
  bloc: Bloc,
  { debut, fin }: { readonly debut: number; readonly fin: number },
  releve: Releve,
): void {
  const preuves = [...proofs(contexte, bloc, debut, fin), ...departement.preuves];
  const candidat = { id: departement.id, libelle: '' };
  releve.touche({ candidat, type: 'departement', preuves }, 'texte');
}

/** « les chefs de projet du département »: where no field names a territory, nor the text a commune. */
export function assertDepartementTexte(
  contexte: Contexte,
  lue: ActionLue,
  champ: Champ,
  releve: Releve,
): void {
  const { departement } = contexte;
  if (champ !== 'absent' || departement === null || releve.touches.size > 0) return;
  for (const { bloc, plie, place } of usableSentences(contexte, lue.corps)) {
    const trouve = contexte.vocabulaire.departementTexte.exec(plie);
    if (trouve === null) continue;
    const passage = { debut: place(trouve.index), fin: place(trouve.index + trouve[0].length) };
    touche(contexte, departement, bloc, passage, releve);
    return;
  }
}
