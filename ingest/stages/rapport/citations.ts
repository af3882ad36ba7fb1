import type { Bloc } from '../../../src/domain/bloc.js';
import { sliceBloc } from '../../../src/domain/bloc.js';
import { findDates } from '../../../src/french/dates.js';
import { fold, foldWithMap } from '../../../src/french/fold.js';
import { NOMBRE } from '../../../src/french/nombres.js';
import type { Lexique } from './entrees.js';
import { contentWords, cueOf, sentences } from './phrases.js';
import type { Proposition } from './propositions.js';
import { propositionsOf } from './propositions.js';
import type { Element, SectionLue } from './sections.js';

const CITE = /«\s?(\p{Lu}[^«»]{7,}?)[.,]?\s?»/gu;
/** « Le groupe « Santé » et le groupe « Habitat » »: nothing but a form of action parts two titles. */
const JOINTS = /^»\s?(?:,|et|ainsi que|comme|puis)\s(?:(?:l[ae]s?|l[’'])\s?)?(?:\p{Ll}+\s)?$/u;

/** The titles that a sentence quotes, with where it starts to speak of each. */
interface Cite {
  readonly titre: Bloc;
  readonly debut: number;
  readonly joint: boolean;
}

function citesOf(bloc: Bloc, { formats, v }: Lexique): Cite[] {
  const cites: Cite[] = [];
  let precedent: RegExpMatchArray | null = null;
  for (const m of bloc.texte.matchAll(CITE)) {
    const titre = m[1] ?? '';
    const index = m.index;
    const avant = fold(bloc.texte.slice(0, index));
    const entre: string =
      precedent?.index === undefined
        ? ''
        : bloc.texte.slice(precedent.index + precedent[0].length - 1, index);
    const joint = JOINTS.test(entre);
    const separe = /,\s(?:[^,«»]{0,30})$/.test(entre);
    if (v.oeuvre.test(avant) || contentWords(titre, formats, v).length < 2) continue;
    if (cites.length > 0 && !joint && !separe) continue;
    const place = index + m[0].indexOf(titre);
    const depart =
      joint || cites.length === 0 ? 0 : index - (/,\s([^,«»]*)$/.exec(entre)?.[1]?.length ?? 0);
    cites.push({ titre: sliceBloc(bloc, place, place + titre.length), debut: depart, joint });
    precedent = m;
  }
  return cites;
}

/** The different titles that a section quotes. */
export function citedTitles(section: SectionLue, lexique: Lexique): Bloc[] {
  const vus = new Map<string, Bloc>();
  for (const e of section.elements) {
    if (e.genre !== 'texte' && e.genre !== 'puce') continue;
    for (const s of sentences(e.bloc))
      for (const { titre } of citesOf(s, lexique)) vus.set(fold(titre.texte), titre);
  }
  return [...vus.values()];
}

/**
 * The sentences of running text, where a title that is quoted says what its paragraph is about: the
 * sentences around it name no other action unless they name one by its form.
 */
export function quotedPropositions(
  elements: readonly Element[],
  statut: boolean,
  lexique: Lexique,
): Proposition[] {
  let cite = false;
  return elements.flatMap((e) => {
    const props = propositionsOf([e], statut, lexique);
    if (e.genre !== 'texte') return props;
    const ancres = anchored(props, lexique);
    const avant = cite;
    cite ||= ancres !== null;
    return ancres ?? (avant && isOfAnother(props) ? [] : props);
  });
}

/** « Cette journée », « Elle », « Les participants »: what goes on with the paragraph before. */
const SUITE =
  /^(?:ce|cet|cette|ces|il|ils|elle|elles|au total|en tout|en outre|enfin|la (?:seance|seconde|deuxieme)|les (?:participants|deux|trois|echanges)|leurs?|son|sa|ses|\d+|celle|celui|y)(?![a-z])/;

/** After a paragraph that quotes its title, one that says what became of something it does not name is of another. */
function isOfAnother(props: readonly Proposition[]): boolean {
  const [premiere] = props;
  if (premiere === undefined || props.some((p) => p.titre !== null)) return false;
  return (
    props.length > 1 && props.some((p) => p.principale) && !SUITE.test(fold(premiere.bloc.texte))
  );
}

/** Null when nothing is quoted. */
function anchored(props: readonly Proposition[], lexique: Lexique): Proposition[] | null {
  const cites = props.map((p) => citesOf(p.bloc, lexique));
  const premier = cites.findIndex((c) => c.length > 0);
  if (premier < 0 || !props.some((p) => tells(p.bloc, lexique))) return null;
  return props.flatMap((p, i): Proposition[] => {
    const siennes = cites[i] ?? [];
    const rangees = ranked(
      p.bloc,
      cites.slice(0, i + 1).findLast((c) => c.length > 0) ?? [],
      lexique,
    );
    if (rangees.length > 0) return rangees;
    const apres = props[i + 1];
    // what became of the two is told of each in the next sentence
    if (apres !== undefined && ranked(apres.bloc, siennes, lexique).length > 0) return [];
    if (siennes.length > 0)
      return siennes.map((c, k) => about(part(p, siennes, k), c.titre, lexique));
    if (p.nominale === true || namesByForm(p, lexique)) return [p];
    const ancre = cites[premier]?.[0];
    if (i < premier && ancre !== undefined)
      return p.principale && p.titre !== null ? [p] : [about(p.bloc, ancre.titre, lexique)];
    return [{ ...p, titre: null, mots: [], numero: null }];
  });
}

/** A sentence says something that may have taken place: a cue, a day, a number. */
function tells(bloc: Bloc, { v }: Lexique): boolean {
  const { texte: plie } = foldWithMap(bloc.texte);
  return (
    cueOf(bloc.texte, v) !== null ||
    findDates(plie, 2000).length > 0 ||
    new RegExp(`${NOMBRE} (?:${v.participants.join('|')})(?![a-z])`).test(plie)
  );
}

function about(bloc: Bloc, titre: Bloc, { formats, v }: Lexique): Proposition {
  return {
    bloc,
    principale: true,
    titre,
    mots: contentWords(titre.texte, formats, v),
    numero: null,
  };
}

/** « « A » a eu lieu le 3 mai, « B » a été annulée »: each title with what is said of it. */
function part({ bloc }: Proposition, cites: readonly Cite[], k: number): Bloc {
  const cite = cites[k];
  if (cite === undefined || cites.length === 1) return bloc;
  const suivante = cites.slice(k + 1).find((c) => !c.joint);
  const tete = cites.slice(0, k + 1).findLast((c) => !c.joint) ?? cites[0];
  return sliceBloc(bloc, tete?.debut ?? 0, suivante?.debut ?? bloc.texte.length);
}

/** « Le groupe des coordinateurs s'est réuni »: a form of action and words of its own. */
function namesByForm(p: Proposition, { formats }: Lexique): boolean {
  if (!p.principale || p.titre === null || p.mots.length === 0) return false;
  return formats.test(fold(p.titre.texte));
}

/** « : la première a réuni…, le second a été abandonné »: the titles quoted together, each in its turn. */
const RANGS = [
  /(?:^|[:,;]\s)l[ae]s? premi(?:er|ère)s?\s/iu,
  /(?:^|[:,;]\s(?:et\s)?)l[ae]s? (?:seconde?|deuxième)s?(?:\s|,)/iu,
];

function ranked(bloc: Bloc, cites: readonly Cite[], lexique: Lexique): Proposition[] {
  if (cites.length !== 2 || cites[1]?.joint !== true) return [];
  const places = RANGS.map((motif) => motif.exec(bloc.texte));
  return places.flatMap((place, k): Proposition[] => {
    const cite = cites[k];
    if (place === null || cite === undefined) return [];
    const suivante = places.slice(k + 1).find((p) => p !== null && p.index > place.index);
    const debut = place.index + place[0].length;
    return [
      about(sliceBloc(bloc, debut, suivante?.index ?? bloc.texte.length), cite.titre, lexique),
    ];
  });
}
