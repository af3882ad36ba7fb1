import type { Auteur, RoleAuteur } from '../../../../src/domain/notice.js';
import { fold } from '../../../../src/french/fold.js';
import { lireRole } from './roles.js';

export type NomLu = Omit<Auteur, 'role'>;

/** Dates of a life after a name: « (1821-1880) », « (1943-....) », « (19..-....) », « , 1948- ». */
const DATES =
  /\s*(?:\(\s*([^()]*\d{2}[\d.?]{0,3}\s*[-–]\s*[^()]{0,12}|\d{4})\s*\)|,\s*(\d{4}\??\s*[-–]\s*(?:\d{4}|\.{2,4}|…)?))\s*$/u;

/** The first words of names of bodies, folded. */
const TETES_COLLECTIVES: ReadonlySet<string> = new Set(
  `academie agence amicale ambassade archives arrondissement assemblee assises association assurance
  atelier banque bibliotheque bureau cabinet caisse centre cercle chaire chambre cite club collectif college
  colloque comite commissariat commission commune communaute compagnie confederation conference congres conseil
  consortium cooperative coordination cour delegation departement direction ecole editions espace
  etablissement etat etats etats-unis europe faculte federation fondation fonds forum france grand groupe groupement
  haut haute hopital inspection institut institution institutions inter-reseaux journees laboratoire ligue mairie maison
  mediatheque metropole ministere mission mouvement musee mutuelle nations observatoire office organisation
  organisme parlement parti plan-urbanisme pole prefecture programme region regie rencontres reseau republique
  secours secretariat seminaire senat service societe syndicat tribunal union unite universite ville`.split(
    /\s+/,
  ),
);

/** « de », « d’ », « von » go after the forename (AFNOR Z 44-061); « du », « des », « la » stay at the head of the name. */
const PARTICULE = /^(?:de\s+|d[’'](?=\p{L})|von\s+|zu\s+)/iu;

/** True for the name of a body: its first word says so, or it is a sigle alone. */
export function estCollectif(nom: string): boolean {
  const propre = nom.trim();
  if (/^[\p{Lu}\d][\p{Lu}\d.&-]+$/u.test(propre) && propre.length < 12) return true;
  const tete = /^(?:la |le |les |l')?([a-z-]+)/.exec(fold(propre))?.[1] ?? '';
  return (
    /\s/.test(propre) &&
    (TETES_COLLECTIVES.has(tete) || TETES_COLLECTIVES.has(tete.replace(/s$/, '')))
  );
}

/**
 * A name as catalogues write it: « La Fontaine, Jean de (1621-1695) ». Without a comma it is a body, or a person
 * known by one name: `lireNomNaturel` reads « Jean de La Fontaine ».
 */
export function lireNom(texte: string): NomLu {
  const { tete, dates } = separerDates(texte);
  const [, nom = tete, prenom = ''] = /^([^,]*?)\s*,\s*(.*)$/su.exec(tete) ?? [];
  if (!tete.includes(',')) return { nom: tete, ...dates, collectif: true };
  if (prenom === '') return { nom, ...dates };
  if (/\s/.test(nom) && estCollectif(nom)) return { nom: tete, ...dates, collectif: true };
  return { nom, prenom, ...dates };
}

/** A person's name in the order of speech: « Jean de La Fontaine », « Marie-Hélène Bacqué », « Paul DURAND ». */
export function lireNomNaturel(texte: string): NomLu {
  const { tete, dates } = separerDates(texte);
  if (tete.includes(',')) return lireNom(texte);
  if (estCollectif(tete)) return { nom: tete, ...dates, collectif: true };
  const mots = tete.split(/\s+/);
  const capitales = mots.findIndex((m, i) => i > 0 && /^\p{Lu}[\p{Lu}’'-]+$/u.test(m));
  const article = mots.findIndex(
    (m, i) =>
      i > 0 && i < mots.length - 1 && /^(?:du|des|la|le|les|de|d[’']|von|van|el|al|ben)$/iu.test(m),
  );
  const coupe = [capitales, article, mots.length - 1].find((i) => i > 0) ?? 0;
  if (coupe === 0) return { nom: tete, ...dates };
  return {
    ...rejeterParticule(mots.slice(coupe).join(' '), mots.slice(0, coupe).join(' ')),
    ...dates,
  };
}

/** « de La Fontaine », « Jean » -> « La Fontaine », « Jean de ». */
export function rejeterParticule(nom: string, prenom: string): { nom: string; prenom: string } {
  const particule = PARTICULE.exec(nom)?.[0] ?? '';
  if (particule === '' || particule.length >= nom.length) return { nom, prenom };
  return { nom: nom.slice(particule.length), prenom: `${prenom} ${particule.trim()}`.trim() };
}

/** A name and what follows it: « Durand, Paul (1950-....) (dir.) », « Ministère de la Ville, préf. ». */
export function lireMentionAuteur(texte: string, defaut: RoleAuteur = 'auteur'): Auteur {
  const { nom, entre, crochets, apres } = MENTION.exec(bref(texte))?.groups ?? {};
  const role = lireRole(entre ?? crochets ?? apres ?? '');
  return role === null || nom === undefined
    ? { ...lireNom(texte), role: defaut }
    : { ...lireNom(nom), role };
}

/** What is longer is no name: it has no mention, and no rule tries it again and again. */
function bref(texte: string): string {
  const propre = texte.trim();
  return propre.length > 1000 ? '' : propre;
}

const MENTION =
  /^(?<nom>.*?)\s*(?:\((?<entre>[^()]+)\)|\[(?<crochets>[^[\]]+)\]|,\s*(?<apres>[^,()]+))\s*$/su;

/** Where the names of a list stand, parted by « ; », « | », « / » or a line: a comma parts a name from its forename. */
export function separerNoms(texte: string): { readonly debut: number; readonly fin: number }[] {
  return [...texte.matchAll(/(?:(?!\s\/\s)[^;|\n])+/gu)].flatMap(({ index, 0: morceau }) => {
    const debut = index + (/^(?:\s|\/\s)*/.exec(morceau)?.[0].length ?? 0);
    const fin = index + morceau.trimEnd().length;
    return fin > debut ? [{ debut, fin }] : [];
  });
}

function separerDates(texte: string): { tete: string; dates: { dates?: string } } {
  const propre = texte.trim();
  const m = DATES.exec(bref(propre));
  const dates = (m?.[1] ?? m?.[2])?.trim();
  return m === null || dates === undefined
    ? { tete: propre, dates: {} }
    : { tete: propre.slice(0, m.index), dates: { dates } };
}
