import { canonicalJson } from '../../../src/domain/fait.js';

interface Contenu {
  readonly sujet: string;
  readonly predicat: string;
  readonly objet?: string | undefined;
  readonly valeur?: unknown;
  readonly proprietes?: Readonly<Record<string, unknown>> | undefined;
}

/** What a fact says, its ends under their entities: the same whatever rule says it and on what proof. */
export function keyOfContent(
  { sujet, predicat, objet, valeur }: Contenu,
  entite: (id: string) => string,
): string {
  const bout = objet === undefined ? canonicalJson(valeur) : entite(objet);
  return `${entite(sujet)}|${predicat}|${bout}`;
}

/** True when a fact has every property that a decision names. */
export function hasProperties(
  fait: Contenu,
  attendues: Readonly<Record<string, unknown>> | undefined,
): boolean {
  return Object.entries(attendues ?? {}).every(([nom, v]) => fait.proprietes?.[nom] === v);
}
