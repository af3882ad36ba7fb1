import { fold } from '../../../src/french/fold.js';
import type { BrouillonAction, BrouillonAxe } from './brouillon.js';
import type { Ecartes } from './ecartes.js';
import { ressemblance } from './titres.js';

/** Rows that repeat titles, at least, and their share of a run. */
const RAPPELS_MIN = 3;
const PART_MIN = 0.7;
const RESSEMBLANCE_MIN = 0.9;
/** Actions among which titles that are nearly alike are looked for. */
const PROCHES_MAX = 300;

/**
 * A calendar or a table « at a glance » names again actions that are read elsewhere: its rows complete
 * them with the fields they lack, and are no actions of their own. The parts that are left.
 */
export function reunirRappels(axes: readonly BrouillonAxe[], ecartes: Ecartes): BrouillonAxe[] {
  const toutes = axes.flatMap((axe) => axe.actions);
  return axes.filter((axe) => {
    const rappels = axe.actions.length === 0 ? new Map() : rappelsDe(axe.actions, toutes);
    for (const [rappel, action] of rappels) completer(action, rappel, ecartes);
    const restes = axe.actions.filter((a) => !rappels.has(a));
    if (rappels.size === 0) return true;
    axe.actions.splice(0, axe.actions.length, ...restes);
    if (restes.length > 0 || axe.publications.length > 0) return true;
    for (const bloc of [axe.titre, ...axe.introduction])
      if (bloc.texte !== '') ecartes.liste.push({ bloc, raison: 'rappel' });
    return false;
  });
}

/** The actions of a part that only recall others, each with the one it recalls. */
function rappelsDe(
  actions: readonly BrouillonAction[],
  toutes: readonly BrouillonAction[],
): Map<BrouillonAction, BrouillonAction> {
  const rappels = new Map<BrouillonAction, BrouillonAction>();
  for (const suite of suitesNues(actions)) {
    const dedans = new Set(suite);
    const autres = toutes.filter((a) => !dedans.has(a));
    if (autres.length < RAPPELS_MIN) continue;
    const parTitre = new Map(autres.map((a) => [plier(a.titre.texte), a]));
    const paires = suite.flatMap((rappel) => {
      const exacte = parTitre.get(plier(rappel.titre.texte));
      const action = exacte ?? (autres.length > PROCHES_MAX ? undefined : proche(rappel, autres));
      const plus = action !== undefined && riche(action, rappel);
      return plus ? [[rappel, action] as const] : [];
    });
    const distinctes = new Set(paires.map(([, a]) => a)).size;
    if (distinctes < RAPPELS_MIN || distinctes < suite.length * PART_MIN) continue;
    for (const [rappel, action] of paires) rappels.set(rappel, action);
  }
  return rappels;
}

/** Runs of actions that nothing is told of but fields. */
function suitesNues(actions: readonly BrouillonAction[]): BrouillonAction[][] {
  const suites: BrouillonAction[][] = [[]];
  for (const a of actions) {
    if (a.corps.length > 0) suites.push([]);
    else suites.at(-1)?.push(a);
  }
  return suites.filter((s) => s.length >= RAPPELS_MIN);
}

function riche(action: BrouillonAction, rappel: BrouillonAction): boolean {
  return action.corps.length > 0 || action.champs.length > rappel.champs.length;
}

function proche(
  rappel: BrouillonAction,
  autres: readonly BrouillonAction[],
): BrouillonAction | undefined {
  return autres.find((a) => ressemblance(a.titre.texte, rappel.titre.texte) >= RESSEMBLANCE_MIN);
}

function plier(texte: string): string {
  return fold(texte)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function completer(action: BrouillonAction, rappel: BrouillonAction, ecartes: Ecartes): void {
  const blocs = [rappel.titre];
  for (const champ of rappel.champs) {
    const manque =
      champ.champs.length > 0 &&
      !action.champs.some((c) => c.champs.some((nom) => champ.champs.includes(nom)));
    if (manque) action.champs.push(champ);
    else blocs.push(champ.etiquette, champ.valeur);
    if (manque) for (const t of champ.valeur.carte) action.pages.add(t.page);
  }
  for (const note of rappel.notes) if (!action.notes.includes(note)) action.notes.push(note);
  for (const bloc of blocs) if (bloc.texte !== '') ecartes.liste.push({ bloc, raison: 'rappel' });
}
