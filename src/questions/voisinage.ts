import type { Label } from '../domain/schema.js';
import { LABELS } from '../domain/schema.js';
import { urlEntite } from '../domain/urls.js';
import type { Relation } from '../domain/vue.js';
import type { Contexte } from './contexte.js';
import type { Voisinage } from './fiches/types.js';
import { references } from './references.js';
import { resolveEntite } from './resolve.js';

const LIMITE = 50;
const LIMITE_MAX = 500;

/** What tells most comes first when all cannot be shown: the links a reader follows, then the frame. */
const ORDRE: readonly string[] = [
  'TOUCHE',
  'MOBILISE',
  'DEPLOYE_A',
  'INTERVIENT_DANS',
  'MEMBRE_DE',
  'SITUE_DANS',
  'TRAITE_DE',
  'S_ADRESSE_A',
  'COMPREND',
];

/** What an entity is linked to directly: at most `limite` relations, each with its facts. */
export function lireVoisinage(contexte: Contexte, brut: string, limite = LIMITE): Voisinage {
  const { id } = resolveEntite(contexte, brut, Object.keys(LABELS) as Label[]);
  const relations = [
    ...contexte.faits.relations({ de: id }),
    ...contexte.faits.relations({ vers: id }),
  ].sort((a, b) => rang(a) - rang(b) || (a.id < b.id ? -1 : 1));
  const gardees = relations.slice(0, Math.min(limite, LIMITE_MAX));
  const noeuds = references(contexte, [id, ...gardees.flatMap((r) => [r.de, r.vers])]);
  return {
    centre: id,
    noeuds: [...noeuds.values()].map((n) => ({ ...n, url: urlEntite(n.id) })),
    aretes: gardees.map(({ id: arete, type, de, vers, proprietes, faits }) => ({
      id: arete,
      type,
      de,
      vers,
      proprietes,
      faits,
    })),
    total: relations.length,
  };
}

function rang({ type }: Relation): number {
  const place = ORDRE.indexOf(type);
  return place < 0 ? ORDRE.length : place;
}
