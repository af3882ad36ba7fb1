import { alert } from '../assert/alertes.js';
import type { Contexte } from '../assert/contexte.js';
import { clean, proofs } from '../assert/contexte.js';
import type { ActionLue, ProgrammeLu } from '../structure.js';

/** Numbers that come twice in a part, or that one is missing between. */
export function checkNumbers(contexte: Contexte, lu: ProgrammeLu): void {
  for (const axe of lu.axes) {
    const numerotees = axe.actions.filter((a) => a.numero !== null);
    // a part whose actions are hardly numbered has no order to keep
    if (numerotees.length < 2 || numerotees.length * 2 < axe.actions.length) continue;
    numerotees.forEach((action, i) => {
      const avant = numerotees[i - 1];
      if (avant !== undefined) checkAfter(contexte, avant, action, numerotees);
    });
  }
}

function checkAfter(
  contexte: Contexte,
  avant: ActionLue,
  action: ActionLue,
  toutes: readonly ActionLue[],
): void {
  const [a, b] = [avant.numero ?? 0, action.numero ?? 0];
  if (b === a + 1) return;
  const double = toutes.find(
    (autre) =>
      autre !== action && autre.numero === b && toutes.indexOf(autre) < toutes.indexOf(action),
  );
  // a part may start over: « 1. … 2. … 1. … » is two lists
  if (b === 1 && double !== undefined) return;
  const autre = double ?? avant;
  const page = proofs(contexte, autre.titre).flatMap((p) => ('document' in p ? [p.page] : []))[0];
  alert(contexte, proofs(contexte, action.titre), {
    code: double === undefined ? 'numero-saute' : 'numero-double',
    message:
      double === undefined
        ? `Le numéro ${b} (« ${clean(action.intitule.texte)} ») suit le numéro ${a} (« ${clean(avant.intitule.texte)} », page ${page}).`
        : `Le numéro ${b} est donné deux fois : à « ${clean(double.intitule.texte)} » (page ${page}) et à « ${clean(action.intitule.texte)} ».`,
    remede:
      'Vérifiez dans le document qu’aucune action ne manque ; les numéros imprimés sont gardés.',
  });
}
