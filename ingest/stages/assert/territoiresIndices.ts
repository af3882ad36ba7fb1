import type { Bloc } from '../../../src/domain/bloc.js';
import type { Preuve } from '../../../src/domain/fait.js';
import { estPreuveTexte } from '../../../src/domain/fait.js';
import { fold } from '../../../src/french/fold.js';
import type { Contexte } from './contexte.js';
import type { Champ, Lieu } from './releve.js';
import { isBackground } from './temps.js';

/** How far before a name a cue word is looked for, in characters: a list of six communes fits. */
const PORTEE_INDICE = 160;

/** « 42000 Saint-Étienne »: an address. */
export function isAddress(texte: string, debut: number): boolean {
  return /(?<!\d)\d{5}[ ,]+$/.test(texte.slice(Math.max(0, debut - 12), debut));
}

/** True for a passage that lies in one of others. */
export function isIn(preuve: Preuve, autres: readonly Preuve[]): boolean {
  return (
    estPreuveTexte(preuve) &&
    autres.some(
      (a) =>
        estPreuveTexte(a) &&
        a.page === preuve.page &&
        a.debut <= preuve.debut &&
        preuve.fin <= a.fin,
    )
  );
}

/**
 * In the programme's own département, a place of the text is touched when a cue says that it takes part,
 * or when no field names a territory and no cue makes it an example. Elsewhere it is only cited.
 */
export function takesPart(
  contexte: Contexte,
  bloc: Bloc,
  lieu: Lieu & { debut: number; fin: number },
  champ: Champ,
): boolean {
  if (!isHome(contexte, lieu.candidat.id)) return false;
  if (isBackground(contexte, bloc.texte, lieu.debut, contexte.annee)) return false;
  const avant = fold(sentenceBefore(bloc.texte, lieu.debut)).slice(-PORTEE_INDICE);
  if (contexte.vocabulaire.citation.test(avant)) return false;
  if (contexte.vocabulaire.organismeDeLieu.test(avant)) return false;
  if (contexte.vocabulaire.participation.test(avant)) return true;
  if (tells(contexte, bloc.texte, lieu.fin)) return false;
  if (lieu.type === 'intercommunalite') {
    if (BAILLEUR.test(bloc.texte.slice(lieu.fin))) return false;
    if (AVEC.test(avant)) return true;
  }
  return champ === 'absent' || champ === 'ensemble';
}

/** « Pays de Meaux Habitat »: a landlord. */
const BAILLEUR = /^\s(?:Habitat|Logement)(?!\p{L})/u;
/** « avec l'Agglo du Pays de Dreux » */
const AVEC = /(?<![a-z])(?:avec|associe(?:ra|nt|ront)?) (?:la |le |les |l')?$/;

/** True for a commune of the programme's département, or a grouping that has one of them. */
export function isHome({ departement, gazetteer, annee }: Contexte, lieu: string): boolean {
  if (departement === null) return true;
  const communes = [gazetteer.commune(lieu) ?? [], gazetteer.membres(lieu, annee)].flat();
  return communes.some((c) => c.departement === departement.code);
}

/** How far back a sentence's beginning is looked for, in characters. */
const PHRASE_MAX = 2000;

/** What stands before a place in its sentence. */
export function sentenceBefore(texte: string, position: number): string {
  const avant = texte.slice(Math.max(0, position - PHRASE_MAX), position);
  const coupe = Math.max(avant.lastIndexOf('. '), avant.lastIndexOf('? '), avant.lastIndexOf('! '));
  return coupe < 0 ? avant : avant.slice(coupe + 1);
}

/** True right before « racontera comment », alone or in a list: « Denain et Maubeuge présenteront leur démarche ». */
function tells({ vocabulaire }: Contexte, texte: string, fin: number): boolean {
  const suite = NOMS_SUIVANTS.exec(texte.slice(fin))?.[0] ?? '';
  return vocabulaire.temoinApres.test(fold(texte.slice(fin + suite.length)));
}

/** « , Osny et Vauréal » after a name. */
const NOMS_SUIVANTS =
  /^(?:\s*(?:,|et|,\s*et)\s+(?:(?:la|le|les|de|d[’'])\s*)?\p{Lu}[\p{L}’'-]*(?:\s\p{Lu}[\p{L}’'-]*)*)*/u;
