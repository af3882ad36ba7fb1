import { fold } from '../french/fold.js';
import type { Contexte } from './contexte.js';
import { couperMots, estMotVide } from './mots.js';
import { nombre } from './references.js';
import type { Restriction } from './restreindre.js';
import type { Lecture } from './understand.js';

/** Words of a title that a question must have to name the action, and the part of the title they must be. */
const MOTS_MIN = 3;
const PART_MIN = 0.6;

/**
 * The actions whose title a question says, in whole or nearly: « qui anime le groupe d'échanges des
 * coordinateurs PRE ». Null when no title is recognised; then its words are criteria like others.
 */
export function actionNommee(contexte: Contexte, { plie, equation }: Lecture): Restriction | null {
  const dits = new Set(couperMots(plie).map((m) => souche(m.texte)));
  const { debut, fin } = equation.annee ?? { debut: 0, fin: 9999 };
  const titres = motsDesTitres(contexte);
  const notes = contexte.tous('Action').flatMap((a) => {
    const annee = nombre(a, 'annee') ?? debut;
    if (annee < debut || fin < annee) return [];
    const titre = titres.get(a.id) ?? [];
    const communs = titre.filter((m) => dits.has(m)).length;
    const part = communs / Math.max(1, titre.length);
    return communs >= MOTS_MIN && part >= PART_MIN ? [{ action: a, communs, part }] : [];
  });
  const meilleur = Math.max(0, ...notes.map((n) => n.communs * n.part));
  const retenues = notes.filter((n) => n.communs * n.part === meilleur);
  const [premiere] = retenues;
  if (premiere === undefined) return null;
  return {
    actions: new Set(retenues.map((n) => n.action.id)),
    exclues: new Set(),
    porteesExclues: new Set(),
    criteres: [`action « ${premiere.action.libelle} »`],
    exclusions: [],
    ignores: [],
  };
}

/** The words of each title, once for the state of the base. */
function motsDesTitres(contexte: Contexte): ReadonlyMap<string, readonly string[]> {
  return contexte.une('mots des titres', () => {
    const mots = (titre: string): string[] =>
      couperMots(fold(titre))
        .map((m) => m.texte)
        .filter((m) => !estMotVide(m))
        .map(souche);
    return new Map(
      contexte.tous('Action').map((a) => [a.id, [...new Set(mots(a.libelle))]] as const),
    );
  });
}

function souche(mot: string): string {
  return mot.length > 3 ? mot.replace(/[sx]$/, '') : mot;
}
