import { estPreuveTexte } from '../../domain/fait.js';
import { lireAuteur } from '../../domain/notice.js';
import { urlPage } from '../../domain/urls.js';
import type { Contexte } from '../contexte.js';
import type { Maillon, PreuveSituee } from '../types.js';
import { deType, lireSocle } from './socle.js';
import type { AutreChampNotice, Champ, FicheNotice, LienNotice, LieuDeNotice } from './types.js';

/** Values worked out from another field of the record: a passage stands in the field that says it. */
const DEDUITS = new Set(['annee', 'anneeFin', 'type', 'autres']);

/** The full card of a record: its fields, those that the model has no place for, its copies, what it is about and where it says so. */
export function ficheNotice(contexte: Contexte, id: string): FicheNotice {
  const { entite, fiche, sortantes } = lireSocle(contexte, id, ['Notice']);
  const { auteurs, exemplaires } = entite.proprietes;
  const champs = fiche.champs.filter((c) => c.nom !== 'autres');
  const liens = deType(sortantes, 'DOCUMENTE', 'TRAITE_DE');
  return {
    ...fiche,
    champs,
    auteurs: Array.isArray(auteurs) ? auteurs.map((a) => lireAuteur(String(a))) : [],
    exemplaires: Array.isArray(exemplaires) ? exemplaires.map(String) : [],
    autres: autresChamps(fiche.champs.find((c) => c.nom === 'autres')),
    liens: liens.map((maillon) => lien(maillon, champs)),
    lieu: lieuDe(contexte, entite.id),
    remarques: contexte.faits
      .alertesNotice(entite.id)
      .map(({ code, message }) => ({ code, message })),
  };
}

function lieuDe(contexte: Contexte, id: string): LieuDeNotice | null {
  const lieu = contexte.faits.lieuNotice(id);
  const resume = lieu === undefined ? undefined : contexte.documents().get(lieu.document);
  if (lieu === undefined || resume === undefined) return null;
  const { titre, fichier } = resume.document;
  return {
    document: lieu.document,
    page: lieu.numero,
    titre,
    fichier,
    url: urlPage(lieu.document, lieu.numero),
    texte: contexte.faits.page(lieu.document, lieu.numero)?.texte ?? '',
  };
}

/** A link with the fields in which the record says it. */
function lien(maillon: Maillon, champs: readonly Champ[]): LienNotice {
  const noms = champs
    .filter(
      (c) =>
        !DEDUITS.has(c.nom) && c.preuves.some((p) => maillon.preuves.some((q) => contient(p, q))),
    )
    .map((c) => c.nom);
  return { ...maillon, champs: noms };
}

function contient(champ: PreuveSituee, preuve: PreuveSituee): boolean {
  return (
    estPreuveTexte(champ) &&
    estPreuveTexte(preuve) &&
    champ.document === preuve.document &&
    champ.page === preuve.page &&
    champ.debut <= preuve.debut &&
    preuve.fin <= champ.fin
  );
}

/** « 801 ## $aFR $bBNF »: its tag and its value, with its own passage. */
function autresChamps(champ: Champ | undefined): AutreChampNotice[] {
  if (champ === undefined || !Array.isArray(champ.valeur)) return [];
  const lignes = champ.valeur.map(String);
  return lignes.map((ligne, i) => {
    const preuve = lignes.length === champ.preuves.length ? champ.preuves[i] : undefined;
    return { ...separer(ligne, preuve), preuves: preuve === undefined ? [] : [preuve] };
  });
}

/** Where a tag ends is told by the passage, which is the value alone or begins with the tag: « Date de saisie » is one tag of a table. */
function separer(
  ligne: string,
  preuve: PreuveSituee | undefined,
): { etiquette: string; valeur: string } {
  const cite = preuve !== undefined && estPreuveTexte(preuve) ? preuve.citation : '';
  const valeur = cite.replace(/\s+/g, ' ').trim();
  const fin =
    valeur !== '' && valeur !== ligne && ligne.endsWith(` ${valeur}`)
      ? ligne.length - valeur.length - 1
      : ligne.indexOf(' ');
  if (fin <= 0) return { etiquette: ligne, valeur: '' };
  return { etiquette: ligne.slice(0, fin), valeur: ligne.slice(fin + 1) };
}
