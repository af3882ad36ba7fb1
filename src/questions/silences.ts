import type { Contexte } from './contexte.js';
import { type Annees, anneesCouvertes, anneesNonCouvertes } from './couverture.js';
import { compter, enumerer } from './francais.js';
import { nomsDeLaBase } from './noms.js';
import { nomCourt, texte } from './references.js';
import type { MotifSilence, Reponse } from './types.js';

export type Silence = NonNullable<Reponse['sansReponse']>;

/** Why the base does not answer, in a sentence that says what was read. */
export function silence(motif: MotifSilence, phrase: string): Silence {
  return { motif, phrase };
}

/** « 1 document lu », « 12 documents lus ». */
export function documentsLus(contexte: Contexte): string {
  return compter(contexte.documents().size, 'document lu', 'documents lus');
}

/** « dans le document lu », « dans les 12 documents lus ». */
export function dansDocuments(contexte: Contexte): string {
  const n = contexte.documents().size;
  return n === 1 ? 'dans le document lu' : `dans les ${n} documents lus`;
}

/** The subject of a sentence that denies: « Aucun des 12 documents lus ne ». */
export function aucunDocument(contexte: Contexte): string {
  const n = contexte.documents().size;
  if (n === 0) return 'Aucun document n’a été lu : rien ne';
  return n === 1 ? 'Le document lu ne' : `Aucun des ${n} documents lus ne`;
}

/** The years asked are none of those read; null when one of them is. */
export function silenceAnnee(contexte: Contexte, annee: Annees | null | undefined): Silence | null {
  if (!anneesNonCouvertes(contexte, annee) || annee === null || annee === undefined) return null;
  const lues = anneesCouvertes(contexte);
  const demandee = anneeEnMots(annee);
  const phrase =
    lues.length === 0
      ? `Aucun document daté n’a été lu : la base ne sait rien de ${demandee}.`
      : `Aucun document lu ne porte sur ${demandee} : ${lues.length === 1 ? 'seule l’année' : 'seules les années'} ${enumerer(lues.map(String))} ${lues.length === 1 ? 'est couverte' : 'sont couvertes'}.`;
  return silence('annee-non-couverte', phrase);
}

/** « 2012 », « les années 2010 à 2012 ». */
function anneeEnMots({ debut, fin }: Annees): string {
  return debut === fin ? `${debut}` : `les années ${debut} à ${fin}`;
}

/** A commune in no département that the documents read are about; null when it is in one. */
export function silenceTerritoire(contexte: Contexte, commune: string): Silence | null {
  const code =
    contexte.gazetteer.commune(commune)?.departement ??
    texte(contexte.entites([commune]).get(commune), 'departement');
  const { departements } = nomsDeLaBase(contexte);
  if (code === null || departements.has(code) || departements.size === 0) return null;
  const noms = [...departements]
    .sort()
    .map((d) => `${nomCourt(contexte, `departement:${d}`)} (${d})`);
  const phrase = `${nomCourt(contexte, commune)} est hors du territoire couvert : les documents lus portent sur ${noms.length === 1 ? 'le département' : 'les départements'} ${enumerer(noms)}.`;
  return silence('hors-territoire', phrase);
}

/** A name where a place was expected, that is no place known. */
export function silenceLieuInconnu(contexte: Contexte, nom: string): Silence {
  return silence(
    'hors-territoire',
    `« ${nom} » n’est reconnu ni comme une commune, ni comme une intercommunalité, un quartier ou un département ; rien n’est affirmé à son sujet (${documentsLus(contexte)}).`,
  );
}

export function silenceDeploiement(
  contexte: Contexte,
  dispositif: string,
  annee?: Annees,
): Silence {
  const phrase = phraseDeploiementInconnu(contexte, dispositif);
  const quand = annee === undefined ? '' : ` (${anneeEnMots(annee)})`;
  return silence('deploiement-inconnu', `${phrase.slice(0, -1)}${quand}.`);
}

/** « Aucun des 12 documents lus ne dit où le dispositif ASV est déployé. » */
export function phraseDeploiementInconnu(contexte: Contexte, dispositif: string): string {
  return `${aucunDocument(contexte)} dit ${contexte.documents().size === 1 ? 'pas ' : ''}où le dispositif ${nomCourt(contexte, dispositif)} est déployé.`;
}
