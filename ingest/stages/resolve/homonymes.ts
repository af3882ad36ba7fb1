import { slug } from '../../../src/domain/ids.js';
import type { Qualites } from './identite/personnes.js';
import { compareQualites, isBare } from './identite/personnes.js';

/** A person as one document names them: within it, one name is one person. */
export interface Porteur {
  readonly document: string;
  readonly qualites: Qualites;
  readonly producteur: string | null;
}

/** Those who are one person; `suffixe` tells them from the others of the same name, '' when there are none. */
export interface Personne<P extends Porteur> {
  readonly porteurs: readonly P[];
  readonly suffixe: string;
}

/** Longest part of an id that tells homonyms apart. */
const LONGUEUR_SUFFIXE = 40;

/**
 * Parts the bearers of one name into persons. Two are one when their function or organisation agrees;
 * one of whom nothing is said joins the only person of that name of the same producer. The result does
 * not depend on the order given.
 */
export function partHomonyms<P extends Porteur>(porteurs: readonly P[]): Personne<P>[] {
  const ordonnes = [...porteurs].sort((a, b) => (a.document < b.document ? -1 : 1));
  const decrits = ordonnes.filter((p) => !isBare(p.qualites));
  const groupes = agreeing(decrits);
  for (const [producteur, nus] of byProducer(ordonnes.filter((p) => isBare(p.qualites)))) {
    const possibles = groupes.filter((g) => g.some((p) => p.producteur === producteur));
    const [seul, autre] = possibles;
    if (producteur !== '' && seul !== undefined && autre === undefined) seul.push(...nus);
    else groupes.push(nus);
  }
  return name(groupes);
}

/** Bearers tied to one another by an agreement, through others if need be. */
function agreeing<P extends Porteur>(porteurs: readonly P[]): P[][] {
  const groupes: P[][] = [];
  for (const porteur of porteurs) {
    const siens = groupes.filter((g) =>
      g.some((p) => compareQualites(p.qualites, porteur.qualites) === 'accord'),
    );
    const fondu = [...siens.flat(), porteur];
    for (const g of siens) groupes.splice(groupes.indexOf(g), 1);
    groupes.push(fondu);
  }
  return groupes;
}

/** Those without a known producer stay apart, each with its document. */
function byProducer<P extends Porteur>(nus: readonly P[]): [string, P[]][] {
  const groupes = new Map<string, P[]>();
  for (const p of nus) {
    const cle = p.producteur ?? ` ${p.document}`;
    groupes.set(cle, [...(groupes.get(cle) ?? []), p]);
  }
  return [...groupes].map(([cle, g]) => [cle.startsWith(' ') ? '' : cle, g]);
}

/** A single person needs no suffix; the others have that of their function, else organisation, else producer. */
function name<P extends Porteur>(groupes: readonly (readonly P[])[]): Personne<P>[] {
  const [seul, autre] = groupes;
  if (seul !== undefined && autre === undefined) return [{ porteurs: seul, suffixe: '' }];
  const pris = new Map<string, number>();
  return [...groupes]
    .map((porteurs) => ({ porteurs, cle: ownKey(porteurs), premier: first(porteurs) }))
    .sort((a, b) => (a.cle < b.cle || (a.cle === b.cle && a.premier < b.premier) ? -1 : 1))
    .map(({ porteurs, cle }) => {
      const rang = (pris.get(cle) ?? 0) + 1;
      pris.set(cle, rang);
      return { porteurs, suffixe: rang === 1 ? cle : `${cle}-${rang}` };
    });
}

function first(porteurs: readonly Porteur[]): string {
  return porteurs.map((p) => p.document).sort()[0] ?? '';
}

function ownKey(porteurs: readonly Porteur[]): string {
  const candidats = [
    porteurs.flatMap((p) => p.qualites.fonctions),
    porteurs.flatMap((p) => [...p.qualites.organismes]).map((o) => o.replace(/^\w+:/, '')),
    porteurs.flatMap((p) => p.producteur ?? []),
    porteurs.map((p) => p.document.replace(/^sha256:/, '').slice(0, 8)),
  ];
  for (const noms of candidats) {
    const [premier] = noms
      .map(slug)
      .filter((s) => s !== '')
      .sort();
    if (premier !== undefined) return premier.slice(0, LONGUEUR_SUFFIXE).replace(/-+$/, '');
  }
  return 'autre';
}
