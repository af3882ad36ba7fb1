import { localId } from '../../domain/ids.js';
import { labelDe } from '../../domain/schema.js';
import type { Contexte } from '../contexte.js';
import { reference, texte } from '../references.js';
import { noticesDe } from '../resultatsNotices.js';
import type { Deploiement, Maillon } from '../types.js';
import { actionsLiees } from './liees.js';
import { deType, lireSocle } from './socle.js';
import type { ActionLiee, DispositifLie, FicheDispositif } from './types.js';

/** The card of a dispositif: its actions (those it is the object of first), where it is deployed, what it is linked to. */
export function ficheDispositif(contexte: Contexte, id: string): FicheDispositif {
  const { entite, fiche, sortantes, entrantes } = lireSocle(contexte, id, ['Dispositif']);
  const actions = actionsLiees(contexte, deType(entrantes, 'MOBILISE'), 'de');
  const deploiement = deType(sortantes, 'DEPLOYE_A').map(enDeploiement);
  return {
    ...fiche,
    sigle: texte(entite, 'sigle'),
    definition: texte(entite, 'definition'),
    actions: [...actions.filter(estObjet), ...actions.filter((a) => !estObjet(a))],
    deploiement,
    liens: dispositifsLies(contexte, entite.id, actions, deploiement),
    predecesseurs: [...deType(sortantes, 'SUCCEDE_A'), ...deType(sortantes, 'RELEVE_DE')],
    successeurs: [...deType(entrantes, 'SUCCEDE_A'), ...deType(entrantes, 'RELEVE_DE')],
    notices: noticesDe(contexte, entite.id),
  };
}

function estObjet({ maillons }: ActionLiee): boolean {
  return maillons.some((m) => m.proprietes.role === 'objet');
}

function enDeploiement(hop: Maillon): Deploiement {
  const { id, libelle, url } = hop.vers;
  return {
    type: labelDe(id) === 'Commune' ? 'Commune' : 'Intercommunalite',
    id,
    titre: libelle,
    debut: Number(hop.proprietes.debut ?? 0),
    fin: Number(hop.proprietes.fin ?? 9999),
    maillons: [hop],
    preuves: hop.preuves,
    url: url ?? `/territoires/${localId(id)}`,
  };
}

/** Other dispositifs by what they share: actions that have both for object, other actions, places at the same date. */
function dispositifsLies(
  contexte: Contexte,
  id: string,
  actions: readonly ActionLiee[],
  deploiement: readonly Deploiement[],
): DispositifLie[] {
  const comptes = new Map<string, { objet: number; actions: number; lieux: Set<string> }>();
  const de = (autre: string) => {
    const compte = comptes.get(autre) ?? { objet: 0, actions: 0, lieux: new Set<string>() };
    comptes.set(autre, compte);
    return compte;
  };
  for (const action of actions) {
    for (const r of contexte.faits.relations({ de: action.id, type: 'MOBILISE' })) {
      if (r.vers === id) continue;
      const compte = de(r.vers);
      compte.actions += 1;
      if (estObjet(action) && r.proprietes.role === 'objet') compte.objet += 1;
    }
  }
  for (const lieu of deploiement) {
    for (const r of contexte.faits.relations({ vers: lieu.id, type: 'DEPLOYE_A' })) {
      const ensemble =
        Number(r.proprietes.debut) <= lieu.fin && lieu.debut <= Number(r.proprietes.fin);
      if (r.de !== id && ensemble) de(r.de).lieux.add(lieu.id);
    }
  }
  const lies = [...comptes].map(([autre, c]) => ({
    ...reference(contexte, autre),
    actionsObjet: c.objet,
    actions: c.actions,
    communes: c.lieux.size,
  }));
  return lies.sort(
    (a, b) =>
      b.actionsObjet - a.actionsObjet ||
      b.actions - a.actions ||
      b.communes - a.communes ||
      a.libelle.localeCompare(b.libelle, 'fr'),
  );
}
