import type { Bloc } from '../../../src/domain/bloc.js';
import type { Preuve } from '../../../src/domain/fait.js';
import type { TypeMention } from '../../../src/gazetteer/types.js';
import type { ActionLue } from '../structure.js';
import type { Contexte } from './contexte.js';
import { proofs } from './contexte.js';

/** S_ADRESSE_A: the kinds of public that the public field names. */
export function assertPublics(contexte: Contexte, action: string, lue: ActionLue): void {
  const blocs = lue.champs.filter((c) => c.champs.includes('publics')).map((c) => c.valeur);
  for (const [id, preuves] of named(contexte, blocs, 'public')) {
    contexte.registre.relation('S_ADRESSE_A', action, id, preuves, 'public@1');
  }
}

/** TRAITE_DE: the themes that a title and the title of its axe name. */
export function assertThemes(contexte: Contexte, sujet: string, titres: readonly Bloc[]): void {
  for (const [id, preuves] of named(contexte, titres, 'theme')) {
    contexte.registre.relation('TRAITE_DE', sujet, id, preuves, 'theme@1');
  }
}

function named(
  contexte: Contexte,
  blocs: readonly Bloc[],
  type: TypeMention,
): Map<string, Preuve[]> {
  const trouves = new Map<string, Preuve[]>();
  for (const bloc of blocs) {
    for (const m of contexte.gazetteer.mentions(bloc.texte, {
      annee: contexte.annee,
      mode: 'document',
      types: [type],
    })) {
      const [candidat, autre] = m.candidats;
      if (candidat === undefined || autre !== undefined) continue;
      const preuves = proofs(contexte, bloc, m.debut, m.fin);
      trouves.set(candidat.id, [...(trouves.get(candidat.id) ?? []), ...preuves]);
    }
  }
  return trouves;
}
