import { sansBalises } from '../communs/texte.js';
import type { Champ, Valeur } from './champs.js';
import { partie, valeur, valeurs } from './champs.js';
import type { Releve } from './releve.js';

/** 200: title, part, complement. Statements of responsibility (f, g) and the material (b) are left as other fields. */
export function lireTitre(releve: Releve): void {
  const champ = releve.de('200').find((c) => valeurs(c, 'aih').length > 0);
  if (champ === undefined) {
    sansTitre(releve);
    return;
  }
  const noms = nomsDe(releve);
  const morceaux = valeurs(champ, 'ahi').map((v) => sansResponsabilite(v, noms));
  releve.poser('titre', sansBalises(assembler(morceaux)), ...morceaux);
  const suites = valeurs(champ, 'e')
    .map((v) => sansResponsabilite(v, noms))
    .filter((v) => v.texte !== '');
  if (suites.length > 0)
    releve.poser('complement', sansBalises(suites.map((v) => v.texte).join(' : ')), ...suites);
}

/** Several works without a common title are parted by « ; », a part by a full stop (ISBD). */
function assembler(morceaux: readonly Valeur[]): string {
  return morceaux
    .map(({ code, texte }, i) => {
      if (i === 0) return texte;
      if (code === 'a') return ` ; ${texte}`;
      return code === 'i' && morceaux[i - 1]?.code === 'h' ? `, ${texte}` : `. ${texte}`;
    })
    .join('');
}

/** Family names of those whom the record names, to know them in a title. */
function nomsDe(releve: Releve): string[] {
  return releve
    .de('700', '701', '702', '710', '711', '712')
    .map((c) => valeur(c, 'a')?.texte ?? '')
    .filter((nom) => nom.length > 2);
}

/**
 * « Histoire de l'imprimerie…, par A. Claudin,... »: old records have the statement of responsibility in the title.
 * It is one only when it names somebody whom the record has as an author.
 */
function sansResponsabilite(titre: Valeur, noms: readonly string[]): Valeur {
  for (const { index } of titre.texte.matchAll(
    /(?:,|\.{3}|\s\/)\s(?:par|by|publié(?:e?s?)? par|sous la direction de)\s(?=\p{Lu})/gu,
  )) {
    const suite = titre.texte.slice(index);
    if (index > 0 && noms.some((nom) => suite.includes(nom))) return partie(titre, 0, index);
  }
  return titre;
}

function sansTitre(releve: Releve): void {
  const marc21 = releve.de('245').length > 0;
  releve.remarquer(
    marc21 ? 'marc21' : 'titre-absent',
    marc21
      ? 'La notice est en MARC 21, non en UNIMARC : ses champs sont gardés sans être compris.'
      : 'La notice n’a pas de titre (champ 200).',
  );
}

/** Records in two scripts: the fields that say again in another script what one says in Latin letters ($7). */
export function autresEcritures(champs: readonly Champ[]): ReadonlySet<Champ> {
  const ecriture = (c: Champ) => valeur(c, '7')?.texte.slice(0, 2);
  const latines = new Set(champs.filter((c) => ecriture(c) === 'ba').map((c) => c.etiquette));
  return new Set(
    champs.filter((c) => latines.has(c.etiquette) && !['ba', undefined].includes(ecriture(c))),
  );
}
