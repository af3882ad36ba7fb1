import * as questionCommune from '../../queries/territoires/actions.js';
import * as questionDepartement from '../../queries/territoires/actions-departement.js';
import * as questionIntercommunalite from '../../queries/territoires/actions-intercommunalite.js';
import * as questionQuartier from '../../queries/territoires/actions-quartier.js';
import { MaillageError } from '../domain/errors.js';
import type { Fait } from '../domain/fait.js';
import { labelDe } from '../domain/schema.js';
import { lireQuestion } from '../graph/ask.js';
import { ordreProgramme, resultatAction } from './actions.js';
import type { Bornes } from './bornes.js';
import { lireFaits, maillons } from './chaines.js';
import type { Contexte } from './contexte.js';
import { clePreuve } from './preuves.js';
import { PORTEES, type Portee, type PorteeApart, type ResultatAction } from './types.js';

type Ligne = ReturnType<typeof questionCommune.ligne.parse>;

/** Actions that touch a territory, those only cited or reserved apart, and the counts by portée. */
export interface Touchees {
  readonly resultats: readonly ResultatAction[];
  readonly apart: readonly ResultatAction[];
  readonly parPortee: Readonly<Record<Portee, number>>;
}

/** Strongest first, the ones apart last (DESIGN 7). */
const ORDRE: readonly (Portee | PorteeApart)[] = [...PORTEES, 'reservee', 'citee'];

/**
 * The actions that touch a territory between two years: each once, under its strongest portée,
 * with every chain; then by axe and number.
 */
export async function lireTouchees(
  contexte: Contexte,
  territoire: string,
  bornes: Bornes,
): Promise<Touchees> {
  const lignes = await lireChaines(contexte, territoire, bornes);
  const faits = lireFaits(
    contexte,
    lignes.flatMap((l) => l.faits),
  );
  const parAction = new Map<string, Ligne[]>();
  for (const ligne of lignes) {
    const autres = parAction.get(ligne.action);
    if (autres === undefined) parAction.set(ligne.action, [ligne]);
    else autres.push(ligne);
  }
  const entites = [...contexte.entites(parAction.keys()).values()].sort(ordreProgramme(contexte));
  const actions = entites.map((entite) => ({
    ...resultatAction(contexte, entite, []),
    ...chaines(contexte, parAction.get(entite.id) ?? [], faits),
  }));
  return trier(actions);
}

/** Splits touching actions from those apart, puts the strongest portée first and counts. */
export function trier(actions: readonly ResultatAction[]): Touchees {
  const triees = [...actions].sort((a, b) => rang(a.portee) - rang(b.portee));
  const resultats = triees.filter((a) => !estApart(a.portee));
  const compte = (portee: Portee): number => resultats.filter((a) => a.portee === portee).length;
  return {
    resultats,
    apart: triees.filter((a) => estApart(a.portee)),
    parPortee: {
      nommee: compte('nommee'),
      quartier: compte('quartier'),
      groupement: compte('groupement'),
      dispositif: compte('dispositif'),
      departement: compte('departement'),
    },
  };
}

function estApart(portee: Portee | PorteeApart | undefined): boolean {
  return portee === 'citee' || portee === 'reservee';
}

function rang(portee: Portee | PorteeApart | undefined): number {
  return portee === undefined ? ORDRE.length : ORDRE.indexOf(portee);
}

/** What the chains of one action say of it: the strongest first, none twice. */
function chaines(
  contexte: Contexte,
  lignes: readonly Ligne[],
  faits: ReadonlyMap<string, Fait>,
): Pick<Required<ResultatAction>, 'portee' | 'chaine' | 'chaines' | 'preuves'> {
  const uniques = new Map(lignes.map((l) => [`${l.portee} ${l.de} ${l.vers} ${l.faits}`, l]));
  const toutes = [...uniques.values()]
    .sort((a, b) => rang(a.portee) - rang(b.portee) || (a.via < b.via ? -1 : 1))
    .map((l) => ({ portee: l.portee, maillons: maillons(contexte, l, faits) }));
  const premiere = toutes[0];
  const preuves = (premiere?.maillons ?? []).flatMap((m) => m.preuves);
  return {
    portee: premiere?.portee ?? 'citee',
    chaine: premiere?.maillons ?? [],
    chaines: toutes,
    preuves: [...new Map(preuves.map((p) => [clePreuve(p), p])).values()],
  };
}

async function lireChaines(
  { graphe }: Contexte,
  id: string,
  bornes: Bornes,
): Promise<readonly Ligne[]> {
  switch (labelDe(id)) {
    case 'Commune':
      return lireQuestion(graphe, questionCommune, { commune: id, ...bornes });
    case 'Intercommunalite':
      return lireQuestion(graphe, questionIntercommunalite, { intercommunalite: id, ...bornes });
    case 'Quartier':
      return lireQuestion(graphe, questionQuartier, { quartier: id, ...bornes });
    case 'Departement':
      return lireQuestion(graphe, questionDepartement, { departement: id, ...bornes });
    default:
      throw new MaillageError(
        'usage',
        `« ${id} » n’est pas un territoire.`,
        'Donnez une commune, une intercommunalité, un quartier ou un département.',
      );
  }
}
