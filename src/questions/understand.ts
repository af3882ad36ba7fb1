import { fold, foldWithMap } from '../french/fold.js';
import type { Mention, TypeMention } from '../gazetteer/types.js';
import { type AnneesLues, compareDesAnnees, lireAnnees } from './annees.js';
import { assembler } from './assembler.js';
import { lireAxes } from './axes.js';
import type { Contexte } from './contexte.js';
import { anneesCouvertes } from './couverture.js';
import {
  type Comptes,
  GENRES,
  type Genre,
  MOTS_INTENTION,
  REGLES_INTENTION,
} from './intentions.js';
import { estLieuGenerique, lieuInconnu, portionDeLieu } from './lieux.js';
import { lireMois, type Mois } from './mois.js';
import { corriger, couperMots, estMotVide, sansPolitesse, sansPronom } from './mots.js';
import { lireNegations } from './negations.js';
import { nomsDeLaBase } from './noms.js';
import { type Etendue, type Partie, parDebut, partie, seChevauchent } from './partie.js';
import { lirePortee, referencePortee } from './portees.js';
import { reference } from './references.js';
import { squelette } from './squelette.js';
import { sujetsDe } from './sujets.js';
import { trancher } from './trancher.js';
import type { Equation, Intention } from './types.js';

/** A question read: its equation, and what the search engine is asked if it comes to that. */
export interface Lecture {
  readonly equation: Equation;
  /** The words that carry weight, things recognised included, as typed. */
  readonly recherche: string;
  /** The question, folded: for what the equation does not keep (« combien de communes »). */
  readonly plie: string;
  /** A name that stands where a place is expected and that is none the base knows: « à Lyon ». */
  readonly lieuInconnu: string | null;
  readonly mois: Mois | null;
  /** Folded words that the question asks about: never left aside. */
  readonly sujets: ReadonlySet<string>;
  /** Parts of the question that no rule reads, as typed: said with the answer. */
  readonly incompris: readonly string[];
  /** The question denies what it asks: « n'a-t-elle pas de PRE ». */
  readonly nie: boolean;
  /** A negation that no rule answers, as typed: the question is refused rather than answered as its opposite. */
  readonly negationNonLue: string | null;
}

/** The reading of a question already put in an equation. */
export function lectureDe(equation: Equation): Lecture {
  return {
    equation,
    recherche: '',
    plie: '',
    lieuInconnu: null,
    mois: null,
    sujets: new Set(),
    incompris: [],
    nie: false,
    negationNonLue: null,
  };
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
  const brut = sansPolitesse(question.normalize('NFC'));
  const { texte, carte } = foldWithMap(brut);
  const origine = (i: number): number => carte[i] ?? brut.length;
  const lues = lireAnnees(texte, maintenant);
  const mois = lireMois(texte);
  const axes = lireAxes(contexte, texte);
  const dites = partiesDites(texte, origine, { lues, mois, axes });
  const reconnues = reconnaitre(contexte, brut, lues.annees?.fin, dites);
  const negations = lireNegations(brut, texte, origine, reconnues);
  const libres = couperMots(texte)
    .map((m) => ({ texte: m.texte, debut: origine(m.debut), fin: origine(m.fin) }))
    .filter((m) => !reconnues.some((p) => seChevauchent(p, m)));
  const lieu = lieuInconnu(brut, reconnues, libres);
  const parties = lieu === null ? reconnues : [...reconnues, lieu].sort(parDebut);
  const mots = lieu === null ? libres : libres.filter((m) => m.debut !== lieu.debut);
  const { intention, exclues, ...lu } = trancher(
    compareDesAnnees(texte)
      ? 'comparaison'
      : trouverIntention(squelette(brut, parties, mots), compter(parties)),
    parties,
    negations,
  );
  const porteurs = mots.filter((m) => !negations.marques.some((p) => seChevauchent(p, m)));
  const restants = [
    ...porteurs.filter((m) => !estMotVide(m.texte) && !dits(intention, m.texte)),
    ...(lieu === null ? [] : [lieu]),
  ].sort(parDebut);
  const gardees = parties.filter((p) => !exclues.includes(p));
  const equation = assembler({
    intention,
    parties: gardees,
    exclues,
    annees: lues.annees,
    axes: axes === null ? [] : axes.axes,
    periode: mois === null ? null : brut.slice(origine(mois.debut), origine(mois.fin)).trim(),
    mots: restants.map((m) => brut.slice(m.debut, m.fin)).join(' '),
  });
  const portion = portionDeLieu(brut, parties);
  return {
    equation,
    recherche: texteRecherche(brut, gardees, intention, porteurs),
    plie: texte,
    lieuInconnu: lieu === null ? null : brut.slice(lieu.debut, lieu.fin),
    mois: mois?.mois ?? null,
    sujets: sujetsDe(brut, restants),
    incompris: portion === null ? [] : [portion],
    ...lu,
  };
}

/** What is read by patterns before any name is looked for. */
function partiesDites(
  texte: string,
  origine: (i: number) => number,
  {
    lues,
    mois,
    axes,
  }: {
    readonly lues: AnneesLues;
    readonly mois: Etendue | null;
    readonly axes: Etendue | null;
  },
): Partie[] {
  const ici = (e: Etendue): Etendue => ({ debut: origine(e.debut), fin: origine(e.fin) });
  const portee = lirePortee(texte);
  const parties = [
    ...lues.parties.map((p) => partie('ANNEE', ici(p))),
    ...(mois === null ? [] : [partie('MOIS', ici(mois))]),
    ...(axes === null ? [] : [partie('AXE', ici(axes))]),
    ...(portee === null ? [] : [partie('PORTEE', ici(portee), referencePortee(portee.portee))]),
  ];
  return parties.filter((p, i) => !parties.slice(0, i).some((q) => seChevauchent(p, q)));
}

/** Things named in the question, in order, none over another: the seeds' names, then those of the base. */
function reconnaitre(
  contexte: Contexte,
  brut: string,
  annee: number | undefined,
  dites: readonly Partie[],
): Partie[] {
  const parties = [...dites];
  const libre = (p: Partie): boolean => !parties.some((q) => seChevauchent(p, q));
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
    if (m.type === 'commune' && (estLieuGenerique(m.texte) || estParticipe(brut, m))) continue;
    ajouter(partie(GENRE_MENTION[m.type], m, referenceMention(contexte, m)));
  }
  for (const trouve of noms(brut)) {
    ajouter(partie(trouve.genre, trouve, trouve.reference));
  }
  return parties.sort(parDebut);
}

/** « qu'est-ce qui a changé » names no Changé, in Mayenne: after « qui a » stands what was done. */
function estParticipe(brut: string, { debut, texte }: Mention): boolean {
  return (
    texte === texte.toLowerCase() && /\bqui\s+(?:n['’])?(?:a|ont)\s+$/i.test(brut.slice(0, debut))
  );
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

const NON_CHERCHES: readonly Genre[] = ['ANNEE', 'MOIS', 'PORTEE'];

/** What is looked for in the texts: quotes and -negations are kept as typed, empty words are not. */
function texteRecherche(
  brut: string,
  parties: readonly Partie[],
  intention: Intention,
  mots: readonly { readonly texte: string; readonly debut: number; readonly fin: number }[],
): string {
  if (/["«]|(^|\s)-\p{L}/u.test(brut)) return brut;
  const morceaux = [
    ...parties.filter((p) => !NON_CHERCHES.includes(p.genre)),
    ...mots.filter((m) => !estMotVide(m.texte) && !dits(intention, m.texte)),
  ].sort((a, b) => a.debut - b.debut);
  return morceaux.map((m) => brut.slice(m.debut, m.fin)).join(' ');
}
