import { type Bloc, sliceBloc } from '../../../src/domain/bloc.js';
import type { AxeLu } from '../structure.js';

const ANNEE = /(?<!\d)(?:19[89]|20[0-4])\d(?!\d)/g;

export interface AnneeLue {
  readonly annee: number | null;
  readonly preuve: Bloc | null;
}

/**
 * The year a programme is for: that of its title, else the one its actions' periods give most,
 * else that of its running titles, else the one its introduction names most.
 */
export function anneeDe(
  titre: Bloc | null,
  axes: readonly AxeLu[],
  courants: readonly Bloc[],
  introduction: readonly Bloc[],
): AnneeLue {
  const periodes = axes.flatMap((axe) =>
    axe.actions.flatMap((a) =>
      a.champs.filter((c) => c.champs.includes('periode')).map((c) => c.valeur),
    ),
  );
  const textes = [...introduction, ...axes.flatMap((a) => a.introduction)];
  for (const blocs of [titre === null ? [] : [titre], periodes, courants, textes]) {
    const lue = dominante(blocs);
    if (lue !== null) return lue;
  }
  return { annee: null, preuve: null };
}

/** The commonest year of these blocks, and where it first stands. */
function dominante(blocs: readonly Bloc[]): AnneeLue | null {
  const vues = new Map<number, { fois: number; preuve: Bloc }>();
  for (const bloc of blocs) {
    for (const trouve of bloc.texte.matchAll(ANNEE)) {
      const annee = Number(trouve[0]);
      const vue = vues.get(annee);
      const preuve = vue?.preuve ?? sliceBloc(bloc, trouve.index, trouve.index + 4);
      vues.set(annee, { fois: (vue?.fois ?? 0) + 1, preuve });
    }
  }
  const premiere = [...vues].sort((a, b) => b[1].fois - a[1].fois || a[0] - b[0])[0];
  return premiere === undefined ? null : { annee: premiere[0], preuve: premiere[1].preuve };
}
