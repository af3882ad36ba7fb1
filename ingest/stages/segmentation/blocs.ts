import type { Bloc, Troncon } from '../../../src/domain/bloc.js';
import { fold } from '../../../src/french/fold.js';
import type { LigneDoc } from './lignes.js';

/** A passage of one line: offsets in the page's text. */
export interface Passage {
  readonly ligne: LigneDoc;
  readonly debut: number;
  readonly fin: number;
}

export const BLOC_VIDE: Bloc = { texte: '', carte: [] };

/** Words of the document, folded: they tell whether a hyphen at a line's end belongs to the word. */
export type Lexique = ReadonlySet<string>;

export function lexiqueDe(lignes: readonly LigneDoc[]): Lexique {
  const mots = new Set<string>();
  for (const l of lignes) {
    for (const mot of fold(l.texte).split(/[^\p{L}-]+/u))
      if (mot !== '' && !mot.endsWith('-')) mots.add(mot);
  }
  return mots;
}

/** Whole lines as passages. */
export function passagesDe(lignes: readonly LigneDoc[]): Passage[] {
  return lignes.map((ligne) => ({ ligne, debut: ligne.debut, fin: ligne.fin }));
}

/**
 * Joins passages into readable text: one space between lines, none inside a word cut by a hyphen,
 * runs of white space made one space, footnote calls left out. The map leads back to the pages.
 */
export function joindre(passages: readonly Passage[], lexique: Lexique): Bloc {
  let texte = '';
  const carte: Troncon[] = [];
  // only the last run is looked at: reading the end of a growing text costs its whole length
  let dernier = '';
  for (const passage of passages) {
    const morceaux = decouper(passage);
    morceaux.forEach((m, i) => {
      const liaison = i === 0 ? raccord(dernier, m.texte, lexique) : m.colle ? 'colle' : 'espace';
      if (liaison === 'sansTrait') {
        texte = texte.slice(0, -1);
        raccourcir(carte);
      }
      if (liaison === 'espace' && texte !== '') texte += ' ';
      carte.push({
        debut: texte.length,
        longueur: m.texte.length,
        page: passage.ligne.page,
        source: m.source,
      });
      texte += m.texte;
      dernier = m.texte;
    });
  }
  return { texte, carte };
}

interface Morceau {
  readonly texte: string;
  readonly source: number;
  /** No white space stood between it and the one before. */
  readonly colle: boolean;
}

/** The runs of a passage between wide spaces and footnote calls. */
function decouper({ ligne, debut, fin }: Passage): Morceau[] {
  const bornes: [number, number][] = [];
  let depuis = debut;
  for (const coupe of ligne.coupes) {
    if (coupe.debut < debut || coupe.fin > fin) continue;
    bornes.push([depuis, coupe.debut]);
    depuis = coupe.fin;
  }
  bornes.push([depuis, fin]);
  const morceaux: Morceau[] = [];
  bornes.forEach(([a, b], i) => {
    const brut = ligne.texte.slice(a - ligne.debut, b - ligne.debut);
    for (const { debut: index, fin: bout } of entreBlancs(brut)) {
      const colle = i > 0 && index === 0;
      morceaux.push({ texte: brut.slice(index, bout), source: a + index, colle });
    }
  });
  return morceaux;
}

/** Runs of a text between wide spaces. Read by hand: a pattern keeps a place a character, and overflows on a huge line. */
function entreBlancs(texte: string): { debut: number; fin: number }[] {
  const suites: { debut: number; fin: number }[] = [];
  let debut = -1;
  let fin = 0;
  for (let i = 0; i <= texte.length; i += 1) {
    if (i < texte.length && !estBlanc(texte.charCodeAt(i))) {
      if (debut < 0) debut = i;
      fin = i + 1;
    } else if (debut >= 0 && (i === texte.length || i > fin || texte[i] !== ' ')) {
      suites.push({ debut, fin });
      debut = -1;
    }
  }
  return suites;
}

/** What `\s` matches. */
function estBlanc(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    (code > 0x167f && /\s/.test(String.fromCharCode(code)))
  );
}

type Liaison = 'espace' | 'colle' | 'sansTrait';

/** « Garges-lès- » + « Gonesse » keeps its hyphen; « déve- » + « loppement » loses it when the document knows « développement ». */
function raccord(avant: string, apres: string, lexique: Lexique): Liaison {
  if (/[\p{L}]\u00ad$/u.test(avant)) return 'sansTrait';
  const debut = /([\p{L}-]*\p{L})[-‐]$/u.exec(avant.slice(-60))?.[1];
  const suite = /^\p{L}[\p{L}-]*/u.exec(apres.slice(0, 60))?.[0];
  if (debut === undefined || suite === undefined) return 'espace';
  if (debut.includes('-') || /^\p{Lu}/u.test(suite)) return 'colle';
  const compose = lexique.has(fold(`${debut}-${suite}`));
  return !compose && lexique.has(fold(debut + suite)) ? 'sansTrait' : 'colle';
}

function raccourcir(carte: Troncon[]): void {
  const dernier = carte.pop();
  if (dernier !== undefined && dernier.longueur > 1) {
    carte.push({ ...dernier, longueur: dernier.longueur - 1 });
  }
}

/** Text of whole lines, footnote calls left out, for tests on wording. */
export function texteDe(lignes: readonly LigneDoc[]): string {
  return lignes.map(sansAppels).join(' ').replace(/\s+/g, ' ');
}

function sansAppels({ texte, debut, coupes }: LigneDoc): string {
  return coupes.reduceRight(
    (reste, c) => reste.slice(0, c.debut - debut) + reste.slice(c.fin - debut),
    texte,
  );
}

/** What is left of lines beside passages. */
export function complement(lignes: readonly LigneDoc[], pris: readonly Passage[]): Passage[] {
  return lignes.flatMap((ligne) => {
    const dedans = pris.filter((p) => p.ligne === ligne).sort((a, b) => a.debut - b.debut);
    const bornes = [...dedans, { debut: ligne.fin, fin: ligne.fin }];
    return bornes.map((p, i) => ({
      ligne,
      debut: dedans[i - 1]?.fin ?? ligne.debut,
      fin: p.debut,
    }));
  });
}
