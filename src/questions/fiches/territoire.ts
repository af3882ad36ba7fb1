import type { Contexte } from '../contexte.js';
import { noticesDe } from '../resultatsNotices.js';
import type { Maillon, Reference } from '../types.js';
import { deType, lireSocle, type Socle } from './socle.js';
import type { FicheTerritoire } from './types.js';

export const TYPES_TERRITOIRES = [
  'Commune',
  'Intercommunalite',
  'Quartier',
  'Departement',
] as const;

/** The card of a territory: where it lies, what it holds, its groupings by years, the dispositifs deployed there. */
export function ficheTerritoire(contexte: Contexte, id: string): FicheTerritoire {
  const socle = lireSocle(contexte, id, TYPES_TERRITOIRES);
  const situe = deType(socle.sortantes, 'SITUE_DANS').map((m) => m.vers);
  const tenus = deType(socle.entrantes, 'SITUE_DANS').map((m) => m.de);
  return {
    ...socle.fiche,
    departement: situe.find((r) => r.type === 'Departement') ?? null,
    appartenances: appartenances(socle),
    quartiers: parNom(tenus.filter((r) => r.type === 'Quartier')),
    communes: parNom([...situe, ...tenus].filter((r) => r.type === 'Commune')),
    dispositifs: deType(socle.entrantes, 'DEPLOYE_A'),
    notices: noticesDe(contexte, socle.entite.id),
  };
}

/** Memberships of a commune from the oldest, members of an intercommunalité by name. */
function appartenances({ sortantes, entrantes }: Socle): Maillon[] {
  const siennes = deType(sortantes, 'MEMBRE_DE').sort(
    (a, b) => Number(a.proprietes.debut ?? 0) - Number(b.proprietes.debut ?? 0),
  );
  return [...siennes, ...deType(entrantes, 'MEMBRE_DE').filter((m) => m.de.type === 'Commune')];
}

function parNom(refs: readonly Reference[]): Reference[] {
  return [...refs].sort((a, b) => a.libelle.localeCompare(b.libelle, 'fr'));
}
