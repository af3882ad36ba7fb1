import { fold } from './fold.js';

/** « à » is no form of « avoir »: it leaves before accents do. */
const PREPOSITION = /(?<!\p{L})[àÀ](?!\p{L})/gu;
const ADVERBES =
  '(?:deja|aussi|bien|egalement|ainsi|donc|alors|toujours|notamment|largement|souvent)';
/** « a réuni », « ont été retenus », « s'est tenue »; « a lieu » is no past, nor « a prévu », « a accepté de ». */
const COMPOSE = new RegExp(
  `(?<![a-z])(?:ai|a|ont|avait|avaient|avons|s'est|se sont|s'etait)(?: ${ADVERBES})? (?!lieu(?![a-z])|(?:prevu|accepte|choisi|decide|retenu|souhaite|propose|programme)(?:e?s?)(?![a-z]))(?:ete|eu|[a-z]{2,}(?:e|i|u|is|it|ert|eint|ort)e?s?)(?![a-z])`,
);
/** « avaient », « était », « commençait »; not « fait », « souhait », nor the « pourrait » of a wish. */
const IMPARFAIT =
  /(?<![a-z])(?!(?:re|de|par|satis|bien|im)?(?:fait|sait|plait|lait|trait|souhait|extrait|portrait|attrait|retrait|connait|disparait|parait|relait)(?![a-z]))[a-z]{2,}(?<!r)(?:ait|aient)(?![a-z])/;
const PASSE_SIMPLE = /(?<![a-z])(?:fut|furent|eurent|vit|permit|permirent)(?![a-z])/;
const CONDITIONNEL = /(?<![a-z])[a-z]{2,}r(?:ait|aient)(?![a-z])/;
const FUTUR = /(?<![a-z])(?:[a-z]{2,}r|se)(?:a|ont)(?![a-z])/;
const NEGATION =
  /(?<![a-z])n(?:e |')[^.;,]{0,40}?(?<![a-z])(?:pas|plus|aucune?|jamais|guere|rien)(?![a-z])/;

/** A sentence of the past, with no verb in the future; folded or not. */
export function isPast(phrase: string): boolean {
  const plie = fold(phrase.replace(PREPOSITION, ' ')).replace(/\s/g, ' ');
  if (FUTUR.test(plie)) return false;
  return COMPOSE.test(plie) || IMPARFAIT.test(plie) || PASSE_SIMPLE.test(plie);
}

/** A sentence that denies, or that only supposes (« pourrait »). */
export function isDeniedOrSupposed(phrase: string): boolean {
  const plie = fold(phrase).replace(/\s/g, ' ');
  return NEGATION.test(plie) || CONDITIONNEL.test(plie);
}
