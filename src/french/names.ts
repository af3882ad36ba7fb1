import { isMetier, opensStructure } from './affiliations.js';
import { fold } from './fold.js';
import type { IntervenantLu } from './nameJoins.js';
import {
  annonces,
  finFonction,
  isReserve,
  joindreFonction,
  joindreStructures,
  partager,
  rattacherOrganisme,
  splitDashes,
  withoutReserve,
} from './nameJoins.js';
import type { Segment } from './nameList.js';
import { cleanSegment, splitList } from './nameList.js';
import { CIVILITE, lirePersonne, nameAlone, nomPropre, startsWithTitles } from './personNames.js';

export type { IntervenantLu };

/** Answers that name nobody. Folded; the start of the segment is enough. */
const GENERIQUES: readonly RegExp[] = [
  /^(?:divers|diverses|differents?|differentes|plusieurs|autres?|d'autres)(?![a-z])/, // divers (chercheurs…)
  /^(?:non |pas )?(?:encore )?(?:a )?(?:determine|defini|precise|preciser|determiner|definir|confirmer|venir)/, // non encore déterminé
  /^(?:les |des |ces )?(?:deux|trois|quatre|cinq|six) [a-z]/, // les deux Fédérations
  /^(?:qui|dont|autour|lors|afin)(?![a-z])/, // qui a suivi plusieurs évaluations
  /^(?:en cours|a l'etude|sous reserve|selon|nc$|neant|aucun)/, // en cours de repérage
  /^(?:des |les |un |une |la |le |l')?(?:professionnels?|chercheurs?|experts?|consultants?|acteurs?|elus?|intervenants?|specialistes?|universitaires?|associations?|partenaires?|directions?|techniciens?|habitants?|structures?|collectivites?|institutions?|services?|representants?|temoins?|participants?)(?![a-z'’-])(?! de [A-Z])/, // directions des structures visitées
];

/** « l’association Aurore », « le service Habitat »: a common noun, then its name. */
const NOMMEE =
  /^(?:l[’']\s?|la\s+|le\s+)?(?:association|structure|service|direction|institution)\s+(?:«\s?)?\p{Lu}|^Association\s+(?:pour|des?|du|d[’'])\s?\p{L}/u;

/** « La directrice de la CAF, Mme Roussel »: a function with its article, before a name with its title. */
const FONCTION_AVANT =
  /^(?:[Ll][ae]\s+|[Ll][’']\s?|(?:[Uu]ne?|[Ss]on|[Ss]a|[Ll]eur|[Nn]otre)\s+)(?=\p{Ll})/u;

/** « la CAF », « l’association Aurore »; a capital belongs to the name: « La Poste ». */
const ARTICLE = /^(?:l[ae]\s+|les\s+|l[’']\s?)(?=[\p{L}\d«"])/u;

/**
 * Reads a field that names speakers or partners. `estPrenom` says whether a word is a first name:
 * a name without civility is a person only when it starts (or ends, « DUBET François ») with one.
 */
export function parseIntervenants(
  texte: string,
  estPrenom: (mot: string) => boolean,
): IntervenantLu[] {
  const lus: IntervenantLu[] = [];
  const segments = splitList(texte).flatMap((s) =>
    splitDashes(
      texte,
      s,
      (debut, fin) => lirePersonne(texte.slice(debut, fin), debut, estPrenom) !== null,
    ),
  );
  let commune = false;
  for (const [i, segment] of segments.entries()) {
    const avant = lus.at(-1);
    const dansFonction =
      avant?.genre === 'personne' && /^[\s,–-]*$/.test(texte.slice(avant.fin, segment.debut));
    const annonce = annoncee(texte, segment, segments[i + 1], { estPrenom, dansFonction });
    if (annonce !== null) {
      lus.push(annonce);
      continue;
    }
    if (avant !== undefined && avant.fin > segment.debut) continue;
    commune = startsWithTitles(texte, segment) || (commune && avant?.genre === 'personne');
    const lu =
      (commune && !startsWithTitles(texte, segment) ? nameAlone(texte, segment) : null) ??
      lire(texte, segment.debut, segment.fin, { estPrenom, dansFonction });
    if (lu === null) continue;
    const personne = avant === undefined ? null : (avantFonction(texte, avant, lu) ?? avant);
    if (personne !== null && estFonction(texte, lu, personne, estPrenom)) {
      lus[lus.length - 1] = joindreFonction(texte, personne, lu.fin);
      commune = false;
    } else lus.push(lu);
  }
  const structures = joindreStructures(texte, annonces(texte, lus))
    .map(withoutReserve)
    .map(rattacherOrganisme);
  return partager(texte, structures);
}

/** « La directrice de la CAF, Mme Roussel »: the person of the next item, with the function of this one. */
function annoncee(
  texte: string,
  { debut, fin }: Segment,
  suivant: Segment | undefined,
  { estPrenom, dansFonction }: Lecture,
): IntervenantLu | null {
  const propre = cleanSegment(texte, debut, fin);
  const nomme = suivant === undefined ? null : cleanSegment(texte, suivant.debut, suivant.fin);
  if (propre === null || nomme === null) return null;
  const entier = texte.slice(propre.debut, propre.fin);
  // « des locataires et par l'architecte du projet, Vincent Delattre »
  const contenu = entier.slice(DERNIER_JOINT.exec(entier)?.[0].length ?? 0);
  const article = FONCTION_AVANT.exec(contenu)?.[0].length ?? 0;
  const fonction = contenu.slice(article);
  if (
    article === 0 ||
    !isMetier(fonction) ||
    !/^\s*,\s*$/.test(texte.slice(propre.fin, nomme.debut))
  )
    return null;
  const nom = texte.slice(nomme.debut, nomme.fin);
  // « Anne Roy, la directrice du centre, Paul Petit »: the function is that of who stands before
  if (dansFonction && !CIVILITE.test(nom)) return null;
  const lue = lirePersonne(nom, nomme.debut, estPrenom);
  return lue === null ? null : { ...lue, fonction };
}

/** Up to the last of several, before its article. */
const DERNIER_JOINT =
  /^.*\s(?:et|puis)\s(?:(?:par|avec|de)\s)?(?=(?:l[ae]\s|l[’']\s?|une?\s)\p{Ll})/su;

interface Lecture {
  readonly estPrenom: (mot: string) => boolean;
  /** True right after the name of a person: « …, fondatrice de la coopérative La Ruche ». */
  readonly dansFonction: boolean;
}

/** « la commissaire Florence Wargnier et le procureur »: somebody without a name beside one who has one. */
const AVEC_UN_AUTRE = /\s(?:et|puis)\s(?:l[ae]s?\s|l[’']\s?|une?\s|des\s)[\p{Ll}\s’'-]+$/u;

function lire(texte: string, debut: number, fin: number, lecture: Lecture): IntervenantLu | null {
  const { estPrenom } = lecture;
  const propre = cleanSegment(texte, debut, fin);
  if (propre === null) return null;
  const contenu = texte.slice(propre.debut, propre.fin);
  const remarque = /\(([^()]{0,200})\)$/.exec(contenu)?.[1];
  const tete = remarque === undefined ? contenu : contenu.slice(0, -remarque.length - 2).trimEnd();
  const apresFonction = lireApresFonction(tete, propre.debut, lecture);
  // « le chercheur Xavier Molénat » is somebody, « chercheurs » nobody
  if (!NOMMEE.test(tete) && apresFonction === null && GENERIQUES.some((g) => g.test(fold(tete))))
    return { genre: 'generique', nom: contenu, ...propre };
  const seule = tete.slice(0, tete.length - (AVEC_UN_AUTRE.exec(tete)?.[0].length ?? 0));
  const personne =
    lirePersonne(seule, propre.debut, estPrenom) ??
    apresFonction ??
    (seule === tete ? null : lireApresFonction(seule, propre.debut, lecture)) ??
    (remarque !== undefined && estMetier(remarque) ? nomPropre(tete, propre.debut) : null);
  if (personne !== null) {
    if (remarque === undefined || remarque === '' || isReserve(remarque)) return personne;
    const { fonction } = personne;
    return {
      ...personne,
      fonction: fonction === undefined ? remarque : `${fonction} (${remarque})`,
    };
  }
  if (!/\p{Lu}|\d/u.test(tete)) return { genre: 'generique', nom: contenu, ...propre };
  // « CSTB (et d'autres en cours de repérage) » : the remark is no part of the name
  const nom =
    remarque !== undefined && /^(?:et |sous |a confirmer|en cours|ou )/.test(fold(remarque))
      ? tete
      : contenu;
  const article = ARTICLE.exec(nom)?.[0].length ?? 0;
  return {
    genre: 'organisme',
    nom: nom.slice(article),
    debut: propre.debut + article,
    fin: propre.debut + nom.length,
  };
}

/** « Intervenante : », « Animation : » before a name. Folded. */
const ETIQUETTE =
  /^(?:intervenant|intervention|animat|expert|temoin|temoignage|avec|modérat|moderat|grand temoin|invite|par)/;

/** « le sociologue Michel Kokoreff », « Juriste : Yves Lemoine »: a trade before a name. */
function lireApresFonction(
  tete: string,
  debut: number,
  { estPrenom, dansFonction }: Lecture,
): IntervenantLu | null {
  const article =
    /^(?:l[ae]s?\s+|l[’']\s?|une?\s+|du\s+|de la\s+|de l[’']\s?)/i.exec(tete)?.[0].length ?? 0;
  for (const mot of tete.matchAll(/(?<=[\s:])\p{Lu}/gu)) {
    const avant = tete.slice(article, mot.index);
    const metier = avant.replace(/[\s:–-]+$/, '');
    const etiquette = /:\s*$/.test(avant) && ETIQUETTE.test(fold(metier));
    if (!etiquette && (!isMetier(metier) || metier.length > 60)) continue;
    const nomDeLieu =
      opensStructure(metier) && (dansFonction || /\s(?:de|du|des|à|au)$/.test(metier));
    if (!etiquette && nomDeLieu) continue;
    const lue =
      lirePersonne(tete.slice(mot.index), debut + mot.index, estPrenom) ??
      apresMetier(tete.slice(mot.index), debut + mot.index, etiquette);
    if (lue !== null) return etiquette ? lue : { ...lue, fonction: metier };
  }
  return null;
}

function apresMetier(nom: string, debut: number, etiquette: boolean): IntervenantLu | null {
  return etiquette ? null : nomPropre(nom, debut);
}

/** Two or three capitalised words that a trade follows (« Farhad Aziz, sociologue »): a person, whatever the first name. */
function avantFonction(
  texte: string,
  avant: IntervenantLu,
  suivant: IntervenantLu,
): IntervenantLu | null {
  if (avant.genre !== 'organisme' || !estMetier(texte.slice(suivant.debut, suivant.fin)))
    return null;
  return /^\s*,\s*$/.test(texte.slice(avant.fin, suivant.debut))
    ? nomPropre(avant.nom, avant.debut)
    : null;
}

function estMetier(texte: string): boolean {
  return /^\p{Ll}/u.test(texte) && isMetier(texte);
}

/** After a name and a comma, the sentence goes on: « qui a suivi… », « autour de méthodes… », « en ». */
const SUITE_DE_PHRASE =
  /^(?:qui|dont|que|où|autour|lors|afin|sur|pour|en|y|avec|dans|aux?|puis)(?![\p{L}])/u;

/** « MICHEL DURIEUX, SOCIOLOGUE ». */
function capitales(texte: string): boolean {
  return texte === texte.toUpperCase() && /\p{L}{2}/u.test(texte);
}

/** « François Dubet, sociologue, université de Bordeaux »: what follows a comma in lower case is a function. */
function estFonction(
  texte: string,
  lu: IntervenantLu,
  avant: IntervenantLu,
  estPrenom: (mot: string) => boolean,
): boolean {
  if (avant.genre !== 'personne') return false;
  const entre = texte.slice(finFonction(texte, avant), lu.debut);
  if (!/^(?:\s*,\s*|\s+[–-]\s+|\s*:\s*)$/.test(entre) && avant.fonction === undefined) return false;
  if (/[;\n]|\set\s/.test(entre)) return false;
  const contenu = texte.slice(lu.debut, lu.fin);
  if (lirePersonne(contenu, lu.debut, estPrenom) !== null) return false;
  if (capitales(contenu) && capitales(avant.nom) && isMetier(contenu)) return true;
  if (SUITE_DE_PHRASE.test(contenu)) return false;
  return /^\p{Ll}/u.test(contenu) && !/^(?:divers|d’autres|d'autres|autres)/.test(contenu);
}
