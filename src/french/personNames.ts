import { isStructure } from './affiliations.js';
import { fold } from './fold.js';
import type { IntervenantLu } from './nameJoins.js';
import type { Segment } from './nameList.js';
import { cleanSegment } from './nameList.js';

/** Titles of civility, with or without a dot. */
export const CIVILITE =
  /^(?:[Ll][ea]\s+(?=Dr|[Dd]octeur|Pr|[Pp]rof|Mme|Madame))?(?:(?<=[Ll][ea]\s+)(?:docteure?|professeure?)|M\.|MM\.|Mme|Mmes|Mlle|Monsieur|Madame|Mademoiselle|Dr\.?|Docteur|Pr\.?|Professeur|Me|Maître)\s+/;
const MOT_NOM = "(?:[\\p{Lu}][\\p{L}’'-]*|d[’'][\\p{Lu}][\\p{L}’'-]*)";
const PARTICULE = "(?:(?:de la|de|du|des|le|la|el|ben|bin|van|von|der|d[’'])\\s*)?";
const PERSONNE = new RegExp(`^${MOT_NOM}(?:\\s+${PARTICULE}${MOT_NOM}){1,3}$`, 'u');
const NOM_SEUL = new RegExp(
  `^(?:[\\p{Lu}]\\.\\s*)?${PARTICULE}${MOT_NOM}(?:\\s+${PARTICULE}${MOT_NOM}){0,3}$`,
  'u',
);

/** « J.-P. Martin », « G. Pastor »: the initials of a first name, then a name that is no sigle. */
const INITIALES = new RegExp(
  `^(?:\\p{Lu}\\p{Ll}?\\.[\\s-]?){1,3}\\s*${PARTICULE}(?:\\p{Lu}\\p{Ll}[\\p{L}’'-]*|\\p{Lu}{4,}(?:-\\p{Lu}{3,})*)(?:[\\s-]${PARTICULE}${MOT_NOM})?$`,
  'u',
);
/** A person, when it is written as one: a title, initials or a first name before (or after) a name. */
export function lirePersonne(
  tete: string,
  debut: number,
  estPrenom: (mot: string) => boolean,
): IntervenantLu | null {
  const civilite = CIVILITE.exec(tete)?.[0].length ?? 0;
  const nom = tete.slice(civilite);
  const bornes = { debut: debut + civilite, fin: debut + tete.length };
  if (civilite > 0 && NOM_SEUL.test(nom)) return { genre: 'personne', nom, ...bornes };
  if (INITIALES.test(nom)) return { genre: 'personne', nom, ...bornes };
  if (!PERSONNE.test(nom)) return null;
  const mots = nom.split(/\s+/);
  const [premier = '', dernier = ''] = [mots[0], mots.at(-1)];
  const enTete =
    prenom(premier, estPrenom) && !(estSigle(premier) && mots.slice(1).every((m) => !estSigle(m)));
  // « BPI France »: after a sigle, the country more than the first name
  const enQueue =
    fold(dernier) !== 'france' &&
    estSigle(premier) &&
    !estSigle(dernier) &&
    prenom(dernier, estPrenom);
  return enTete || enQueue ? { genre: 'personne', nom, ...bornes } : null;
}

/** Two to four capitalised words, none a sigle, that name no structure: a person if something else says so. */
export function nomPropre(nom: string, debut: number): IntervenantLu | null {
  const mots = nom.split(/\s+/);
  if (!PERSONNE.test(nom) || mots.some(estSigle) || isStructure(nom)) return null;
  return { genre: 'personne', nom, debut, fin: debut + nom.length };
}

/** « Jean-Pierre » is a first name when its parts are. */
function prenom(mot: string, estPrenom: (mot: string) => boolean): boolean {
  return (
    estPrenom(mot) ||
    (mot.includes('-') && estPrenom(mot.split('-')[0] ?? '') && !/^(?:saint|sainte)-/i.test(mot))
  );
}

/** Two capitals at least, and no small letter. */
export function estSigle(mot: string): boolean {
  return mot.length > 1 && mot === mot.toUpperCase() && /\p{L}/u.test(mot);
}

/** « Mmes Delorme et Vasseur »: the title is that of each name. */
const CIVILITE_COMMUNE = /^(?:MM\.|Mmes|Mlles|Messieurs|Mesdames)\s+/;
/** True for « Mmes Delorme » and « MM. Durand »: the title of those who follow too. */
export function startsWithTitles(texte: string, { debut, fin }: Segment): boolean {
  const propre = cleanSegment(texte, debut, fin);
  return propre !== null && CIVILITE_COMMUNE.test(texte.slice(propre.debut, propre.fin));
}

/** A name without title, after « Mmes Delorme et ». */
export function nameAlone(texte: string, { debut, fin }: Segment): IntervenantLu | null {
  const propre = cleanSegment(texte, debut, fin);
  if (propre === null) return null;
  const contenu = texte.slice(propre.debut, propre.fin);
  if (!NOM_SEUL.test(contenu) || estSigle(contenu.slice(0, 3))) return null;
  return { genre: 'personne', nom: contenu, ...propre };
}
