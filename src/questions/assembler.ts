import type { Genre } from './intentions.js';
import type { Partie } from './partie.js';
import type { Equation, Intention, Portee, Reference } from './types.js';

interface Pieces {
  readonly intention: Intention;
  /** What the question asks for. */
  readonly parties: readonly Partie[];
  /** What it sets aside. */
  readonly exclues: readonly Partie[];
  readonly annees: { readonly debut: number; readonly fin: number } | null;
  readonly axes: readonly Reference[];
  readonly periode: string | null;
  readonly mots: string;
}

/** The equation of a question, empty parts left out. */
export function assembler(p: Pieces): Equation {
  const de = (...genres: Genre[]): (Reference & { readonly ancienNom?: string })[] => {
    const refs = p.parties.flatMap((x) => (genres.includes(x.genre) ? (x.reference ?? []) : []));
    return [...new Map(refs.map((r) => [r.id, r])).values()];
  };
  const un = <C extends string>(cle: C, ...genres: Genre[]) => {
    const premier = de(...genres)[0];
    return premier === undefined ? {} : ({ [cle]: premier } as Record<C, Reference>);
  };
  const plusieurs = <C extends string>(cle: C, refs: readonly Reference[]) =>
    refs.length === 0 ? {} : ({ [cle]: refs } as unknown as Record<C, readonly Reference[]>);
  const format = de('FORMAT')[0]?.libelle;
  const portee = de('PORTEE')[0]?.id as Portee | undefined;
  const exclus = p.exclues.flatMap((x) => x.reference ?? []);
  return {
    intention: p.intention,
    ...un('commune', 'COMMUNE'),
    ...(de('COMMUNE').length > 1 ? { communes: de('COMMUNE') } : {}),
    ...un('intercommunalite', 'EPCI'),
    ...un('quartier', 'QUARTIER'),
    ...un('departement', 'DEPARTEMENT'),
    ...plusieurs('dispositifs', de('DISPOSITIF')),
    ...plusieurs('themes', de('THEME')),
    ...plusieurs('publics', de('PUBLIC')),
    ...plusieurs('axes', p.axes),
    ...(p.annees === null ? {} : { annee: p.annees }),
    ...(p.periode === null ? {} : { periode: p.periode }),
    ...un('intervenant', 'PERSONNE', 'ORGANISME'),
    ...(format === undefined ? {} : { format }),
    ...(portee === undefined ? {} : { portee }),
    ...plusieurs('exclus', [...new Map(exclus.map((r) => [r.id, r])).values()]),
    ...(p.mots === '' ? {} : { mots: p.mots }),
  };
}
