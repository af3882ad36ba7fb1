import type { Bloc } from '../../../src/domain/bloc.js';
import { sliceBloc } from '../../../src/domain/bloc.js';
import { findDates } from '../../../src/french/dates.js';
import { foldWithMap } from '../../../src/french/fold.js';
import { NOMBRE } from '../../../src/french/nombres.js';
import type { Lexique } from './entrees.js';
import { contentWords, cueOf, sentences } from './phrases.js';
import type { Element, SectionLue } from './sections.js';

const LONGUEUR_TITRE = 110;
/** From how many paragraphs, and which share of them, opening with a title is how the report is written. */
const ASSEZ = 3;
const PART = 0.6;

/**
 * « Charges locatives : comprendre pour agir. Fait le 11 mars. »: reports whose paragraphs open with
 * the title of their action. Each becomes a section of its own.
 */
export function withRunInTitles(sections: readonly SectionLue[], lexique: Lexique): SectionLue[] {
  const textes = sections
    .filter((s) => s.generique || s.titre === null || !s.explicite)
    .flatMap((s) => s.elements.flatMap((e) => (e.genre === 'texte' ? [e.bloc] : [])))
    .filter((b) => sentences(b).length > 1);
  const ouverts = textes.filter((b) => opensWithTitle(sentences(b), 0, lexique));
  if (ouverts.length < ASSEZ || ouverts.length < PART * textes.length) return [...sections];
  return sections.flatMap((s) => split(s, lexique));
}

function split(section: SectionLue, lexique: Lexique): SectionLue[] {
  const sorties: SectionLue[] = [{ ...section, elements: [] }];
  for (const e of section.elements) {
    const parts = e.genre === 'texte' ? partsOf(e.bloc, lexique) : [];
    if (parts.length === 0) sorties.at(-1)?.elements.push(e);
    for (const { titre, reste } of parts)
      sorties.push({
        titre,
        numero: null,
        explicite: true,
        estAxe: false,
        generique: false,
        relief: section.relief - 0.5,
        elements: reste.map((bloc): Element => ({ genre: 'texte', bloc, numero: null })),
      });
  }
  return sorties;
}

interface Part {
  readonly titre: Bloc;
  readonly reste: Bloc[];
}

/** A paragraph may tell of several actions, each after its title. */
function partsOf(bloc: Bloc, lexique: Lexique): Part[] {
  const phrases = sentences(bloc);
  if (!opensWithTitle(phrases, 0, lexique)) return [];
  const parts: Part[] = [];
  phrases.forEach((phrase, i) => {
    const suite = phrases[i + 1];
    const dit = suite !== undefined && cueOf(suite.texte, lexique.v)?.debut === 0;
    if (i === 0 || (dit && opensWithTitle(phrases, i, lexique)))
      parts.push({ titre: withoutDot(phrase), reste: [] });
    else parts.at(-1)?.reste.push(phrase);
  });
  return parts;
}

/** A sentence that says nothing of what took place, short, before another. */
function opensWithTitle(phrases: readonly Bloc[], i: number, { formats, v }: Lexique): boolean {
  const phrase = phrases[i];
  if (phrase === undefined || phrases[i + 1] === undefined) return false;
  const { texte: plie } = foldWithMap(phrase.texte);
  return (
    phrase.texte.length <= LONGUEUR_TITRE &&
    /^\p{Lu}[^«»]*[.?!]$/u.test(phrase.texte.trim()) &&
    contentWords(phrase.texte, formats, v).length >= 1 &&
    phrase.texte.split(/\s+/).length >= 3 &&
    cueOf(phrase.texte, v) === null &&
    findDates(plie, 2000).length === 0 &&
    !new RegExp(`${NOMBRE} (?:${v.participants.join('|')}|${v.seances})(?![a-z])`).test(plie) &&
    !v.verbal.test(plie)
  );
}

function withoutDot(phrase: Bloc): Bloc {
  return sliceBloc(phrase, 0, phrase.texte.replace(/\.?\s*$/, '').length);
}
