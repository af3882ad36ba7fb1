import type { Decision, DecisionDe } from '../../../src/domain/decision.js';
import { definitionRelation, estRelation } from '../../../src/domain/schema.js';
import type { Constat } from './constats.js';
import { contradicted } from './constats.js';
import { hasProperties, keyOfContent } from './contenus.js';

type Rejet = DecisionDe<'rejeter'>;
type Ajout = DecisionDe<'ajouter'>;

/** What stands of the decisions on contents and names. */
export interface Contenus {
  /** Facts refused, by the key of their content. */
  readonly rejets: ReadonlyMap<string, readonly Rejet[]>;
  readonly ajouts: readonly Ajout[];
  readonly renommages: readonly DecisionDe<'renommer'>[];
}

/** Facts refused and facts added: of two that cannot both hold, the last decision wins. */
export function settleContents(
  decisions: readonly Decision[],
  courante: (id: string) => string,
  constats: Constat[],
): Contenus {
  const rejets = new Map<string, Rejet[]>();
  const ajouts = new Map<string, Ajout[]>();
  const renommages = new Map<string, DecisionDe<'renommer'>>();
  for (const d of decisions) {
    if (d.type === 'rejeter') {
      const cle = keyOfContent(d.fait, courante);
      setAside(ajouts, cle, (ajout) => hasProperties(ajout.fait, d.fait.proprietes), d, constats);
      append(rejets, cle, d);
    } else if (d.type === 'ajouter') {
      const cle = keyOfContent(d.fait, courante);
      setAside(rejets, cle, (rejet) => undoes(d, rejet), d, constats);
      append(ajouts, cle, d);
    } else if (d.type === 'renommer') {
      const entite = courante(d.entite);
      const avant = renommages.get(entite);
      if (avant !== undefined && avant.nom !== d.nom) constats.push(contradicted(avant, d.id));
      renommages.set(entite, d);
    }
  }
  return { rejets, ajouts: [...ajouts.values()].flat(), renommages: [...renommages.values()] };
}

/**
 * True when a fact added is the one refused. One added under another key property (another role of the
 * same person), or under one that the refusal does not name, corrects it instead: both hold.
 */
function undoes(ajout: Ajout, rejet: Rejet): boolean {
  if (!hasProperties(ajout.fait, rejet.fait.proprietes)) return false;
  const { predicat, proprietes } = ajout.fait;
  const cle = estRelation(predicat) ? definitionRelation(predicat).cle : [];
  const nommee = (nom: string, ou: typeof proprietes) => ou?.[nom] !== undefined;
  return cle.every((nom) => !nommee(nom, proprietes) || nommee(nom, rejet.fait.proprietes));
}

function setAside<D extends Decision>(
  par: Map<string, D[]>,
  cle: string,
  contraire: (avant: D) => boolean,
  d: Decision,
  constats: Constat[],
): void {
  const avant = par.get(cle);
  if (avant === undefined) return;
  constats.push(...avant.filter(contraire).map((a) => contradicted(a, d.id)));
  const reste = avant.filter((a) => !contraire(a));
  if (reste.length === 0) par.delete(cle);
  else par.set(cle, reste);
}

function append<D>(par: Map<string, D[]>, cle: string, d: D): void {
  const liste = par.get(cle);
  if (liste === undefined) par.set(cle, [d]);
  else liste.push(d);
}
