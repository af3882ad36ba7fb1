import type { ActionLue, AxeLu, ProgrammeLu } from '../../ingest/stages/structure.js';
import type { Bloc } from '../../src/domain/bloc.js';

type Pages = ReadonlyMap<number, number | null>;

/** A programme as a person reviews it in a diff: texts and printed pages, no offsets. */
export function lisible(programme: ProgrammeLu, imprimees: Pages): unknown {
  return {
    titre: texte(programme.titre),
    annee: programme.annee,
    introduction: programme.introduction.map((b) => abrege(b.texte)),
    axes: programme.axes.map((a) => axeLisible(a, imprimees)),
  };
}

function axeLisible(axe: AxeLu, imprimees: Pages) {
  return {
    titre: axe.titre.texte,
    pages: pages(axe.pages, imprimees),
    introduction: axe.introduction.map((b) => abrege(b.texte)),
    ...(axe.notes.length === 0
      ? {}
      : { notes: axe.notes.map((n) => `${n.appel}. ${n.texte.texte}`) }),
    actions: axe.actions.map((a) => actionLisible(a, imprimees)),
    ...(axe.services.length === 0
      ? {}
      : {
          services: axe.services.map((s) => ({
            numero: s.numero,
            titre: s.titre.texte,
            pages: pages(s.pages, imprimees),
            corps: s.corps.length,
          })),
        }),
    ...(axe.publications.length === 0
      ? {}
      : {
          publications: axe.publications.map((p) => ({
            titre: p.titre.texte,
            format: texte(p.format),
            pages: pages(p.pages, imprimees),
          })),
        }),
  };
}

function actionLisible(a: ActionLue, imprimees: Pages) {
  return {
    numero: a.numero,
    titre: a.titre.texte,
    intitule: a.intitule.texte,
    format: texte(a.format),
    pages: pages(a.pages, imprimees),
    ...(a.renvoi === null ? {} : { renvoi: a.renvoi.page }),
    champs: a.champs.map((c) => `${c.champs.join('+')} | ${c.etiquette.texte} | ${c.valeur.texte}`),
    corps: a.corps.map((b) => abrege(b.texte)),
    ...(a.notes.length === 0 ? {} : { notes: a.notes.map((n) => `${n.appel}. ${n.texte.texte}`) }),
  };
}

function texte(bloc: Bloc | null): string | null {
  return bloc === null ? null : bloc.texte;
}

/** Both ends of a paragraph say whether it was cut at the right places. */
function abrege(t: string): string {
  return t.length <= 120 ? t : `${t.slice(0, 70)} [${t.length}] ${t.slice(-40)}`;
}

function pages(numeros: readonly number[], imprimees: Pages): number[] {
  return numeros.map((n) => imprimees.get(n) ?? n);
}
