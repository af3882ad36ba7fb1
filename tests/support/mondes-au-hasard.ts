import fc from 'fast-check';
import { type Lien, type Monde, monde } from './monde.js';

const ANNEES = [2008, 2012, 2016];

/**
 * Random small worlds with every relation that decides whether an action touches a commune.
 * Their ids carry the world's number, so that many of them fit in one graph.
 */
export function mondeAuHasard(numero: number): fc.Arbitrary<Monde> {
  const nom = (type: string, n: number): string => `${type}:${numero}-${n}`;
  const un = (type: string, n: number): fc.Arbitrary<string> =>
    fc.nat({ max: n - 1 }).map((i) => nom(type, i));
  const action = un('action', 3);
  const commune = un('commune', 2);
  const quartier = un('quartier', 2);
  const epci = un('intercommunalite', 2);
  const departement = un('departement', 2);
  const dispositif = un('dispositif', 2);
  const lieu = fc.oneof(commune, quartier, epci, departement, departement);
  const origine = fc.constantFrom({ origine: 'champ' }, { origine: 'texte' });
  const mobilise = fc.constantFrom<NonNullable<Lien[3]>>(
    { role: 'objet' },
    { role: 'objet', exclusif: true },
    { role: 'objet', exclusif: false },
    { role: 'mention' },
  );
  const dates = fc
    .tuple(fc.constantFrom(...ANNEES), fc.constantFrom(...ANNEES))
    .map(([a, b]) => ({ debut: Math.min(a, b), fin: Math.max(a, b) }));
  const lien = fc.oneof<fc.Arbitrary<Lien>[]>(
    fc.tuple(action, fc.constant('TOUCHE' as const), lieu, origine),
    fc.tuple(action, fc.constant('CITE' as const), fc.oneof(commune, quartier)),
    fc.tuple(action, fc.constant('MOBILISE' as const), dispositif, mobilise),
    fc.tuple(dispositif, fc.constant('DEPLOYE_A' as const), fc.oneof(commune, epci), dates),
    fc.tuple(commune, fc.constant('MEMBRE_DE' as const), epci, dates),
    fc.tuple(commune, fc.constant('SITUE_DANS' as const), departement),
    fc.tuple(quartier, fc.constant('SITUE_DANS' as const), commune),
  );
  const annees = fc.array(fc.constantFrom(...ANNEES), { minLength: 3, maxLength: 3 });
  return fc.tuple(fc.array(lien, { maxLength: 18 }), annees).map(([liens, [x, y, z]]) => {
    const actions = { [nom('action', 0)]: x, [nom('action', 1)]: y, [nom('action', 2)]: z };
    const dates = Object.entries(actions).map(([id, annee]) => [id, { annee: annee ?? 2012 }]);
    const m = monde(liens, { ...Object.fromEntries(dates), [nom('commune', 0)]: {} });
    return { ...m, relations: [...new Map(m.relations.map((r) => [r.id, r])).values()] };
  });
}

/** Several of them, each with its own ids. */
export function mondesAuHasard(nombre: number): fc.Arbitrary<Monde[]> {
  return fc.tuple(...Array.from({ length: nombre }, (_, i) => mondeAuHasard(i)));
}

/** Worlds side by side in one. */
export function reunis(mondes: readonly Monde[]): Monde {
  return {
    entites: mondes.flatMap((m) => m.entites),
    relations: mondes.flatMap((m) => m.relations),
  };
}
