import type { OuvertureRecherche, RechercheEcriture } from '../port.js';
import { appliquer } from './ecriture.js';
import { ouvrirLecture } from './lecture.js';
import { scalaire } from './scalaire.js';
import { ouvrirBase } from './schema.js';

/**
 * Opens the embedded index, one SQLite file. With `ecriture: false` the file must exist and nothing
 * is written to it; each search sees the last commit, whichever process made it.
 * @throws MaillageError `indisponible` when the file cannot be opened.
 */
export function openEmbeddedSearch(
  fichier: string,
  { ecriture, motFrancais = () => false }: OuvertureRecherche,
): RechercheEcriture {
  const base = ouvrirBase(fichier, ecriture);
  const chercher = ouvrirLecture(base, motFrancais);
  const sequence = scalaire(base, "SELECT valeur AS v FROM meta WHERE cle = 'sequence'");
  return {
    moteur: 'SQLite FTS5',
    capacites: { totauxExacts: true, parChangements: true },
    chercher: async (requete) => chercher(requete),
    sequence: async () => Number(sequence() ?? 0),
    indexer: async (changements) => appliquer(base, changements),
    fermer: async () => {
      base.close();
    },
  };
}
