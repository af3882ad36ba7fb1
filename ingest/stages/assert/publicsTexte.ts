import type { Bloc } from '../../../src/domain/bloc.js';
import { sliceBloc } from '../../../src/domain/bloc.js';
import type { Contexte } from './contexte.js';
import type { PhraseUtile } from './phrases.js';
import { sentences } from './phrases.js';
import { assertPublicsOf } from './sujets.js';

/** Where a list of publics ends in a sentence: a verb, a place, an aim. Folded. */
const ARRET =
  /[.;:?!()]|,? (?:pour|afin|qui|que|dont|ou se|autour|sur|lors|dans|en|par|sera|seront|est|sont|y|aupres|avec|charge[es]* d(?:e |es |u |')(?!mission|projet|develop)|travaillant|intervenant(?! dans le champ)|souhaitant|exercant|engage[es]*|confronte[es]*|concerne[es]*|face|devant|(?:a )?(?:se |s')[a-z]+|d'[a-z]+er|de [a-z]+er)(?![a-z])/;

/**
 * S_ADRESSE_A from the running text, where no field names a public: who stands after « s'adresse aux »,
 * « à destination des », « réunira les », or before « sont invités ».
 */
export function assertPublicsTexte(
  contexte: Contexte,
  action: string,
  phrases: readonly PhraseUtile[],
): void {
  for (const phrase of phrases) {
    const blocs = [...afterCues(contexte, phrase), ...beforeVerb(contexte, phrase)];
    assertPublicsOf(contexte, action, blocs, 'public-texte@1');
  }
}

/** « Pour les chefs de projet de Longwy et de Toul. »: a sentence without a verb that says only for whom. */
const POUR = /^\s*Pour (?=(?:tou(?:te)?s )?(?:les|des|l[’'])\s?[^.;:]{4,140}$)/u;
/** An aim, or a place to act: « Pour les faire vivre », « Pour les dix ans du contrat ». */
const VERBE = /\s(?:\p{Ll}+(?:er|ir|oir|re)|sont|est|\p{Ll}+r(?:a|ont))(?![\p{L}])/u;

/** « Publics : habitants, élus », « Destinée aux associations », in the running text. */
const ANNONCE =
  /^\s*(?:[Pp]ublics?(?: (?:visés?|concernés?|attendus?))?\s?:\s|(?:Destinée?s?|Ouverte?s?|Réservée?s?|Proposée?s?) (?:à l[’']|à (?:tous |toutes )?(?:l[ea]s? )?|aux? ))/u;
/** What parts the items of such a list. */
const ENTRE = /,\s|\set\s|\s?\/\s?/u;
const LISTE_MAX = 140;

/** « Élus à la santé, bailleurs, soignants. »: a sentence that is a list, whose items each begin with a public. */
function listOfPublics({ annee, gazetteer }: Contexte, phrase: Bloc): Bloc | null {
  const { texte } = phrase;
  if (texte.length > LISTE_MAX || !/^\s*\p{Lu}\p{Ll}/u.test(texte) || VERBE.test(texte))
    return null;
  const publics = gazetteer.mentions(texte, { annee, mode: 'document', types: ['public'] });
  const debuts = new Set(publics.map((m) => m.debut));
  let position = /\S/.exec(texte)?.index ?? 0;
  for (const item of texte.slice(position).split(ENTRE)) {
    // « de Saint-Louis » after « de Mulhouse et » goes on with what is before it
    const article = /^(?:les|des|tous les)\s/i.exec(item)?.[0].length ?? 0;
    if (!debuts.has(position + article) && !/^(?:de |d[’']|du |\p{Lu})/u.test(item)) return null;
    position += item.length;
    position += ENTRE.exec(texte.slice(position))?.[0].length ?? 0;
  }
  return debuts.has(/\S/.exec(texte)?.index ?? 0) ? phrase : null;
}

/** S_ADRESSE_A from such a sentence, where no field names a public. */
export function assertPublicsAnnonces(
  contexte: Contexte,
  action: string,
  blocs: readonly Bloc[],
): void {
  const listes = blocs.flatMap(sentences).flatMap((phrase) => {
    const pour = POUR.exec(phrase.texte) ?? ANNONCE.exec(phrase.texte);
    if (pour === null) return listOfPublics(contexte, phrase) ?? [];
    if (VERBE.test(phrase.texte)) return [];
    return [sliceBloc(phrase, pour[0].length, phrase.texte.length)];
  });
  assertPublicsOf(contexte, action, listes, 'public-annonce@1');
}

function afterCues({ vocabulaire }: Contexte, { bloc, plie, place }: PhraseUtile): Bloc[] {
  return [...plie.matchAll(vocabulaire.publicAvant)].map((cue) => {
    const debut = cue.index + cue[0].length;
    const arret = ARRET.exec(plie.slice(debut));
    const fin = arret === null ? plie.length : debut + arret.index;
    return sliceBloc(bloc, place(debut), place(fin));
  });
}

function beforeVerb({ vocabulaire }: Contexte, { bloc, plie, place }: PhraseUtile): Bloc[] {
  const verbe = vocabulaire.publicApres.exec(plie) ?? futureVerb(plie);
  if (verbe === null) return [];
  // « En février, les médiateurs sont invités »
  const moment = /^[^,]{0,40}, (?=les |des )/.exec(plie)?.[0].length ?? 0;
  const tete = plie.slice(moment, verbe.index);
  // « Les habitants et les gardiens y participeront »: the subject opens the sentence
  // « Techniciens, syndics et notaires sont les bienvenus » has no article
  if (!/^(?:(?:les|des|tous les|toutes les|l'ensemble des) |[a-z]+s(?:,| et) )/.test(tete))
    return [];
  return [sliceBloc(bloc, place(moment), place(verbe.index))];
}

/** Who tells, shows or leads is no public: « les élus présenteront leur bilan ». */
const DIRE =
  /^(?:present|interviendr|temoign|expos|anim|racont|parler|dir|expliqu|montr|partag|apport|livr|reviendr|introduir|conclur|conduir|port|pilot|accueill|ser|aur|doi|devr|pourr|fer|iront|viendr)/;

/** The first verb in the future, of several: « les animateurs de Lodève suivront deux jours ». */
function futureVerb(plie: string): RegExpExecArray | null {
  const verbe = /(?<= )(?:(?:y|se|s'y|s') ?)?([a-z]{3,}r)ont(?![a-z])/.exec(plie);
  return verbe === null || DIRE.test(verbe[1] ?? '') ? null : verbe;
}
