import { fold } from '../../../src/french/fold.js';
import { citedTitles } from './citations.js';
import type { Lexique } from './entrees.js';
import { contentWords } from './phrases.js';
import type { Proposition } from './propositions.js';
import { propositionsOf } from './propositions.js';
import type { SectionLue } from './sections.js';

/**
 * The sections whose headings name each an action: headings set alike are judged together, by what the
 * sentences under them name. « La visite du 21 mai » under one of them names no other action.
 */
export function sheetSections(sections: readonly SectionLue[], lexique: Lexique): Set<SectionLue> {
  const familles = new Map<number, SectionLue[]>();
  const parties = quotingSections(sections, lexique);
  for (const section of sections) {
    if (section.generique || section.estAxe || section.titre === null || !tells(section)) continue;
    if (parties.has(section)) continue;
    familles.set(section.relief, [...(familles.get(section.relief) ?? []), section]);
  }
  const fiches = new Set<SectionLue>();
  for (const [relief, membres] of familles) {
    const sous = membres.filter((m) => underPart(sections, m, relief)).length * 2 > membres.length;
    const autres = membres.filter((m) => others(m, lexique) > 0).length;
    const sures = membres.filter((m) => namesItOnly(m, lexique)).length;
    const assez = sous ? autres * 2 <= membres.length : sures >= 0.7 * membres.length;
    if (membres.length >= 2 && (sous || sures > 0) && assez) for (const m of membres) fiches.add(m);
  }
  return fiches;
}

/** Something stands under the heading that is no table. */
function tells({ elements }: SectionLue): boolean {
  return elements.length > 0 && elements.every((e) => e.genre !== 'rangee');
}

/** A heading that stands out more, with nothing of its own under it, comes before. */
function underPart(sections: readonly SectionLue[], section: SectionLue, relief: number): boolean {
  const rang = sections.indexOf(section);
  const plusHautes = sections
    .slice(0, rang)
    .filter((s) => s.titre !== null && (s.relief > relief || s.estAxe));
  const partie = plusHautes.at(-1);
  return partie !== undefined && (partie.estAxe || partie.elements.length === 0);
}

/** Its sentences name nothing, or what its heading names. */
function namesItOnly(section: SectionLue, lexique: Lexique): boolean {
  const { formats, v } = lexique;
  const titre = new Set(contentWords(section.titre?.texte ?? '', formats, v));
  const dites = principals(section, lexique);
  return dites.length > 0 && dites.every(({ mots }) => mots.every((m) => titre.has(m)));
}

function principals(section: SectionLue, lexique: Lexique): Proposition[] {
  return propositionsOf(section.elements, false, lexique).filter((p) => p.principale);
}

/** How many sentences name an action by a form and words that the heading does not say. */
function others(section: SectionLue, lexique: Lexique): number {
  const { formats, v } = lexique;
  const titre = new Set(contentWords(section.titre?.texte ?? '', formats, v));
  return principals(section, lexique).filter((p) => {
    if (p.titre === null || p.mots.length === 0) return false;
    const plie = fold(p.titre.texte).replace(/^(?:l[ae]s? |l'|une? |des |ces? |cette |cet )/, '');
    const communs = p.mots.filter((m) => titre.has(m)).length;
    return formats.test(plie) && communs < Math.min(p.mots.length, titre.size) * 0.5;
  }).length;
}

/**
 * Sections whose text quotes the titles of its actions, which their heading does not say: from two of
 * them, or one where another section of the report is written so.
 */
export function quotingSections(
  sections: readonly SectionLue[],
  lexique: Lexique,
): Set<SectionLue> {
  const comptes = new Map(sections.map((s) => [s, quotedOthers(s, lexique)] as const));
  const seuil = [...comptes.values()].some((n) => n >= 2) ? 1 : 2;
  return new Set(sections.filter((s) => (comptes.get(s) ?? 0) >= seuil));
}

function quotedOthers(section: SectionLue, lexique: Lexique): number {
  if (section.explicite) return 0;
  const { formats, v } = lexique;
  const titre = new Set(contentWords(section.titre?.texte ?? '', formats, v));
  return citedTitles(section, lexique).filter((c) => {
    const mots = contentWords(c.texte, formats, v);
    return mots.filter((m) => titre.has(m)).length < mots.length * 0.6;
  }).length;
}
