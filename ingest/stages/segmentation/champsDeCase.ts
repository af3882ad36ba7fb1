import type { Vocabulaire } from '../../sources/vocabulaire.js';
import type { ChampLu } from '../structure.js';
import { joindre, type Lexique, type Passage } from './blocs.js';
import { etiquetteEnTete } from './etiquettes.js';

type Etiquete = Omit<ChampLu, 'valeur'>;

interface ChampDeCase {
  readonly champ: Etiquete;
  readonly valeur: readonly Passage[];
}

/** The fields of a cell: its column's, and those whose label starts a paragraph of it (« Lieu : Voiron »). */
export function champsDeCase(
  champ: Etiquete,
  passages: readonly Passage[],
  v: Vocabulaire,
  lexique: Lexique,
): ChampDeCase[] {
  const lus: { champ: Etiquete; valeur: Passage[] }[] = [{ champ, valeur: [] }];
  for (const passage of passages) {
    const etiquete = lireEtiquete(passage, v, lexique);
    if (etiquete === null) lus.at(-1)?.valeur.push(passage);
    else lus.push({ champ: etiquete.champ, valeur: [...etiquete.valeur] });
  }
  return lus.filter(({ valeur }) => valeur.length > 0);
}

function lireEtiquete(passage: Passage, v: Vocabulaire, lexique: Lexique): ChampDeCase | null {
  const { ligne, debut, fin } = passage;
  if (ligne.paragraphe !== true || debut !== ligne.debut) return null;
  const lue = etiquetteEnTete(ligne.texte, v);
  // a name of a column alone in a cell, and a colon inside a sentence, are text
  if (lue === null || lue.champs.length === 0 || !/:\s*$/.test(ligne.texte.slice(0, lue.valeur)))
    return null;
  const etiquette = joindre([{ ligne, debut: debut + lue.debut, fin: debut + lue.fin }], lexique);
  return {
    champ: { champs: lue.champs, etiquette },
    valeur: [{ ligne, debut: debut + lue.valeur, fin }],
  };
}
