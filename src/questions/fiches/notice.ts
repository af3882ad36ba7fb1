import { estPreuveTexte, type Fait } from '../../domain/fait.js';
import { lireAuteur } from '../../domain/notice.js';
import { urlPage } from '../../domain/urls.js';
import { lireFaits } from '../chaines.js';
import type { Contexte } from '../contexte.js';
import { preuvesSituees } from '../preuves.js';
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
  const faits = [...lireFaits(contexte, entite.faits).values()];
  const lieux = lieuxDe(contexte, entite.id, faits);
  const liens = deType(sortantes, 'DOCUMENTE', 'TRAITE_DE');
  return {
    ...fiche,
    champs,
    auteurs: Array.isArray(auteurs) ? auteurs.map((a) => lireAuteur(String(a))) : [],
    exemplaires: Array.isArray(exemplaires) ? exemplaires.map(String) : [],
    autres: autresChamps(fiche.champs.find((c) => c.nom === 'autres')),
    liens: liens.map((maillon) => lien(maillon, champs)),
    variantes: variantes(contexte, faits, champs),
    lieux,
    remarques: lieux
      .flatMap(({ document, page }) => contexte.faits.alertesNotice(document, page))
      .map(({ code, message }) => ({ code, message })),
  };
}

/** Where the record stands, then where the others of the same work do: each has a title of its own. */
function lieuxDe(contexte: Contexte, id: string, faits: readonly Fait[]): LieuDeNotice[] {
  const sien = contexte.faits.lieuNotice(id);
  const titres = faits.filter((f) => f.predicat === 'titre').flatMap((f) => f.preuves);
  const tous = [
    ...(sien === undefined ? [] : [{ document: sien.document, page: sien.numero }]),
    ...titres.filter(estPreuveTexte),
  ];
  const uniques = new Map(tous.map((l) => [`${l.document}#${l.page}`, l]));
  return [...uniques.values()].flatMap(({ document, page }) => {
    const resume = contexte.documents().get(document);
    if (resume === undefined) return [];
    const { titre, fichier } = resume.document;
    const texte = contexte.textePage(document, page);
    return [{ document, page, titre, fichier, url: urlPage(document, page), texte }];
  });
}

/** What other records of the same work say otherwise. */
function variantes(contexte: Contexte, faits: readonly Fait[], champs: readonly Champ[]): Champ[] {
  const dites = new Map(champs.map((c) => [c.nom, new Set(c.faits)]));
  return faits.flatMap((fait) => {
    const { predicat: nom, valeur, statut, id } = fait;
    const montres = dites.get(nom);
    if (valeur === undefined || montres === undefined || montres.has(id) || DEDUITS.has(nom))
      return [];
    return [{ nom, valeur, statut, faits: [id], preuves: preuvesSituees(contexte, [fait]) }];
  });
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
  const restantes = champ.preuves.flatMap((p) => (estPreuveTexte(p) ? [p] : []));
  return champ.valeur.map(String).map((ligne) => {
    const rang = restantes.findIndex(({ citation }) => ligne.endsWith(surUneLigne(citation)));
    const [preuve] = rang === -1 ? [] : restantes.splice(rang, 1);
    const cite = preuve === undefined ? '' : surUneLigne(preuve.citation);
    return { ...separer(ligne, cite), preuves: preuve === undefined ? [] : [preuve] };
  });
}

function surUneLigne(texte: string): string {
  return texte.replace(/\s+/g, ' ').trim();
}

/** Where a tag ends is told by the passage, which is the value alone or begins with the tag: « Date de saisie » is one tag of a table. */
function separer(ligne: string, cite: string): { etiquette: string; valeur: string } {
  const seule = cite !== '' && ligne.endsWith(` ${cite}`);
  const fin = seule ? ligne.length - cite.length - 1 : ligne.indexOf(' ');
  if (fin <= 0) return { etiquette: ligne, valeur: '' };
  return { etiquette: ligne.slice(0, fin), valeur: ligne.slice(fin + 1) };
}
