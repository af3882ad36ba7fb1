import { expect } from 'vitest';
import type { Enregistrement } from '../../ingest/formats/catalogue/catalogue.js';
import type { LireNotice } from '../../ingest/stages/catalogage/notice.js';
import type { ChampNotice } from '../../src/domain/notice.js';

/** Every field of the record is in a proof or in the other fields; each value of a list has its one proof. */
export function verifierCouverture(lu: Enregistrement, lire: LireNotice): void {
  const { notice, preuves, autres } = lire(lu);
  const passages = [...Object.values(preuves).flat(), ...autres];
  for (const { etiquette, sousChamps } of lu.champs)
    for (const { debut, fin } of sousChamps) {
      if (!/[\p{L}\p{N}]/u.test(lu.texte.slice(debut, fin))) continue;
      const dedans = passages.some((p) => p.debut < fin && p.fin > debut);
      expect(dedans, `${etiquette} ${lu.texte.slice(debut, fin)}`).toBe(true);
    }
  for (const { debut, fin } of passages) {
    expect(debut).toBeLessThan(fin);
    expect(fin).toBeLessThanOrEqual(lu.texte.length);
  }
  for (const [champ, valeur] of Object.entries(notice))
    if (Array.isArray(valeur))
      expect(preuves[champ as ChampNotice] ?? [], champ).toHaveLength(valeur.length);
}
