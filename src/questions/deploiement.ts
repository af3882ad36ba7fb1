import * as question from '../../queries/dispositifs/deploiement.js';
import { labelDe } from '../domain/schema.js';
import { urlEntite } from '../domain/urls.js';
import { lireQuestion } from '../graph/ask.js';
import { bornes } from './bornes.js';
import { lireFaits, maillon } from './chaines.js';
import type { Contexte } from './contexte.js';
import type { Annees } from './couverture.js';
import type { Deploiement } from './types.js';

/** Where a dispositif is deployed in these years, each place with the passages that say so; by name. */
export async function lireDeploiement(
  contexte: Contexte,
  dispositif: string,
  annee: Annees | null,
): Promise<Deploiement[]> {
  const lignes = await lireQuestion(contexte.graphe, question, { dispositif, ...bornes(annee) });
  const faits = lireFaits(
    contexte,
    lignes.flatMap((l) => l.faits),
  );
  const lieux = lignes.map((l): Deploiement => {
    const hop = maillon(contexte, {
      type: 'DEPLOYE_A',
      de: dispositif,
      vers: l.territoire,
      faits: l.faits.flatMap((id) => faits.get(id) ?? []),
    });
    return {
      type: labelDe(l.territoire) === 'Commune' ? 'Commune' : 'Intercommunalite',
      id: l.territoire,
      titre: hop.vers.libelle,
      debut: l.debut,
      fin: l.fin,
      maillons: [hop],
      preuves: hop.preuves,
      url: urlEntite(l.territoire) ?? '',
    };
  });
  return lieux.sort((a, b) => a.titre.localeCompare(b.titre, 'fr') || a.debut - b.debut);
}

/** Places without repetition: one deployed in two periods is one place. */
export function lieuxDistincts(deploiements: readonly Deploiement[]): number {
  return new Set(deploiements.map((d) => d.id)).size;
}
