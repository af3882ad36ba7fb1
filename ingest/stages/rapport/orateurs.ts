import type { Bloc } from '../../../src/domain/bloc.js';
import { sliceBloc } from '../../../src/domain/bloc.js';
import { foldWithMap } from '../../../src/french/fold.js';
import type { ChampLu } from '../structure.js';
import { peopleWithFunction } from './gens.js';
import type { RoleDit, VocabulaireRapport } from './vocabulaire.js';

/** After the names, the sentence goes on: to its verb, to a date, to what it was about. */
const ARRET =
  /[.;(]|, (?:l[ae]s? |l'|cette |cet |ce )(?:journee|rencontre|seance|action|etude|atelier|matinee|soiree|formation|cycle|visite|conference|session|reunion)s?(?![a-z])|,? (?:et )?(?:y |en |l'|n')?(?:a|ont|est|sont|s'est|se sont|avait|avaient)(?![a-z])|,? (?:sur (?:le|la|les|l'|des|une?)(?![a-z])|autour d|qui |que |devant |lors d|le \d|les \d|au cours|dans le cadre|dans l[ea]s? |pour )/;
/** « Yann Kervella, sociologue »: two words with a capital in a row, alone or after a noun of function. */
const GENS =
  /^(?:(?:[Ll][ae]|[Ll]es|[Ll][’'])\s?(?:(?!de\s|du\s|des\s|d[’'])\p{Ll}[\p{Ll}-]+\s){1,2})?(?:M\.|MM\.|Mme|Mmes|Dr|Pr|Me|Maître)?\s?\p{Lu}[\p{L}’'-]+\s(?:(?:de|du|des|le|la|el|El|ben|d[’'])\s?)*\p{Lu}[\p{L}’'-]+/u;
/** « L'ANRU a présenté… »: a sigle with its article. */
const SIGLE = /^[Ll](?:a|e|es|[’'])\s?\p{Lu}{3,}$/u;
/** Names start with a capital, after an article and a word or two at most. */
const NOMME =
  /^(?:(?:l[ae]s?|une?|l[’']|d[’']une?|des?|du)\s?)?(?:\p{Ll}[\p{Ll}-]*[\s’']){0,3}\p{Lu}/u;
/** Who did not come. */
const ABSENT = /,\s(?:empêché|absent|excusé|souffrant)e?s?(?![\p{L}])/u;
const TITRE_SAVANT = /^(?:l[ae]s?\s|l[’'])(?:docteur|professeur|maître)e?\s/iu;

/** Who a sentence names, with their role: after « avec l'intervention de », before « a présenté »… */
export function spoken(phrase: Bloc, v: VocabulaireRapport): ChampLu[] {
  const dits = [...afterCue(phrase, v), ...beforeVerb(phrase, v)];
  return [...dits, ...peopleWithFunction(phrase, dits)];
}

function afterCue(phrase: Bloc, v: VocabulaireRapport): ChampLu[] {
  const { texte: plie, carte } = foldWithMap(phrase.texte);
  // « chargée de développement à la CRESS »: no verb
  const sansA = foldWithMap(phrase.texte.replace(/[àÀ]/g, '#')).texte;
  const trouves = v.interventions.flatMap(([role, motif]) =>
    [...plie.matchAll(motif)].map((m) => ({ role, debut: m.index, fin: m.index + m[0].length })),
  );
  trouves.sort((a, b) => a.debut - b.debut || b.fin - a.fin);
  const retenus = trouves.filter(
    (t, i) => !trouves.slice(0, i).some((autre) => autre.fin > t.debut),
  );
  return retenus.flatMap(({ role, fin }, i) => {
    const limite = retenus[i + 1]?.debut ?? plie.length;
    const suite = sansA.slice(fin, limite);
    const coupe = ARRET.exec(protege(suite))?.index ?? suite.length;
    return field(phrase, carte[fin] ?? 0, carte[fin + coupe] ?? phrase.texte.length, role);
  });
}

/** The dot of « M. » or of an initial ends no sentence. */
function protege(suite: string): string {
  return suite.replace(/(?<![a-z])(?:m|mm|dr|pr|[a-z])\.(?= )/g, (m) => `${m.slice(0, -1)}#`);
}

function beforeVerb(phrase: Bloc, v: VocabulaireRapport): ChampLu[] {
  // « à laquelle » is no verb
  const { texte: plie, carte } = foldWithMap(phrase.texte.replace(/[àÀ]/g, '#'));
  const verbe = v.priseDeParole.exec(plie);
  if (verbe === null || verbe.index === 0) return [];
  const fin = carte[verbe.index] ?? 0;
  const debut = starts(phrase.texte.slice(0, fin)).find((d) => {
    const sujet = phrase.texte.slice(d, fin).trim().replace(/,$/, '');
    return (GENS.test(sujet) || SIGLE.test(sujet)) && !ABSENT.test(sujet);
  });
  if (debut === undefined) return [];
  return field(phrase, debut, fin, 'intervenants');
}

/** « Invité par le centre, Olivier Nadal… », « Le docteur Verdier… »: where the names may start. */
function starts(avant: string): number[] {
  const virgules = [...avant.matchAll(/,\s+/g)].slice(0, 2).map((m) => m.index + m[0].length);
  return [0, ...virgules].map((d) => d + (TITRE_SAVANT.exec(avant.slice(d))?.[0].length ?? 0));
}

/** Between two people whom the sentence joins otherwise than by a comma: « et à », « puis ». */
const ENTRE = /,?\s(?:puis|ensuite)\s(?=\p{Lu})|,?\set\s(?:à|de|d[’'])\s?(?=\p{Lu})/gu;

function field(phrase: Bloc, debut: number, fin: number, role: RoleDit): ChampLu[] {
  const brut = phrase.texte.slice(debut, fin);
  const coupes = [...brut.matchAll(ENTRE)];
  const departs = [0, ...coupes.map((m) => m.index + m[0].length)];
  const fins = [...coupes.map((m) => m.index), brut.length];
  return departs.flatMap((d, i) => {
    const part = brut.slice(d, fins[i]);
    const propre = part.replace(/[\s,]+$/, '').length;
    const tete = /^\s*(?:et\s)?/.exec(part)?.[0].length ?? 0;
    const valeur = sliceBloc(phrase, debut + d + tete, debut + d + propre);
    if (!NOMME.test(valeur.texte)) return [];
    return [{ champs: [role], etiquette: sliceBloc(phrase, 0, 0), valeur }];
  });
}
