import { normalizePageText } from '../../../src/domain/page.js';
import type { ChampBrut, Enregistrement } from '../catalogue/catalogue.js';
import type { Correspondance } from './colonnes.js';

/** The record that a row makes: « Colonne : valeur », a line a cell that is not empty; the code is the field it gives. */
export function composerRangee(
  numero: number,
  entete: readonly string[],
  cellules: readonly string[],
  champs: Correspondance,
): Enregistrement {
  let texte = '';
  const bruts: ChampBrut[] = [];
  cellules.forEach((cellule, i) => {
    const valeur = normalizePageText(cellule).trim();
    const nom = entete[i] ?? '';
    if (valeur === '') return;
    const etiquette = nom === '' ? `Colonne ${i + 1}` : nom;
    texte += `${texte === '' ? '' : '\n'}${etiquette} : `;
    // The apostrophe that keeps a spreadsheet from running a text as a formula is none of the text
    const debut = texte.length + (/^'+[=+\-@]/.test(valeur) ? 1 : 0);
    texte += valeur;
    bruts.push({ etiquette, sousChamps: [{ code: champs[i] ?? '', debut, fin: texte.length }] });
  });
  return { genre: 'enregistrement', numero, texte, dialecte: 'tableau', champs: bruts };
}
