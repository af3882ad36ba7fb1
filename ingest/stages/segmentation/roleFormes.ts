import type { Vocabulaire } from '../../sources/vocabulaire.js';
import { texteDe } from './blocs.js';
import type { Candidat } from './familles.js';
import { estForme, estPlurielle } from './formes.js';
import type { Para } from './paragraphes.js';
import type { Role } from './plan.js';

/**
 * The headings that are only forms of action, in families that are mostly so, above another heading:
 * « Séminaire » right above its fields is the title of an action.
 */
export function candidatsFormes(
  paras: readonly Para[],
  candidats: readonly Candidat[],
  v: Vocabulaire,
): ReadonlySet<Candidat> {
  const dites = candidats.filter((c) => estForme(c.texte, v));
  const autres = new Set(candidats.filter((c) => !dites.includes(c)).map((c) => c.rang));
  const formes = dites.filter((c) => titreDessous(paras, autres, c.rang));
  const parFamille = (liste: readonly Candidat[]) => {
    const comptes = new Map<string, number>();
    for (const { famille } of liste) comptes.set(famille, (comptes.get(famille) ?? 0) + 1);
    return comptes;
  };
  const [toutes, siennes] = [parFamille(candidats), parFamille(formes)];
  return new Set(
    formes.filter((c) => (siennes.get(c.famille) ?? 0) * 2 >= (toutes.get(c.famille) ?? 0)),
  );
}

/** True when a heading that is no form comes next, before any field. */
function titreDessous(paras: readonly Para[], titres: ReadonlySet<number>, rang: number): boolean {
  for (let i = rang + 1; i < paras.length; i += 1) {
    if (titres.has(i)) return true;
    if (paras[i]?.nature === 'champ') return false;
  }
  return false;
}

/**
 * Gives the forms of action set as headings their role. Where they are all that opens runs of actions,
 * and each comes once, they are the parts; elsewhere they only tell the form of what is below.
 */
export function placerFormes(
  paras: readonly Para[],
  plan: Role[],
  formes: ReadonlySet<Candidat>,
  v: Vocabulaire,
): void {
  const axes = plan.includes('axe');
  const libres = [...formes].filter((c) => plan[c.rang] === 'suite');
  const uniques = new Set(libres.map((c) => c.texte)).size === libres.length;
  const groupes = uniques && libres.length > 1 && libres.some((c) => estPlurielle(c.texte));
  for (const c of libres) {
    if (!ouvreUneAction(paras, plan, c.rang)) continue;
    plan[c.rang] = groupes && !axes ? 'axe' : 'forme';
  }
  // a badge set like the text, right above a title
  paras.forEach((para, i) => {
    if (plan[i] !== 'suite' || plan[i + 1] !== 'action' || para.nature !== 'texte') return;
    if (para.lignes.length === 1 && estForme(texteDe(para.lignes), v)) plan[i] = 'forme';
  });
}

/** True when the next heading is an action, before any field. */
function ouvreUneAction(paras: readonly Para[], plan: readonly Role[], rang: number): boolean {
  for (let i = rang + 1; i < paras.length; i += 1) {
    if (plan[i] === 'action') return true;
    if (plan[i] === 'axe' || paras[i]?.nature === 'champ') return false;
  }
  return false;
}
