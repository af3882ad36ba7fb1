import { fold } from '../french/fold.js';
import { axesDesActions } from './actions.js';
import type { Contexte } from './contexte.js';
import { couperMots, estMotVide } from './mots.js';
import { nombre, reference } from './references.js';
import type { Reference } from './types.js';

const MARQUE = /\b(?:axes?|chapitre|volet|rubrique|thematique)\b\s*(?:n°?\s*)?/;

/** Axes of the base that a question names after « axe », by number or by words of their title. */
export function lireAxes(
  contexte: Contexte,
  plie: string,
): { readonly axes: readonly Reference[]; readonly debut: number; readonly fin: number } | null {
  const marque = MARQUE.exec(plie);
  if (marque === null) return null;
  const suite = marque.index + marque[0].length;
  const numero = /^(\d{1,2})\b/.exec(plie.slice(suite));
  if (numero !== null) {
    const axes = contexte.tous('Axe').filter((a) => nombre(a, 'ordinal') === Number(numero[1]));
    return trouves(
      contexte,
      axes.map((a) => a.id),
      marque.index,
      suite + numero[0].length,
    );
  }
  return parTitre(contexte, plie, marque.index, suite);
}

/** The axes that have most of the words that follow, in a row; at least one. */
function parTitre(contexte: Contexte, plie: string, debut: number, suite: number) {
  const mots = couperMots(plie.slice(suite));
  let meilleurs: string[] = [];
  let compte = 0;
  let fin = suite;
  for (const axe of contexte.tous('Axe')) {
    const titre = new Set(utiles(fold(axe.libelle)));
    let n = 0;
    let bout = suite;
    for (const m of mots) {
      if (titre.has(m.texte)) {
        n += 1;
        bout = suite + m.fin;
      } else if (!estMotVide(m.texte)) break;
    }
    // A title said in whole comes before a longer one that has the same words.
    const note = n === titre.size ? n + 0.5 : n;
    if (n === 0 || note < compte) continue;
    if (note > compte) meilleurs = [];
    [compte, fin] = [note, bout];
    meilleurs.push(axe.id);
  }
  return trouves(contexte, meilleurs, debut, fin);
}

function utiles(texte: string): string[] {
  return couperMots(texte)
    .map((m) => m.texte)
    .filter((m) => !estMotVide(m));
}

function trouves(contexte: Contexte, ids: readonly string[], debut: number, fin: number) {
  if (ids.length === 0) return null;
  return { axes: ids.map((id) => reference(contexte, id)), debut, fin };
}

/** The actions of some axes. */
export function actionsDesAxes(contexte: Contexte, axes: readonly Reference[]): Set<string> {
  const voulus = new Set(axes.map((a) => a.id));
  return new Set(
    [...axesDesActions(contexte)].flatMap(([action, axe]) => (voulus.has(axe) ? action : [])),
  );
}
