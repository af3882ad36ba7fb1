import type { z } from 'zod';
import { definitionLabel, definitionRelation, estRelation, labelDe } from './schema.js';

/** What a decision says of the graph, before it is checked against the model. */
interface FaitEcrit {
  readonly sujet: string;
  readonly predicat: string;
  readonly objet?: string | undefined;
  readonly valeur?: unknown;
  readonly proprietes?: Readonly<Record<string, unknown>> | undefined;
}

/** True when an id starts with a prefix of the model and names something after it. */
export function isEntity(id: string): boolean {
  try {
    labelDe(id);
    return id.indexOf(':') < id.length - 1;
  } catch {
    return false;
  }
}

/**
 * A fact of the graph's model: a property of its subject, or a relation between two labels that it may
 * join, each value of the declared type. A value of another type would stop every later projection.
 */
export function checkFait(f: FaitEcrit, ctx: z.RefinementCtx): void {
  if ((f.objet === undefined) === (f.valeur === undefined)) {
    ctx.addIssue({ code: 'custom', path: ['objet'], message: 'objet-ou-valeur' });
    return;
  }
  if (!isEntity(f.sujet) || (f.objet !== undefined && !isEntity(f.objet))) return;
  if (f.objet === undefined) checkValeur(f, ctx);
  else checkRelation(f, f.objet, ctx);
}

function checkValeur({ sujet, predicat, valeur }: FaitEcrit, ctx: z.RefinementCtx): void {
  const { proprietes } = definitionLabel(labelDe(sujet));
  const attendu = own(proprietes, predicat);
  if (attendu === undefined)
    ctx.addIssue({ code: 'custom', path: ['predicat'], message: 'propriete' });
  else if (!isOfType(valeur, attendu))
    ctx.addIssue({ code: 'custom', path: ['valeur'], message: `valeur:${attendu}` });
}

function checkRelation(f: FaitEcrit, objet: string, ctx: z.RefinementCtx): void {
  if (!estRelation(f.predicat)) {
    ctx.addIssue({ code: 'custom', path: ['predicat'], message: 'relation' });
    return;
  }
  const { de, vers, proprietes } = definitionRelation(f.predicat);
  if (!de.includes(labelDe(f.sujet)) || !vers.includes(labelDe(objet)))
    ctx.addIssue({ code: 'custom', path: ['predicat'], message: 'bouts' });
  for (const [nom, valeur] of Object.entries(f.proprietes ?? {})) {
    const attendu = own(proprietes, nom);
    const message = attendu === undefined ? 'propriete-relation' : `valeur:${attendu}`;
    if (attendu === undefined || !isOfType(valeur, attendu))
      ctx.addIssue({ code: 'custom', path: ['proprietes', nom], message });
  }
}

/** What a table declares under a name; « constructor » is in every object and declared by none. */
function own(table: Readonly<Record<string, string>>, nom: string): string | undefined {
  return Object.hasOwn(table, nom) ? table[nom] : undefined;
}

function isOfType(valeur: unknown, attendu: string): boolean {
  const [nature, liste] = attendu.endsWith('[]') ? [attendu.slice(0, -2), true] : [attendu, false];
  if (liste !== Array.isArray(valeur)) return false;
  return (Array.isArray(valeur) ? valeur : [valeur]).every((v) => isScalar(v, nature));
}

/** Both graph engines store whole numbers: 1.5 and 1e300 are none. */
function isScalar(valeur: unknown, nature: string): boolean {
  if (nature === 'entier') return Number.isSafeInteger(valeur);
  return typeof valeur === (nature === 'booleen' ? 'boolean' : 'string');
}

const DATE = /^(\d{4})-(\d\d)-(\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?$/;

/** A day that exists, with an hour that exists when one is given: neither 2026-02-31 nor 25:00. */
export function isDate(texte: string): boolean {
  const [, annee, mois, jour] = DATE.exec(texte) ?? [];
  if (annee === undefined || Number.isNaN(Date.parse(texte))) return false;
  const minuit = new Date(Date.UTC(Number(annee), Number(mois) - 1, Number(jour)));
  return minuit.toISOString().startsWith(`${annee}-${mois}-${jour}`);
}
