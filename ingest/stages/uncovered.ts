import { type Bloc, longueurSource } from '../../src/domain/bloc.js';
import type { Page } from '../../src/domain/page.js';
import type { ProgrammeLu } from './structure.js';

/** A passage of a page that no block of a programme holds. */
export interface Oubli {
  readonly page: number;
  readonly debut: number;
  readonly fin: number;
  readonly texte: string;
}

/** The passages of the pages, white space apart, that are in no block of the programme. None is the rule. */
export function uncovered(pages: readonly Page[], programme: ProgrammeLu): Oubli[] {
  const couverts = new Map(pages.map((p) => [p.numero, new Uint8Array(p.texte.length)]));
  for (const bloc of blocsDe(programme)) {
    for (const t of bloc.carte)
      couverts.get(t.page)?.fill(1, t.source, t.source + longueurSource(t));
  }
  return pages.flatMap((page) => oublisDe(page, couverts.get(page.numero) ?? new Uint8Array()));
}

function oublisDe(page: Page, couvert: Uint8Array): Oubli[] {
  const oublis: Oubli[] = [];
  let debut = -1;
  for (let i = 0; i <= page.texte.length; i += 1) {
    const oublie = i < page.texte.length && couvert[i] === 0 && !/\s/.test(page.texte[i] ?? '');
    if (oublie && debut < 0) debut = i;
    if (!oublie && debut >= 0) {
      oublis.push({ page: page.numero, debut, fin: i, texte: page.texte.slice(debut, i) });
      debut = -1;
    }
  }
  return oublis;
}

/** Every block of a programme, at any depth. */
export function* blocsDe(valeur: unknown): Generator<Bloc> {
  if (typeof valeur !== 'object' || valeur === null) return;
  if (estBloc(valeur)) yield valeur;
  else for (const v of Object.values(valeur)) yield* blocsDe(v);
}

function estBloc(valeur: object): valeur is Bloc {
  return 'carte' in valeur && 'texte' in valeur && Array.isArray(valeur.carte);
}
