import { type Bloc, sliceBloc } from '../../../src/domain/bloc.js';
import { fold, foldWithMap } from '../../../src/french/fold.js';
import type { NomChamp } from '../structure.js';
import { BLOC_VIDE } from './blocs.js';
import type { BrouillonAction, BrouillonAxe } from './brouillon.js';
import type { Ecartes } from './ecartes.js';
import { estNombreDeSeances, estPeriode } from './moments.js';

/** Lines of a calendar, at least, and their share of the part that holds nothing else. */
const LIGNES_MIN = 3;
const PART_MIN = 0.6;
const TITRE_MIN = 6;
const LIGNE_MAX = 300;
const SEPARATEUR = /\s[–—·•-]\s|\s?[|;()]\s?|\t|\s?:\s|, /g;
/** « Action 3 – 4 avril », « Fiche n° 2 : mai ». */
const PAR_NUMERO =
  /^(?:action|fiche(?:-| )?action|fiche|atelier|rencontre|n°)\s*(?:n\s?°\s*)?(\d{1,2})(?!\d)/;

interface LigneDeCalendrier {
  readonly bloc: Bloc;
  readonly action: BrouillonAction;
  readonly valeurs: readonly (readonly [NomChamp, Bloc])[];
}

/**
 * A list of dates at the end of a document, « 15 mars : Lire un budget communal (3 séances) », tells when the
 * actions that it names are held, each by its title or its number. It completes those that lack it; a part
 * that is nothing else is no part. The parts that are left.
 */
export function lireCalendriers(axes: readonly BrouillonAxe[], ecartes: Ecartes): BrouillonAxe[] {
  const actions = axes.flatMap((axe) => axe.actions);
  const titres = actions
    .map((action) => ({ action, titre: fold(action.titre.texte).trim() }))
    .filter(({ titre }) => titre.length >= TITRE_MIN)
    .sort((a, b) => b.titre.length - a.titre.length);
  const lire = (blocs: readonly Bloc[], sauf: BrouillonAction | null) => {
    const lues = blocs.flatMap((b) => lireLigne(b, titres, actions) ?? []);
    const autres = new Set(lues.map((l) => l.action).filter((a) => a !== sauf));
    return autres.size >= LIGNES_MIN ? lues : [];
  };
  for (const action of actions) for (const l of lire(action.corps, action)) completer(l);
  return axes.filter((axe) => {
    const lues = lire(axe.introduction, null);
    for (const l of lues) completer(l);
    const seul = axe.actions.length === 0 && axe.publications.length === 0;
    if (!seul || lues.length === 0 || lues.length < axe.introduction.length * PART_MIN) return true;
    for (const bloc of [axe.titre, ...axe.introduction])
      if (bloc.texte !== '') ecartes.liste.push({ bloc, raison: 'rappel' });
    return false;
  });
}

function lireLigne(
  bloc: Bloc,
  titres: readonly { readonly action: BrouillonAction; readonly titre: string }[],
  actions: readonly BrouillonAction[],
): LigneDeCalendrier | null {
  if (bloc.texte.length > LIGNE_MAX || !/\d/.test(bloc.texte)) return null;
  const nommee = nommer(bloc, titres, actions);
  if (nommee === null) return null;
  const { action, debut, fin } = nommee;
  const valeurs = [...valeursDe(bloc, 0, debut), ...valeursDe(bloc, fin, bloc.texte.length)];
  return valeurs.some(([nom]) => nom === 'periode') ? { bloc, action, valeurs } : null;
}

/** The action that a line names, and where. */
function nommer(
  bloc: Bloc,
  titres: readonly { readonly action: BrouillonAction; readonly titre: string }[],
  actions: readonly BrouillonAction[],
): { action: BrouillonAction; debut: number; fin: number } | null {
  const { texte, carte } = foldWithMap(bloc.texte);
  for (const { action, titre } of titres) {
    const i = texte.indexOf(titre);
    const suivante = texte[i + titre.length] ?? ' ';
    if (i < 0 || /[a-z0-9]/.test(texte[i - 1] ?? ' ') || /[a-z0-9]/.test(suivante)) continue;
    return { action, debut: carte[i] ?? 0, fin: carte[i + titre.length] ?? bloc.texte.length };
  }
  const lu = PAR_NUMERO.exec(texte);
  const memes = actions.filter((a) => a.numero !== null && a.numero === Number(lu?.[1]));
  const [action] = memes;
  if (lu === null || action === undefined || memes.length > 1) return null;
  return { action, debut: 0, fin: carte[lu[0].length] ?? bloc.texte.length };
}

/** The periods and numbers of meetings of a passage, each between two marks. */
function valeursDe(bloc: Bloc, debut: number, fin: number): [NomChamp, Bloc][] {
  const texte = bloc.texte.slice(debut, fin);
  const bornes = [...texte.matchAll(SEPARATEUR)].map((m) => [m.index, m.index + m[0].length]);
  const valeurs: [NomChamp, Bloc][] = [];
  let depuis = 0;
  for (const [a, b] of [...bornes, [texte.length, texte.length]]) {
    const part = texte.slice(depuis, a);
    const nom = estNombreDeSeances(part) ? 'seances' : estPeriode(part) ? 'periode' : null;
    const [d, f] = [depuis + part.length - part.trimStart().length, depuis + part.trimEnd().length];
    if (nom !== null && d < f) valeurs.push([nom, sliceBloc(bloc, debut + d, debut + f)]);
    depuis = b ?? texte.length;
  }
  return valeurs;
}

function completer({ action, valeurs }: LigneDeCalendrier): void {
  const manquent = valeurs.filter(
    ([nom]) => !action.champs.some((c) => c.champs.includes(nom) && c.valeur.texte !== ''),
  );
  for (const [nom, valeur] of manquent) {
    action.champs.push({ champs: [nom], etiquette: BLOC_VIDE, valeur });
    for (const t of valeur.carte) action.pages.add(t.page);
  }
}
