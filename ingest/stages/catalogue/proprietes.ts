import type { Valeur } from '../../../src/domain/fait.js';
import { type ChampNotice, ecrireAuteur } from '../../../src/domain/notice.js';
import type { AutreChamp, Passage } from '../catalogage/notice.js';
import type { ContexteNotice } from './contexte.js';
import { preuve } from './contexte.js';

const REGLE = 'notice-champ@1';
const TITRE_MAX = 120;

/** Fields that are one text, and those that are lists, under the name of their property. */
const TEXTES = [
  'type',
  'complement',
  'editeur',
  'lieu',
  'collection',
  'hote',
  'numero',
  'pagination',
  'doi',
  'resume',
  'cote',
] as const satisfies readonly ChampNotice[];
const LISTES = [
  'isbn',
  'issn',
  'langues',
  'descripteurs',
  'motsCles',
  'sujetsGeographiques',
  'exemplaires',
  'urls',
] as const satisfies readonly ChampNotice[];

/** The record's fields as properties, each with the passages that give it. What proves nothing apart rests on the title. */
export function assertProprietes(contexte: ContexteNotice): void {
  const { notice } = contexte.lue;
  const titre = passages(contexte, 'titre');
  const dire = (nom: string, valeur: Valeur | undefined, champ: ChampNotice) => {
    if (Array.isArray(valeur) && valeur.length === 0) return;
    const propres = passages(contexte, champ);
    const tous = propres.length > 0 ? propres : titre;
    contexte.registre.propriete(
      contexte.id,
      nom,
      valeur,
      tous.map((p) => preuve(contexte, p)),
      REGLE,
    );
  };
  dire('titre', notice.titre === '' ? sansTitre(contexte) : notice.titre, 'titre');
  for (const nom of TEXTES) dire(nom, notice[nom], nom);
  for (const nom of LISTES) dire(nom, notice[nom], nom);
  dire('auteurs', notice.auteurs.map(ecrireAuteur), 'auteurs');
  dire('date', notice.date?.imprimee, 'date');
  dire('annee', notice.date?.debut, 'date');
  if (notice.date?.fin !== notice.date?.debut) dire('anneeFin', notice.date?.fin, 'date');
  assertAutres(contexte);
}

/** Every other field, « 801 $aFR $bBNF », each proved by itself. */
function assertAutres(contexte: ContexteNotice): void {
  const { autres } = contexte.lue;
  if (autres.length === 0) return;
  const lignes = autres.map((autre) => ligne(contexte, autre));
  const preuves = autres.map((autre) => preuve(contexte, autre));
  contexte.registre.propriete(contexte.id, 'autres', lignes, preuves, 'notice-autre-champ@1');
}

function ligne({ texte }: ContexteNotice, { etiquette, debut, fin }: AutreChamp): string {
  const valeur = texte.slice(debut, fin).replace(/\s+/g, ' ').trim();
  return valeur.startsWith(etiquette) ? valeur : `${etiquette} ${valeur}`;
}

/** The passages of a field; of a title that is missing, the beginning of the record. */
function passages({ lue, texte }: ContexteNotice, champ: ChampNotice): readonly Passage[] {
  const propres = lue.preuves[champ] ?? [];
  if (propres.length > 0 || champ !== 'titre') return propres.filter((p) => p.fin > p.debut);
  return [{ debut: 0, fin: Math.min(texte.length, TITRE_MAX) }];
}

function sansTitre({ texte }: ContexteNotice): string {
  return `[Sans titre] ${texte.slice(0, TITRE_MAX).replace(/\s+/g, ' ').trim()}`;
}
