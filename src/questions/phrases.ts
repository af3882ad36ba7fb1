import type { Contexte } from './contexte.js';
import {
  aLieu,
  deLieu,
  departementArticle,
  departementDe,
  intercommunaliteArticle,
  periode,
} from './francais.js';
import { nomCourt, reference } from './references.js';

/** A relation about to be said. */
export interface ARedire {
  readonly type: string;
  readonly de: string;
  readonly vers: string;
  readonly proprietes: Readonly<Record<string, string | number | boolean>>;
}

type Regle = (contexte: Contexte, relation: ARedire) => string;

/** A relation as a French sentence, by rule: nothing in it but what the relation's facts say. */
export function phraseDe(contexte: Contexte, relation: ARedire): string {
  const regle = REGLES[relation.type];
  if (regle !== undefined) return regle(contexte, relation);
  return `${nom(contexte, relation.de)} — ${relation.type} → ${nom(contexte, relation.vers)}.`;
}

const REGLES: Readonly<Record<string, Regle>> = {
  // « Cette action a pour territoire Garges-lès-Gonesse. »
  TOUCHE: (c, r) =>
    r.proprietes.origine === 'champ'
      ? `Cette action a pour territoire ${entier(c, r.vers)}.`
      : `Le texte de cette action la situe ${dansLieu(c, r.vers)}.`,
  CITE: (c, r) => `Cette action cite ${lieu(c, r.vers)}, sans en faire son territoire.`,
  // « Cette action s'adresse au dispositif PRE. »
  MOBILISE: (c, r) => phraseMobilise(nom(c, r.vers), r.proprietes),
  // « Le dispositif PRE est déployé à Garges-lès-Gonesse (2012). »
  DEPLOYE_A: (c, r) =>
    `Le dispositif ${nom(c, r.de)} est déployé ${dansLieu(c, r.vers)}${entreParentheses(r)}.`,
  MEMBRE_DE: phraseMembre,
  SITUE_DANS: (c, r) =>
    reference(c, r.de).type === 'Quartier'
      ? `${nom(c, r.de)} est un quartier ${deLieu(nom(c, r.vers))}.`
      : `${nom(c, r.de)} est une commune du département ${nom(c, r.vers)}.`,
  INTERVIENT_DANS: phraseIntervient,
  S_ADRESSE_A: (c, r) => `Cette action s’adresse à ce public : ${nom(c, r.vers)}.`,
  TRAITE_DE: (c, r) => `${sujet(c, r.de)} traite de ce thème : ${nom(c, r.vers)}.`,
  COMPREND: (c, r) => `« ${nom(c, r.vers)} » figure dans « ${nom(c, r.de)} ».`,
  ISSUE_DE: (c, r) => `Cette publication est issue de l’action « ${nom(c, r.vers)} ».`,
  SUITE_DE: (c, r) => `${sujet(c, r.de)} est la suite de « ${nom(c, r.vers)} ».`,
  SUCCEDE_A: (c, r) => `Le dispositif ${nom(c, r.de)} succède au dispositif ${nom(c, r.vers)}.`,
  RELEVE_DE: (c, r) => `Le dispositif ${nom(c, r.de)} relève du dispositif ${nom(c, r.vers)}.`,
  DOCUMENTE: (c, r) => `« ${nom(c, r.de)} » documente ${nom(c, r.vers)}.`,
};

const ROLES: Readonly<Record<string, string>> = {
  intervenant: 'intervient dans cette action',
  animateur: 'anime cette action',
  pilote: 'pilote cette action',
  partenaire: 'est partenaire de cette action',
  financeur: 'finance cette action',
};

function phraseIntervient(c: Contexte, r: ARedire): string {
  const role = ROLES[String(r.proprietes.role)] ?? 'prend part à cette action';
  const { fonction } = r.proprietes;
  const qui = typeof fonction === 'string' ? `${nom(c, r.de)} (${fonction})` : nom(c, r.de);
  return `${qui} ${role}.`;
}

function phraseMobilise(nom: string, proprietes: ARedire['proprietes']): string {
  if (proprietes.role !== 'objet') return `Cette action mentionne le dispositif ${nom}.`;
  return proprietes.exclusif === true
    ? `Cette action s’adresse aux équipes du dispositif ${nom}.`
    : `Cette action s’adresse au dispositif ${nom}.`;
}

function phraseMembre(c: Contexte, r: ARedire): string {
  const vers = reference(c, r.vers);
  if (vers.type !== 'Intercommunalite') {
    const { fonction } = r.proprietes;
    return `${nom(c, r.de)} est membre de ${nom(c, r.vers)}${fonction === undefined ? '' : ` (${fonction})`}.`;
  }
  const ouverte = periode(r.proprietes.debut, r.proprietes.fin)?.startsWith('depuis') === true;
  const etait = ouverte ? 'est' : 'était';
  return `${nom(c, r.de)} ${etait} membre de ${intercommunaliteArticle(vers.libelle)}${entreParentheses(r)}.`;
}

function entreParentheses(r: ARedire): string {
  const quand = periode(r.proprietes.debut, r.proprietes.fin);
  return quand === null ? '' : ` (${quand})`;
}

function nom(c: Contexte, id: string): string {
  return nomCourt(c, id);
}

function sujet(c: Contexte, id: string): string {
  return reference(c, id).type === 'Action' ? 'Cette action' : `« ${nom(c, id)} »`;
}

/** A territory as the object of a sentence: « la CA Val de France », « le Val-d’Oise ». */
export function lieu(c: Contexte, id: string): string {
  const { type, libelle } = reference(c, id);
  if (type === 'Intercommunalite') return intercommunaliteArticle(libelle);
  if (type === 'Departement') return departementArticle(libelle, liaison(c, id));
  return type === 'Quartier' ? `le quartier ${libelle}` : libelle;
}

/** What an action has for territory: « tout le département (Val-d'Oise) ». */
function entier(c: Contexte, id: string): string {
  const { type, libelle } = reference(c, id);
  return type === 'Departement' ? `tout le département (${libelle})` : lieu(c, id);
}

/** INSEE's code of the link word of a département. */
function liaison({ gazetteer }: Contexte, id: string): number | undefined {
  return gazetteer.referentiels.departements.find((d) => d.id === id)?.liaison;
}

/** « du Val-d’Oise », « de l’Essonne ». */
export function deDepartement(c: Contexte, id: string): string {
  return departementDe(reference(c, id).libelle, liaison(c, id));
}

/** A territory as a place: « à Persan », « dans la CA Val de France ». */
export function dansLieu(c: Contexte, id: string): string {
  const { type, libelle } = reference(c, id);
  return type === 'Commune' ? aLieu(libelle) : `dans ${lieu(c, id)}`;
}
