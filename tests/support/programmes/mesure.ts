import type { ProgrammeLu } from '../../../ingest/stages/structure.js';
import { fold } from '../../../src/french/fold.js';
import type { Verite } from './verite.js';

export interface Compte {
  juste: number;
  lu: number;
  vrai: number;
}

export interface Mesure {
  readonly actions: Compte;
  readonly axes: Compte;
  readonly champs: Compte;
  readonly ecarts: string[];
}

export function f1({ juste, lu, vrai }: Compte): number {
  return lu + vrai === 0 ? 1 : (2 * juste) / (lu + vrai);
}

function clef(texte: string): string {
  return fold(texte)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Compares what was read with what was written: titles of actions, of parts, and fields. */
export function mesurer(v: Verite, lu: ProgrammeLu): Mesure {
  const ecarts: string[] = [];
  const vraies = v.axes.flatMap((axe) => axe.actions.map((a) => ({ axe, a })));
  const lues = lu.axes.flatMap((axe) => axe.actions.map((a) => ({ axe, a })));
  return {
    actions: comparer(
      'action',
      vraies.map((x) => clef(x.a.titre)),
      lues.map((x) => clef(x.a.titre.texte)),
      ecarts,
    ),
    axes: comparer(
      'axe',
      vraies.map((x) => `${clef(x.axe.titre ?? '')} > ${clef(x.a.titre)}`),
      lues.map((x) => `${clef(x.axe.titre.texte)} > ${clef(x.a.titre.texte)}`),
      ecarts,
    ),
    champs: comparer(
      'champ',
      vraies.flatMap(({ a }) =>
        a.champs.map((c) => `${clef(a.titre)} | ${c.nom} | ${clef(c.valeur)}`),
      ),
      lues.flatMap(({ a }) =>
        a.champs.flatMap((c) =>
          c.champs.map((nom) => `${clef(a.titre.texte)} | ${nom} | ${clef(c.valeur.texte)}`),
        ),
      ),
      ecarts,
    ),
    ecarts,
  };
}

function comparer(
  quoi: string,
  vrais: readonly string[],
  lus: readonly string[],
  ecarts: string[],
): Compte {
  const restants = [...lus];
  let juste = 0;
  for (const vrai of vrais) {
    const rang = restants.indexOf(vrai);
    if (rang < 0) ecarts.push(`- ${quoi} ${vrai}`);
    else {
      restants.splice(rang, 1);
      juste += 1;
    }
  }
  for (const trop of restants) ecarts.push(`+ ${quoi} ${trop}`);
  return { juste, lu: lus.length, vrai: vrais.length };
}
