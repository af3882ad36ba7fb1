import type { Vocabulaire } from '../../sources/vocabulaire.js';
import { texteDe } from './blocs.js';
import { type Contenus, titreDe, trouverContenus } from './contenus.js';
import type { Mesures } from './lignes.js';
import type { Para } from './paragraphes.js';
import { planFamilles } from './planFamilles.js';
import { annonce, type Sommaire } from './sommaire.js';
import { peutEtreTitre, ressemblance, styleDe } from './titres.js';

/**
 * What a paragraph does in the document's structure. `forme`: it tells the form of the actions below;
 * `fin`: a heading after the last part.
 */
export type Role = 'axe' | 'action' | 'contenus' | 'section' | 'forme' | 'fin' | 'suite';

/** The role of each paragraph, by rank. */
export type Plan = readonly Role[];

export interface Indices {
  readonly paras: readonly Para[];
  readonly mesures: Mesures;
  readonly sommaire: Sommaire;
  readonly vocabulaire: Vocabulaire;
  /** Rank of the first paragraph below the document's title: what stands above heads nothing. */
  readonly debut: number;
}

/**
 * Decides which paragraphs are headings of parts and of actions. Numbering leads where the document
 * numbers its actions; otherwise the blocks of fields do, and the typography (`planLibre`).
 */
export function dresserPlan(indices: Indices): Plan {
  const contenus = trouverContenus(indices.paras);
  const numerote = planNumerote(indices, contenus);
  const grille = indices.paras.some((p) => p.grille !== null);
  if (!grille && contenus.length > 0 && actionsAvecCorps(indices.paras, numerote) >= 2)
    return numerote;
  return planFamilles(indices).plan;
}

/** Numbered actions that own fields, or belong to a list repeated above: the sign that numbers lead. */
function actionsAvecCorps(paras: readonly Para[], plan: Plan): number {
  let action = -1;
  const riches = new Set<number>();
  plan.forEach((role, i) => {
    if (role === 'action') action = i;
    if (role === 'contenus') riches.add(-i - 1);
    const nature = paras[i]?.nature;
    if (action >= 0 && (nature === 'champ' || nature === 'date')) riches.add(action);
  });
  return riches.size;
}

function planNumerote(indices: Indices, contenus: readonly Contenus[]): Role[] {
  const { paras, mesures } = indices;
  const plan: Role[] = paras.map(() => 'suite');
  for (const liste of contenus) plan.fill('contenus', liste.debut, liste.fin);
  let attendu = 1;
  let liste: Contenus | undefined;
  let borne = -1;
  for (let i = 0; i < paras.length; i += 1) {
    const para = paras[i];
    if (para === undefined) continue;
    const ouverte = contenus.find((c) => c.debut === i);
    if (ouverte !== undefined) {
      liste = ouverte;
      attendu = 1;
      marquerAxe(indices, plan, borne, i);
    } else if (plan[i] === 'contenus') {
      borne = i;
    } else if (estAxe(indices, i)) {
      plan[i] = 'axe';
      attendu = 1;
      liste = undefined;
      borne = i;
    } else if (estAction(para, attendu, liste, mesures)) {
      const numero = para.numero?.numero ?? attendu;
      const hors =
        liste === undefined || (numero === 1 && plan.lastIndexOf('action', i) > liste.fin);
      if (hors && numero === 1) {
        liste = undefined;
        // a list that starts at 1 in the middle of an action's text is no new part
        if (!marquerAxe(indices, plan, borne, i) && attendu > 1 && !sectionEntre(paras, borne, i))
          continue;
      }
      plan[i] = 'action';
      attendu = numero + 1;
      borne = i;
    } else if (para.nature === 'champ') borne = i;
  }
  return plan;
}

/** A part that says so (« Axe 2 : … ») or that the table of contents announces; a list's own title is found from the list. */
function estAxe({ paras, mesures, sommaire }: Indices, i: number): boolean {
  const para = paras[i];
  if (para === undefined || !peutEtreTitre(para, mesures)) return false;
  if (para.numero?.genre === 'axe') return para.isole || styleDe(para, mesures).relief > 0;
  if (para.nature !== 'texte' || !para.isole) return false;
  return (
    para.lignes.some((l) => l.premiere || (l.taille ?? 0) > (mesures.corps ?? 1000)) &&
    annonce(sommaire, texteDe(para.lignes))
  );
}

function estAction(
  para: Para,
  attendu: number,
  liste: Contenus | undefined,
  mesures: Mesures,
): boolean {
  const numero = para.numero;
  if (numero === null || numero.genre === 'axe' || !peutEtreTitre(para, mesures)) return false;
  if (numero.explicite === true) return true;
  const annoncee = liste?.titres.find((t) => t.numero === numero.numero);
  if (annoncee !== undefined && ressemblance(annoncee.texte, titreDe(para)) >= 0.3) return true;
  if (liste !== undefined && numero.numero !== 1 && annoncee !== undefined) return false;
  return para.isole && (numero.numero === attendu || numero.numero === 1);
}

/**
 * Marks the heading of the part that opens before rank `i`: the heading that stands out most between
 * the last structure seen and there, the nearest of equals; none when a « Actions » heading is all there is.
 */
function marquerAxe(indices: Indices, plan: Role[], borne: number, i: number): boolean {
  const { paras, mesures } = indices;
  let choisi = -1;
  let relief = -1;
  for (let j = i - 1; j > borne && plan[j] === 'suite'; j -= 1) {
    const para = paras[j];
    if (para === undefined || para.nature !== 'texte' || !peutEtreTitre(para, mesures)) continue;
    const r = styleDe(para, mesures).relief;
    if (r > relief) {
      relief = r;
      choisi = j;
    }
  }
  if (choisi >= 0) plan[choisi] = 'axe';
  return choisi >= 0;
}

function sectionEntre(paras: readonly Para[], debut: number, fin: number): boolean {
  return paras.slice(debut + 1, fin).some((p) => p.nature === 'section');
}
