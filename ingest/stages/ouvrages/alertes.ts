import { type Assertion, estPreuveTexte, type PreuveTexte } from '../../../src/domain/fait.js';
import type { Alerte } from '../../../src/domain/page.js';
import type { PaireNotices } from '../../../src/facts/ouvrages.js';
import type { FactsWriter } from '../../../src/facts/writer.js';
import { lineOf } from './decision.js';
import { signalementOf } from './signalement.js';

/** Pairs told at once. */
const LOT = 200;

/** One alert a pair of records that may be one work, with both titles and the decision that settles it. */
export function duplicateAlerts(facts: FactsWriter, paires: readonly PaireNotices[]): Alerte[] {
  const alertes: Alerte[] = [];
  for (let i = 0; i < paires.length; i += LOT) {
    const lot = paires.slice(i, i + LOT);
    const bruts = facts.brutsDesNotices([...new Set(lot.flatMap((p) => [p.a, p.b]))]);
    for (const paire of lot) {
      const [a, b] = [bruts.get(paire.a), bruts.get(paire.b)];
      if (a !== undefined && b !== undefined) alertes.push(duplicateAlert(paire, a, b));
    }
  }
  return alertes;
}

function duplicateAlert(
  { a, b, regle, motifs }: PaireNotices,
  deA: readonly Assertion[],
  deB: readonly Assertion[],
): Alerte {
  const pourquoi = motifs.length === 0 ? 'elles en disent trop peu' : motifs.join(' ; ');
  return {
    code: 'doublon-possible',
    gravite: 'attention',
    document: b,
    page: 0,
    citation: titlePassage(deB)?.citation ?? '',
    message: `${describe(b, deB)} et ${describe(a, deA)} décrivent peut-être un même ouvrage (${regle}). Elles restent à part : ${pourquoi}.`,
    remede: `Si c’est le même ouvrage : ${lineOf({ type: 'fusionner', garder: a, absorber: b })} ; sinon : ${lineOf({ type: 'distinguer', a, b })}. Complétez la ligne, puis : maillage decide <fichier>.`,
  };
}

/** « Le ghetto français » (Maurin, 2004 ; notice:fonds-ris-12). */
function describe(id: string, assertions: readonly Assertion[]): string {
  const { titre, complement, auteurs, annee } = signalementOf(id, assertions);
  const entier = complement === '' ? titre : `${titre} : ${complement}`;
  const qui = [auteurs[0]?.nom, annee ?? undefined].filter((v) => v !== undefined).join(', ');
  return `« ${entier} » (${qui === '' ? '' : `${qui} ; `}${id})`;
}

/** Where a record gives its title. */
export function titlePassage(assertions: readonly Assertion[]): PreuveTexte | undefined {
  return assertions.find((a) => a.predicat === 'titre')?.preuves.find(estPreuveTexte);
}
