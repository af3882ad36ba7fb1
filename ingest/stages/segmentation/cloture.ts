import { fold } from '../../../src/french/fold.js';
import type { Vocabulaire } from '../../sources/vocabulaire.js';
import type { NomChamp } from '../structure.js';
import { texteDe } from './blocs.js';
import type { Para } from './paragraphes.js';
import type { Plan, Role } from './plan.js';
import { etiquetteSeule } from './voisins.js';

/** A heading is no longer. */
const TITRE_MAX = 90;
/** What only an action says of itself. */
const D_ACTION: ReadonlySet<NomChamp> = new Set([
  'periode',
  'seances',
  'publics',
  'territoire',
  'objectifs',
  'intervenants',
]);

/**
 * The plan of a document whose last pages speak of its author: from « Renseignements pratiques »,
 * « Annexe : composition du comité » or « … est une association loi 1901, soutenue par… » on, nothing
 * belongs to the last action.
 */
export function clore(plan: Plan, paras: readonly Para[], v: Vocabulaire): Plan {
  const rang = rangDeCloture(plan, paras, v);
  if (rang === null) return plan;
  return plan.map((role, i): Role => (i < rang ? role : i === rang ? 'fin' : 'suite'));
}

function rangDeCloture(plan: Plan, paras: readonly Para[], v: Vocabulaire): number | null {
  const premiere = plan.indexOf('action');
  if (premiere < 0) return null;
  let choisi: number | null = null;
  for (let i = paras.length - 1; i > premiere; i -= 1) {
    const para = paras[i];
    if (para === undefined || estDAction(para)) break;
    if (ouvre(para, plan[i] ?? 'suite', v)) choisi = i;
    else if (plan[i] === 'axe' || autreSection(para)) break;
    // below the heading of an action, only what says so closes
    if (plan[i] === 'action' && choisi !== i && !suitUnTitreDeCloture(plan, paras, i, v)) break;
  }
  if (choisi === null || estReprise(paras, premiere, choisi)) return null;
  return choisi;
}

/** « Nous rejoindre » as a part: what stands under it is no action. */
function suitUnTitreDeCloture(
  plan: Plan,
  paras: readonly Para[],
  i: number,
  v: Vocabulaire,
): boolean {
  const rang = plan.lastIndexOf('axe', i);
  const axe = rang < 0 ? undefined : paras[rang];
  return axe !== undefined && ouvre(axe, 'axe', v);
}

function estDAction({ nature, etiquette, rangee, grille }: Para): boolean {
  if (grille !== null || nature === 'date') return true;
  return [etiquette, rangee].some((e) => e?.champs.some((c) => D_ACTION.has(c)) === true);
}

/** « Publications programmées » after the last action announces something. */
function autreSection({ section }: Para): boolean {
  return section !== null && section !== 'annexes';
}

function ouvre(para: Para, role: Role, v: Vocabulaire): boolean {
  const texte = fold(texteDe(para.lignes)).trim();
  const titre = texte.length <= TITRE_MAX && !/[.;,]$/.test(texte) && v.clotureTitre.test(texte);
  // « Inscription : avant le 3 mai » is a field of an action, were it of the last one only
  if (titre && (para.nature !== 'champ' || etiquetteSeule(para)))
    return para.isole || role !== 'suite' || para.lignes[0]?.gras === true;
  return role === 'suite' && para.nature === 'texte' && para.isole && v.cloturePhrase.test(texte);
}

/** Said under other actions too, it is a field of theirs. */
function estReprise(paras: readonly Para[], depuis: number, rang: number): boolean {
  const tete = debutDe(paras[rang]);
  return paras.slice(depuis, rang).some((p) => debutDe(p) === tete);
}

function debutDe(para: Para | undefined): string {
  const texte = para === undefined ? '' : fold(texteDe(para.lignes));
  return texte.split(' ').slice(0, 3).join(' ');
}
