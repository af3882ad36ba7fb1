import type { ActionAnnotee, Annotation } from './annotation.js';
import { champsDe } from './champs.js';
import type { ActionTrouvee, DocumentTrouve } from './lu.js';
import { memeTitre } from './regles.js';

/** Counts of one field: expected, found, and those that are both. */
export interface Compte {
  attendus: number;
  trouves: number;
  justes: number;
}

/** One thing expected and not found (`manque`), or found and not expected (`trop`). */
export interface Ecart {
  readonly champ: string;
  readonly genre: 'manque' | 'trop';
  readonly action: string;
  readonly quoi: string;
}

export class Bilan {
  readonly comptes = new Map<string, Compte>();
  readonly ecarts: (Ecart & { readonly cas: string })[] = [];
  cas = '';
  /** Counts without listing. */
  muet = false;

  /** Adds the comparison of two lists of one field; `memes` says whether an expected thing is a found one. */
  comparer<A, T>(
    champ: string,
    action: string,
    attendus: readonly A[],
    trouves: readonly T[],
    options: { meme(a: A, t: T): boolean; nomA(a: A): string; nomT(t: T): string },
  ): void {
    const compte = this.comptes.get(champ) ?? { attendus: 0, trouves: 0, justes: 0 };
    this.comptes.set(champ, compte);
    const restants = [...trouves];
    for (const a of attendus) {
      const rang = restants.findIndex((t) => options.meme(a, t));
      if (rang >= 0) restants.splice(rang, 1);
      else this.ecart(champ, 'manque', action, options.nomA(a));
    }
    for (const t of restants) this.ecart(champ, 'trop', action, options.nomT(t));
    compte.attendus += attendus.length;
    compte.trouves += trouves.length;
    compte.justes += trouves.length - restants.length;
  }

  private ecart(champ: string, genre: Ecart['genre'], action: string, quoi: string): void {
    if (!this.muet) this.ecarts.push({ cas: this.cas, champ, genre, action, quoi });
  }
}

/** Compares a document with its annotation, and adds the counts to a balance. */
export function comparerDocument(
  bilan: Bilan,
  cas: string,
  verite: Annotation,
  lu: DocumentTrouve,
): void {
  bilan.cas = cas;
  const texte = { nomA: String, nomT: String };
  bilan.comparer('type', '', [verite.type], lu.type === '' ? [] : [lu.type], {
    meme: (a, t) => a === t,
    ...texte,
  });
  bilan.comparer('annee', '', [verite.annee], lu.annee === null ? [] : [lu.annee], {
    meme: (a, t) => a === t,
    ...texte,
  });
  if (verite.type === 'programme') {
    const axes = lu.axes.filter((t) => t !== '');
    bilan.comparer('axes', '', verite.axes, axes, {
      meme: (a, t) => memeTitre(a, t) > 0,
      ...texte,
    });
  }
  const paires = apparier(verite.actions, lu.actions);
  bilan.comparer('actions', '', verite.actions, lu.actions, {
    meme: (a, t) => paires.get(a) === t,
    nomA: (a) => a.titre,
    nomT: (t) => titreDe(t),
  });
  const prises = new Set(paires.values());
  for (const [a, t] of paires) if (t !== undefined) champsDe(bilan, verite, a, t);
  // the fields of an action that only one side has are counted, and not listed one by one
  bilan.muet = true;
  for (const [a, t] of paires) if (t === undefined) champsDe(bilan, verite, a, t);
  for (const t of lu.actions) if (!prises.has(t)) champsDe(bilan, verite, undefined, t);
  bilan.muet = false;
}

/** Each expected action with the found one of the likeliest title; a found one serves once. */
function apparier(
  attendues: readonly ActionAnnotee[],
  trouvees: readonly ActionTrouvee[],
): Map<ActionAnnotee, ActionTrouvee | undefined> {
  const paires = new Map<ActionAnnotee, ActionTrouvee | undefined>();
  const libres = new Set(trouvees);
  const candidats = attendues
    .flatMap((a) => trouvees.map((t) => ({ a, t, note: ressemblance(a, t) })))
    .filter((c) => c.note > 0)
    .sort((x, y) => y.note - x.note);
  for (const { a, t } of candidats) {
    if (paires.has(a) || !libres.delete(t)) continue;
    paires.set(a, t);
  }
  for (const a of attendues) if (!paires.has(a)) paires.set(a, undefined);
  return paires;
}

/** The title may hold its format; of two actions of one title, the one of the same part is the likelier. */
function ressemblance(a: ActionAnnotee, t: ActionTrouvee): number {
  const { format } = t.proprietes;
  const lus = [
    titreDe(t),
    ...(format === undefined ? [] : [`${format} ${titreDe(t)}`, `${titreDe(t)} ${format}`]),
  ];
  const attendus = [a.titre, ...(a.format === undefined ? [] : [`${a.titre} ${a.format}`])];
  const note = Math.max(...attendus.flatMap((x) => lus.map((y) => memeTitre(x, y))));
  const axe = t.axes.some((x) => a.axe !== null && memeTitre(a.axe, x) > 0);
  return note === 0 ? 0 : note + (axe ? 1 : 0);
}

function titreDe(t: ActionTrouvee): string {
  return String(t.proprietes.titre ?? t.id);
}
