import type { Bloc } from '../../../src/domain/bloc.js';
import { sliceBloc } from '../../../src/domain/bloc.js';
import { fold } from '../../../src/french/fold.js';
import { cueOf, subjectOf } from './phrases.js';
import type { VocabulaireRapport } from './vocabulaire.js';

const PLUS_QUE_PARFAIT =
  /(?<![a-z])(?:l'|s'|n'|les |y |en )?(?:avai(?:t|ent)|etai(?:t|ent)) (?:pas )?[a-z]+(?:e|i|u|is|it)(?:e?s)?(?![a-z])/;
const AN_PASSE =
  /l'an(?:nee)? (?:dernier|passe|precedent)e?|(?:par rapport a|que|comme) l'annee precedente/;
const FUTUR =
  /(?<![a-z])(?:(?:se |s')?[a-z]{2,}(?:era|eront|ira|iront|dra|dront)|aura|auront|sera|seront|pourra|pourront|fera|feront)(?![a-z])|(?:est|sont|reste|restent) (?:prevu|envisage|programme|inscrit)[es]*(?![a-z])/;

/** Said in the same tense, of those who came. */
const PRESENTS =
  /etai(?:t|ent) (?:presente?s?|represent|anime)|avai(?:t|ent) (?:fait le deplacement|repondu)/;

/** True when a clause tells of a year before or of what is still to come, not of the year of the report. Folded. */
export function isOfAnotherYear(clause: string, annee: number): boolean {
  if (/cette annee/.test(clause)) return false;
  if (AN_PASSE.test(clause) || FUTUR.test(clause)) return true;
  const dit = /(?<![a-z])(?:en|de|pour|des?) ((?:19|20)\d\d)(?![\d-])/.exec(clause);
  if (dit !== null && Number(dit[1]) !== annee) return true;
  return PLUS_QUE_PARFAIT.test(clause) && !PRESENTS.test(clause);
}

/** True when a sentence tells of what is to come and says nothing that took place. Folded. */
export function isToCome(plie: string): boolean {
  return FUTUR.test(plie);
}

/** True when the sentence says what another structure did: « La mission locale a accueilli 300 jeunes ». */
export function isOfAnotherActor(phrase: Bloc, v: VocabulaireRapport): boolean {
  const indice = cueOf(phrase.texte, v);
  const sujet = indice === null ? phrase.texte : subjectText(phrase, indice);
  return v.autreActeur.test(fold(sujet));
}

function subjectText(
  phrase: Bloc,
  indice: { debut: number; fin: number; statut: VocabulaireRapport['statuts'][number][0] },
): string {
  const { debut, fin } = subjectOf(phrase.texte, indice);
  return sliceBloc(phrase, debut, fin).texte;
}
