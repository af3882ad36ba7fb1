import type { Enregistrement } from '../../../formats/catalogue/catalogue.js';
import type { Champ, Valeur } from '../unimarc/champs.js';

/** The fields of a record whose fields have no codes: a value is the text of its slice, on one line. */
export function lireChampsSimples({ texte, champs }: Enregistrement): Champ[] {
  return champs.map(({ etiquette, sousChamps }) => ({
    etiquette,
    indicateurs: '',
    debut: sousChamps[0]?.debut ?? 0,
    fin: sousChamps.at(-1)?.fin ?? 0,
    valeurs: sousChamps.map(({ code, debut, fin }) => {
      const valeur = surUneLigne(texte.slice(debut, fin));
      return { code, debut, fin, marque: debut, texte: valeur };
    }),
  }));
}

/** A text on one line, without the spaces around it. */
export function surUneLigne(texte: string): string {
  return /\s\s|[\n\t]|^\s|\s$/.test(texte)
    ? texte.replace(/[^\S\u00a0\u202f]+/g, ' ').trim()
    : texte;
}

/** The parts of a value that a separator parts, as a person typed them in one field: « ville ; logement ». */
export function morceler(valeur: Valeur, brut: string, separateur: RegExp): Valeur[] {
  if (!separateur.test(brut)) return [valeur];
  const parties: Valeur[] = [];
  let place = 0;
  for (const morceau of brut.split(separateur)) {
    const index = brut.indexOf(morceau, place);
    place = index + morceau.length;
    const debut = valeur.debut + index + (morceau.length - morceau.trimStart().length);
    const texte = surUneLigne(morceau);
    if (texte !== '')
      parties.push({
        ...valeur,
        debut,
        fin: valeur.debut + index + morceau.trimEnd().length,
        texte,
      });
  }
  return parties;
}
