import { type Bloc, sliceBloc } from '../../../src/domain/bloc.js';
import { fold } from '../../../src/french/fold.js';
import type { AxeLu } from '../structure.js';

const ANNEE = /(?<!\d)(?:19[89]|20[0-4])\d(?!\d)/g;

/** What dates the writing, not what is planned: « mis à jour le 3 mars 2016 ». */
const ECRITURE =
  /(?:mise? a jour|version|actualise|adopte|valide|approuve|imprime|edite|vote)e?s?\b[^.;\n]{0,45}$/;

export interface AnneeLue {
  readonly annee: number | null;
  readonly preuve: Bloc | null;
}

interface Sources {
  readonly titre: Bloc | null;
  /** The other lines of the cover. */
  readonly couverture: readonly Bloc[];
  readonly axes: readonly AxeLu[];
  /** Running titles. */
  readonly courants: readonly Bloc[];
  readonly introduction: readonly Bloc[];
}

/**
 * The year a programme is for: that of its title, else of its cover, else the one its actions' periods
 * give most, else that of its running titles, else the one its introduction names most.
 */
export function anneeDe({ titre, couverture, axes, courants, introduction }: Sources): AnneeLue {
  const periodes = axes.flatMap((axe) =>
    axe.actions.flatMap((a) =>
      a.champs.filter((c) => c.champs.includes('periode')).map((c) => c.valeur),
    ),
  );
  const textes = [...introduction, ...axes.flatMap((a) => a.introduction)];
  for (const blocs of [titre === null ? [] : [titre], couverture, periodes, courants, textes]) {
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
      if (ECRITURE.test(fold(bloc.texte.slice(Math.max(0, trouve.index - 60), trouve.index))))
        continue;
      const vue = vues.get(annee);
      const preuve = vue?.preuve ?? sliceBloc(bloc, trouve.index, trouve.index + 4);
      vues.set(annee, { fois: (vue?.fois ?? 0) + 1, preuve });
    }
  }
  const premiere = [...vues].sort((a, b) => b[1].fois - a[1].fois || a[0] - b[0])[0];
  return premiere === undefined ? null : { annee: premiere[0], preuve: premiere[1].preuve };
}

/** « Programme 2014-2015 », « Saison 2013/14 »: the second year of a title, when it follows the first. */
export function anneeFinale(titre: Bloc | null, annee: number | null): number | null {
  if (titre === null || annee === null) return null;
  const seconde = new RegExp(`(?<!\\d)${annee}\\s?[-–—/]\\s?(\\d{4}|\\d{2})(?!\\d)`).exec(
    titre.texte,
  )?.[1];
  return seconde !== undefined && Number(seconde) % 100 === (annee + 1) % 100 ? annee + 1 : null;
}
