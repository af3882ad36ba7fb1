import type { Bloc } from '../../../src/domain/bloc.js';
import { fold } from '../../../src/french/fold.js';
import type { ActionLue, ChampLu } from '../structure.js';
import type { Contexte } from './contexte.js';
import { clean } from './contexte.js';

/** Share of the values of a label that must begin with a public. */
const PART_MIN = 0.6;
/** Values that a label must have for these to tell what it is. */
const VALEURS_MIN = 3;

/** The fields of an action that say its public: those labelled so, else those whose label says one in this document. */
export function publicFields(contexte: Contexte, lue: ActionLue): ChampLu[] {
  const dits = lue.champs.filter((c) => c.champs.includes('publics'));
  if (dits.length > 0) return dits;
  const { etiquettesPublics } = contexte;
  return lue.champs.filter(
    (c) => c.inconnu === true && etiquettesPublics?.has(labelOf(c)) === true,
  );
}

/** Labels that no profile knows whose values, in a document, begin with a public: « On y vient si l'on est : parents ». */
export function publicLabels(
  contexte: Pick<Contexte, 'annee' | 'gazetteer'>,
  actions: readonly ActionLue[],
): ReadonlySet<string> {
  const parEtiquette = new Map<string, { total: number; publics: number }>();
  for (const champ of actions.flatMap((a) => a.champs)) {
    const cle = labelOf(champ);
    if (champ.inconnu !== true || cle === '') continue;
    const { total = 0, publics = 0 } = parEtiquette.get(cle) ?? {};
    const dit = beginsWithPublic(contexte, champ.valeur);
    parEtiquette.set(cle, { total: total + 1, publics: publics + Number(dit) });
  }
  const retenues = [...parEtiquette].filter(
    ([, { total, publics }]) => total >= VALEURS_MIN && publics >= total * PART_MIN,
  );
  return new Set(retenues.map(([cle]) => cle));
}

/** A label as it is compared. */
const labelOf = (c: ChampLu): string => fold(clean(c.etiquette.texte)).replace(/\s*:$/, '');

/** A public alone, or after an article: « les élus et les techniciens ». */
function beginsWithPublic(
  { annee, gazetteer }: Pick<Contexte, 'annee' | 'gazetteer'>,
  bloc: Bloc,
): boolean {
  const [premier] = gazetteer.mentions(bloc.texte, { annee, mode: 'document', types: ['public'] });
  if (premier === undefined) return false;
  return /^[\s–-]*(?:(?:tous |toutes )?(?:les?|la|l'|des|aux?|de|du) ?)?$/.test(
    fold(bloc.texte.slice(0, premier.debut)),
  );
}
