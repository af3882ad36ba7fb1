import type { Fait } from '../../src/domain/fait.js';
import { estPreuveTexte } from '../../src/domain/fait.js';
import { localId } from '../../src/domain/ids.js';
import type { FactsReader } from '../../src/facts/reader.js';

/** An entity that an action is tied to: its id, its names, and the words of the document that say so. */
export interface Nomme {
  readonly id: string;
  readonly noms: readonly string[];
  readonly citations: readonly string[];
  readonly proprietes: Readonly<Record<string, string | number | boolean>>;
}

/** What the base holds of one action, from one document only. */
export interface ActionTrouvee {
  readonly id: string;
  readonly proprietes: Readonly<Record<string, unknown>>;
  readonly axes: readonly string[];
  readonly touche: readonly Nomme[];
  /** Communes of the quarters that it touches. */
  readonly situees: readonly string[];
  readonly cite: readonly Nomme[];
  readonly mobilise: readonly Nomme[];
  readonly intervient: readonly Nomme[];
  /** Organisations of the people of the action. */
  readonly employeurs: readonly Nomme[];
  readonly publics: readonly Nomme[];
}

export interface DocumentTrouve {
  readonly type: string;
  readonly annee: number | null;
  readonly axes: readonly string[];
  readonly actions: readonly ActionTrouvee[];
}

/** The facts in force that rest on a passage of a document. */
function faitsDe(facts: readonly Fait[], document: string): Fait[] {
  return facts.filter((f) => f.preuves.some((p) => estPreuveTexte(p) && p.document === document));
}

/** What the base knows from one document, action by action. */
export function trouver(facts: FactsReader, document: string): DocumentTrouve {
  const tous = facts.allFaits();
  const siens = faitsDe(tous, document);
  const noms = (id: string): string[] => {
    const entite = facts.entite(id);
    const sigle = entite?.proprietes.sigle;
    return [entite?.libelle ?? id, ...(typeof sigle === 'string' ? [sigle] : [])];
  };
  const nomme = (faits: readonly Fait[], bout: 'sujet' | 'objet'): Nomme[] => {
    const par = new Map<string, Fait[]>();
    for (const f of faits) {
      const id = f[bout] ?? '';
      par.set(id, [...(par.get(id) ?? []), f]);
    }
    return [...par].map(([id, groupe]) => ({
      id,
      noms: noms(id),
      citations: groupe.flatMap((f) =>
        f.preuves.flatMap((p) => ('citation' in p ? p.citation : [])),
      ),
      proprietes: Object.assign({}, ...groupe.map((f) => f.proprietes ?? {})),
    }));
  };
  const proprietes = (id: string) =>
    Object.fromEntries(siens.filter((f) => f.sujet === id).map((f) => [f.predicat, f.valeur]));
  const actions = [...new Set(siens.flatMap((f) => actionOf(f)))].sort();
  const axes = [...new Set(siens.flatMap((f) => [f.sujet, f.objet ?? '']))]
    .filter((id) => id.startsWith('axe:'))
    .sort();
  return {
    type: facts.document(document)?.type ?? '',
    annee: facts.document(document)?.annee ?? null,
    axes: axes.flatMap((id) => facts.entite(id)?.libelle ?? []),
    actions: actions.map((id): ActionTrouvee => {
      const de = (predicat: string) =>
        siens.filter((f) => f.predicat === predicat && f.sujet === id);
      const intervient = siens.filter((f) => f.predicat === 'INTERVIENT_DANS' && f.objet === id);
      const gens = new Set(intervient.map((f) => f.sujet));
      return {
        id,
        // a report tells of an action that its programme names
        proprietes: { titre: facts.entite(id)?.libelle ?? id, ...proprietes(id) },
        axes: siens
          .filter((f) => f.predicat === 'COMPREND' && f.objet === id)
          .map((f) => facts.entite(f.sujet)?.libelle ?? f.sujet),
        touche: nomme(de('TOUCHE'), 'objet'),
        situees: de('TOUCHE').flatMap((t) =>
          siens.flatMap((f) =>
            f.predicat === 'SITUE_DANS' && f.sujet === t.objet ? localId(f.objet ?? '') : [],
          ),
        ),
        cite: nomme(de('CITE'), 'objet'),
        mobilise: nomme(de('MOBILISE'), 'objet'),
        intervient: nomme(intervient, 'sujet'),
        employeurs: nomme(
          siens.filter((f) => f.predicat === 'MEMBRE_DE' && gens.has(f.sujet)),
          'objet',
        ),
        publics: nomme(de('S_ADRESSE_A'), 'objet'),
      };
    }),
  };
}

/** The action that a fact of the document is about. */
function actionOf(fait: Fait): string[] {
  return [fait.sujet, fait.objet ?? ''].filter((id) => id.startsWith('action:'));
}

/** The local ids of those of a kind: `95268` of `commune:95268`. */
export function locaux(nommes: readonly Nomme[], prefixe: string): string[] {
  return nommes.filter((n) => n.id.startsWith(`${prefixe}:`)).map((n) => localId(n.id));
}
