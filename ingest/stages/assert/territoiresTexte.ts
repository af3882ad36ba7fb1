import type { ActionLue } from '../structure.js';
import type { Contexte } from './contexte.js';
import { proofs } from './contexte.js';
import { usableSentences } from './phrases.js';
import { assertQuartier, quartersOf } from './quartiers.js';
import type { Champ, Releve } from './releve.js';

/** « dans le quartier Saint-Jean » of an action whose territory field names one commune only. */
export function assertSeuls(
  contexte: Contexte,
  action: string,
  lue: ActionLue,
  releve: Releve,
): void {
  const communes = [...releve.touches].filter(
    ([id, { origine }]) => origine === 'champ' && contexte.gazetteer.commune(id) !== undefined,
  );
  const [seule, autre] = communes;
  if (seule === undefined || autre !== undefined) return;
  for (const bloc of [lue.titre, ...lue.corps])
    for (const q of quartersOf(contexte, bloc, seule[0]))
      assertQuartier(contexte, action, bloc, q, 'texte');
}

/** « les chefs de projet du département »: where no field names a territory, nor the text a commune. */
export function assertDepartementTexte(
  contexte: Contexte,
  lue: ActionLue,
  champ: Champ,
  releve: Releve,
): void {
  const { departement } = contexte;
  if (champ !== 'absent' || departement === null || releve.touches.size > 0) return;
  for (const { bloc, plie, place } of usableSentences(contexte, lue.corps)) {
    const trouve = contexte.vocabulaire.departementTexte.exec(plie);
    if (trouve === null) continue;
    const fin = place(trouve.index + trouve[0].length);
    const preuves = [...proofs(contexte, bloc, place(trouve.index), fin), ...departement.preuves];
    const candidat = { id: departement.id, libelle: '' };
    releve.touche({ candidat, type: 'departement', preuves }, 'texte');
    return;
  }
}
