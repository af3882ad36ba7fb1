import { auteursMarques, lireType, relireDate } from '../../../../src/domain/marques.js';
import type { ChampNotice } from '../../../../src/domain/notice.js';
import type { Passage } from '../notice.js';
import type { Valeur } from '../unimarc/champs.js';
import type { Releve } from '../unimarc/releve.js';

/** A mark that an export of ours left in a record: the field it tells and where it stands. */
export interface MarqueLue {
  readonly champ: string;
  readonly valeur: Valeur;
}

const SIMPLES = ['hote', 'collection', 'numero', 'pagination', 'cote', 'editeur', 'lieu'] as const;
const LISTES = ['descripteurs', 'sujetsGeographiques', 'exemplaires', 'motsCles'] as const;

/** Sets what the marks tell, which comes before the usual fields. `noms`: the usual fields that name the authors, in order. */
export function lireMarques(
  releve: Releve,
  marques: readonly MarqueLue[],
  noms: readonly Passage[],
): void {
  const de = (champ: ChampNotice) => marques.filter((m) => m.champ === champ).map((m) => m.valeur);
  for (const champ of SIMPLES)
    for (const valeur of de(champ)) releve.poser(champ, valeur.texte, valeur);
  for (const champ of LISTES)
    for (const valeur of de(champ)) releve.ajouter(champ, valeur.texte, valeur);
  for (const valeur of de('type')) {
    const type = lireType(valeur.texte);
    if (type !== null) releve.poser('type', type, valeur);
  }
  for (const valeur of de('date')) {
    const date = relireDate(valeur.texte);
    if (date !== null) releve.poser('date', date, valeur);
  }
  const passages = de('auteurs');
  const auteurs = auteursMarques(passages.map((v) => ({ champ: 'auteurs', valeur: v.texte })));
  auteurs.forEach((auteur, i) => {
    const preuve = (noms.length === auteurs.length ? noms : passages)[i];
    if (preuve !== undefined) releve.ajouter('auteurs', auteur, preuve);
  });
}
