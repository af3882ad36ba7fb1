import type { Relation } from '../../src/domain/vue.js';
import type { Monde } from './monde.js';

/**
 * Which actions touch a commune, said as plainly as possible from DESIGN 7: loops over lists,
 * no index. Lines `action portee via`, sorted; `via` is '' when the chain has nothing in between.
 */
export function chainesNaives(monde: Monde, commune: string, min: number, max: number): string[] {
  const lignes = monde.entites
    .filter((e) => e.type === 'Action' && Number(e.proprietes.annee) >= min)
    .filter((e) => Number(e.proprietes.annee) <= max)
    .flatMap((e) => ofAction(monde, commune, e.id, Number(e.proprietes.annee)));
  return lignes.sort();
}

function ofAction(monde: Monde, commune: string, action: string, annee: number): string[] {
  const r = finder(monde.relations);
  const enVigueur = ({ proprietes: p }: Relation): boolean =>
    Number(p.debut) <= annee && annee <= Number(p.fin);
  const deploiements = (dispositif: string): number => {
    const groupements = r(commune, 'MEMBRE_DE').filter(enVigueur);
    const ici = r(dispositif, 'DEPLOYE_A').filter(enVigueur);
    const direct = ici.filter(({ vers }) => vers === commune).length;
    return direct + groupements.flatMap((m) => ici.filter((d) => d.vers === m.vers)).length;
  };

  const touches = r(action, 'TOUCHE');
  const objets = r(action, 'MOBILISE').filter(({ proprietes: p }) => p.role === 'objet');
  const exclusifs = objets.filter(({ proprietes: p }) => p.exclusif === true);
  const departements = r(commune, 'SITUE_DANS').map(({ vers }) => vers);
  const touchesDepartement = touches.filter(({ vers }) => departements.includes(vers));
  const champ = touches.filter(({ proprietes: p }) => p.origine === 'champ');
  const limitee =
    champ.some(({ vers }) => !vers.startsWith('departement:')) &&
    !champ.some(({ vers }) => vers.startsWith('departement:'));

  const lignes: string[] = [];
  const add = (portee: string, via: string): number => lignes.push(`${action} ${portee} ${via}`);
  for (const { vers } of touches) {
    if (vers === commune) add('nommee', '');
    for (const s of r(vers, 'SITUE_DANS')) {
      if (vers.startsWith('quartier:') && s.vers === commune) add('quartier', vers);
    }
    for (const m of r(commune, 'MEMBRE_DE').filter(enVigueur)) {
      if (m.vers === vers) add('groupement', vers);
    }
  }
  const vise = touches.length === 0 || (touchesDepartement.length > 0 && !limitee);
  for (const { vers } of exclusifs.length > 0 ? exclusifs : objets) {
    if (vise) for (let i = 0; i < deploiements(vers); i += 1) add('dispositif', vers);
  }
  if (!limitee) {
    for (const { vers } of touchesDepartement) {
      if (exclusifs.length === 0) add('departement', vers);
      else if (!exclusifs.some((e) => deploiements(e.vers) > 0)) {
        for (const e of exclusifs) add('reservee', e.vers);
      }
    }
  }
  for (const { vers } of r(action, 'CITE')) {
    if (vers === commune) add('citee', '');
    for (const s of r(vers, 'SITUE_DANS')) {
      if (vers.startsWith('quartier:') && s.vers === commune) add('citee', vers);
    }
  }
  return lignes;
}

function finder(relations: readonly Relation[]): (de: string, type: string) => Relation[] {
  return (de, type) => relations.filter((r) => r.de === de && r.type === type);
}
