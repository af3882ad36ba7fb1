import { fold, foldWithMap } from '../french/fold.js';
import type { Mention, TypeMention } from '../gazetteer/types.js';
import { lireAnnees } from './annees.js';
import type { Contexte } from './contexte.js';
import { anneesCouvertes } from './couverture.js';
import {
  type Comptes,
  GENRES,
  type Genre,
  MOTS_INTENTION,
  REGLES_INTENTION,
} from './intentions.js';
import { corriger, couperMots, estMotVide, sansPronom } from './mots.js';
import { nomsDeLaBase } from './noms.js';
import { reference } from './references.js';
import type { Equation, Intention, Reference } from './types.js';

/** A question read: its equation, and what the search engine is asked if it comes to that. */
export interface Lecture {
  readonly equation: Equation;
  /** The words that carry weight, things recognised included, as typed. */
  readonly recherche: string;
  /** The question, folded: for what the equation does not keep (« combien de communes »). */
  readonly plie: string;
  /** A name that stands where a place is expected and that is none the base knows: « à Lyon ». */
  readonly lieuInconnu: string | null;
}

/** A thing recognised in the question; offsets of the question as typed. */
interface Partie {
  readonly genre: Genre;
  readonly debut: number;
  readonly fin: number;
  readonly reference: (Reference & { readonly ancienNom?: string }) | null;
}

const GENRE_MENTION: Readonly<Record<TypeMention, Genre>> = {
  commune: 'COMMUNE',
  intercommunalite: 'EPCI',
  quartier: 'QUARTIER',
  departement: 'DEPARTEMENT',
  dispositif: 'DISPOSITIF',
  theme: 'THEME',
  public: 'PUBLIC',
  organisme: 'ORGANISME',
};

/**
 * Understands a French question, by rules and by the names of the seeds and of the base.
 * « l'an dernier » counts from `maintenant`, a year.
 */
export function understand(contexte: Contexte, question: string, maintenant: number): Lecture {
  const brut = question.normalize('NFC');
  const { texte, carte } = foldWithMap(brut);
  const origine = (i: number): number => carte[i] ?? brut.length;
  const lues = lireAnnees(texte, maintenant);
  const annees = lues.parties.map((p) => partie('ANNEE', origine(p.debut), origine(p.fin)));
  const reconnues = reconnaitre(contexte, brut, lues.annees?.fin, annees);
  const libres = couperMots(texte)
    .map((m) => ({ texte: m.texte, debut: origine(m.debut), fin: origine(m.fin) }))
    .filter((m) => !reconnues.some((p) => p.debut < m.fin && m.debut < p.fin));
  const lieu = lieuInconnu(brut, reconnues, libres);
  const parties = lieu === null ? reconnues : [...reconnues, lieu].sort(parDebut);
  const mots = lieu === null ? libres : libres.filter((m) => m.debut !== lieu.debut);
  const intention = trouverIntention(squelette(brut, parties, mots), compter(parties));
  const restants = [
    ...mots.filter((m) => !estMotVide(m.texte) && !dits(intention, m.texte)),
    ...(lieu === null ? [] : [lieu]),
  ].sort(parDebut);
  const equation = assembler(intention, parties, lues.annees, brut, restants);
  return {
    equation,
    recherche: texteRecherche(brut, parties, intention, mots),
    plie: texte,
    lieuInconnu: lieu === null ? null : brut.slice(lieu.debut, lieu.fin),
  };
}

function partie(genre: Genre, debut: number, fin: number, ref: Partie['reference'] = null): Partie {
  return { genre, debut, fin, reference: ref };
}

/** Things named in the question, in order, none over another: the seeds' names, then those of the base. */
function reconnaitre(
  contexte: Contexte,
  brut: string,
  annee: number | undefined,
  annees: readonly Partie[],
): Partie[] {
  const parties = [...annees];
  const libre = (p: Partie): boolean => !parties.some((q) => q.debut < p.fin && p.debut < q.fin);
  const ajouter = (p: Partie): void => {
    if (libre(p)) parties.push(p);
  };
  const { departement, noms } = nomsDeLaBase(contexte);
  const derniere = anneesCouvertes(contexte).at(-1);
  const options = {
    annee: annee ?? derniere ?? new Date().getFullYear(),
    mode: 'question' as const,
    ...(departement === null ? {} : { departement }),
  };
  for (const m of contexte.gazetteer.mentions(brut, options)) {
    // « Melun a-t-elle… » : « t-elle » is one letter from « Celle », and names no place.
    if (couperMots(fold(m.texte)).every((mot) => estMotVide(mot.texte))) continue;
    ajouter(partie(GENRE_MENTION[m.type], m.debut, m.fin, referenceMention(contexte, m)));
  }
  for (const trouve of noms(brut)) {
    ajouter(partie(trouve.genre, trouve.debut, trouve.fin, trouve.reference));
  }
  return parties.sort(parDebut);
}

function parDebut(a: { readonly debut: number }, b: { readonly debut: number }): number {
  return a.debut - b.debut;
}

function referenceMention(contexte: Contexte, mention: Mention): Partie['reference'] {
  const { departements } = nomsDeLaBase(contexte);
  // Of homographs, the one that the documents are about.
  const ici = mention.candidats.find((c) =>
    departements.has(contexte.gazetteer.commune(c.id)?.departement ?? ''),
  );
  const premier = ici ?? mention.candidats[0];
  if (premier === undefined) return null;
  const ref = { ...reference(contexte, premier.id), libelle: premier.libelle };
  return premier.ancienNom === undefined ? ref : { ...ref, ancienNom: premier.ancienNom };
}

/** The folded question with each thing replaced by its kind and each word typed wrong put right. */
function squelette(
  brut: string,
  parties: readonly Partie[],
  mots: readonly { readonly texte: string; readonly debut: number; readonly fin: number }[],
): string {
  const morceaux = [
    ...parties.map((p) => ({ debut: p.debut, fin: p.fin, texte: p.genre as string })),
    ...mots.map((m) => ({ ...m, texte: corriger(m.texte) })),
  ].sort((a, b) => a.debut - b.debut);
  let texte = '';
  let fin = 0;
  for (const m of morceaux) {
    texte += `${ponctuation(brut.slice(fin, m.debut))}${m.texte}`;
    fin = m.fin;
  }
  return `${texte}${ponctuation(brut.slice(fin))}`.trim();
}

function ponctuation(texte: string): string {
  return texte.replace(/\s+/g, ' ').replace(/[^ \-?!.,]/g, '');
}

function compter(parties: readonly Partie[]): Comptes {
  const comptes = Object.fromEntries(
    GENRES.map((g) => [
      g,
      new Set(parties.filter((p) => p.genre === g).map((p) => p.reference?.id ?? p.debut)).size,
    ]),
  );
  return comptes as Comptes;
}

function trouverIntention(texte: string, comptes: Comptes): Intention {
  const regle = REGLES_INTENTION.find((r) => r.motif.test(texte) && (r.si?.(comptes) ?? true));
  return regle?.intention ?? 'recherche';
}

function dits(intention: Intention, mot: string): boolean {
  return MOTS_INTENTION[intention]?.test(corriger(sansPronom(mot))) === true;
}

function assembler(
  intention: Intention,
  parties: readonly Partie[],
  annees: { readonly debut: number; readonly fin: number } | null,
  brut: string,
  restants: readonly { readonly debut: number; readonly fin: number }[],
): Equation {
  const de = (...genres: Genre[]): (Reference & { readonly ancienNom?: string })[] => {
    const refs = parties.flatMap((p) => (genres.includes(p.genre) ? (p.reference ?? []) : []));
    return [...new Map(refs.map((r) => [r.id, r])).values()];
  };
  const un = <C extends string>(cle: C, genre: Genre, ...genres: Genre[]) => {
    const premier = de(genre, ...genres)[0];
    return premier === undefined ? {} : ({ [cle]: premier } as Record<C, Reference>);
  };
  const plusieurs = <C extends string>(cle: C, genre: Genre) => {
    const tous = de(genre);
    return tous.length === 0 ? {} : ({ [cle]: tous } as unknown as Record<C, Reference[]>);
  };
  const format = de('FORMAT')[0]?.libelle;
  const mots = restants.map((m) => brut.slice(m.debut, m.fin)).join(' ');
  return {
    intention,
    ...un('commune', 'COMMUNE'),
    ...(de('COMMUNE').length > 1 ? { communes: de('COMMUNE') } : {}),
    ...un('intercommunalite', 'EPCI'),
    ...un('quartier', 'QUARTIER'),
    ...un('departement', 'DEPARTEMENT'),
    ...plusieurs('dispositifs', 'DISPOSITIF'),
    ...plusieurs('themes', 'THEME'),
    ...plusieurs('publics', 'PUBLIC'),
    ...(annees === null ? {} : { annee: annees }),
    ...un('intervenant', 'PERSONNE', 'ORGANISME'),
    ...(format === undefined ? {} : { format }),
    ...(mots === '' ? {} : { mots }),
  };
}

/** What is looked for in the texts: quotes and -negations are kept as typed, empty words are not. */
function texteRecherche(
  brut: string,
  parties: readonly Partie[],
  intention: Intention,
  mots: readonly { readonly texte: string; readonly debut: number; readonly fin: number }[],
): string {
  if (/["«]|(^|\s)-\p{L}/u.test(brut)) return brut;
  const morceaux = [
    ...parties.filter((p) => p.genre !== 'ANNEE'),
    ...mots.filter((m) => !estMotVide(m.texte) && !dits(intention, m.texte)),
  ].sort((a, b) => a.debut - b.debut);
  return morceaux.map((m) => brut.slice(m.debut, m.fin)).join(' ');
}

/** What stands before a place: « à Lyon », « touchent Lyon », « du côté de Lyon ». */
const AVANT_LIEU =
  /(?:^|[\s'’])(?:à|a|au|aux|sur|pour|de|d['’]|touch\p{L}+|concern\p{L}+|dans|en)\s*$/iu;
/** Without its capital a place is believed after « à » only, and when it is no verb (« à mener »). */
const APRES_A = /(?:^|\s)à\s+$/iu;
const VERBE = /(?:er|ir|re|oir)$/;

/** The first word that stands as a place name where no place was recognised. */
function lieuInconnu(
  brut: string,
  parties: readonly Partie[],
  mots: readonly { readonly texte: string; readonly debut: number; readonly fin: number }[],
): Partie | null {
  if (parties.some((p) => LIEUX.includes(p.genre))) return null;
  const premier = mots.find((m) => {
    if (estMotVide(m.texte) || dits('actions', m.texte)) return false;
    const avant = brut.slice(0, m.debut);
    const majuscule = /^\p{Lu}\p{Ll}/u.test(brut.slice(m.debut, m.fin));
    return AVANT_LIEU.test(avant) && (majuscule || (APRES_A.test(avant) && !VERBE.test(m.texte)));
  });
  return premier === undefined ? null : partie('LIEU', premier.debut, premier.fin);
}

const LIEUX: readonly Genre[] = ['COMMUNE', 'EPCI', 'QUARTIER', 'DEPARTEMENT'];
