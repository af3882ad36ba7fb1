import { relireDate } from '../../../src/domain/marques.js';
import {
  type Auteur,
  lireAuteur,
  ROLES_AUTEUR,
  TYPES_NOTICE,
  type TypeNotice,
} from '../../../src/domain/notice.js';
import { fold } from '../../../src/french/fold.js';
import { lireChampsSimples, morceler } from './communs/champs.js';
import { lireMentionAuteur, lireNomNaturel } from './communs/noms.js';
import * as poser from './communs/poser.js';
import { sansBalises } from './communs/texte.js';
import type { LireNotice } from './notice.js';
import type { Valeur } from './unimarc/champs.js';
import { Releve } from './unimarc/releve.js';

/** Reads a row of a table, by the field that each of its columns gives. */
export const lireTableau: LireNotice = (enregistrement) => {
  const { texte } = enregistrement;
  const releve = new Releve(lireChampsSimples(enregistrement));
  const valeurs = releve.champs.flatMap((c) => c.valeurs.filter((v) => v.texte !== ''));
  const lire: Lecture = {
    releve,
    de: (code) => valeurs.filter((v) => v.code === code),
    brut: (v) => texte.slice(v.debut, v.fin),
  };
  lireTitre(lire);
  lireAuteurs(lire);
  for (const v of lire.de('date')) {
    const date = relireDate(v.texte);
    if (date === null) poser.poserDate(releve, v.texte, v);
    else releve.poser('date', date, v);
  }
  for (const champ of SIMPLES) for (const v of lire.de(champ)) releve.poser(champ, v.texte, v);
  lireListes(lire);
  lireType(lire, enregistrement.type);
  poser.remarquerSansTitre(releve);
  return releve.rendre(lire.de('cle')[0]?.texte ?? null, texte);
};

interface Lecture {
  readonly releve: Releve;
  de(code: string): Valeur[];
  brut(valeur: Valeur): string;
}

const SIMPLES = ['editeur', 'lieu', 'collection', 'hote', 'numero', 'pagination', 'cote'] as const;

function lireTitre({ releve, de }: Lecture): void {
  const [titre] = [...de('titre'), ...de('titrePropre'), ...de('intitule')];
  const [complement] = de('complement');
  if (titre === undefined) return;
  if (complement === undefined && titre.code === 'titre') poser.poserTitre(releve, titre);
  else releve.poser('titre', titre.texte, titre);
  if (complement !== undefined) releve.poser('complement', complement.texte, complement);
}

/** « Donzelot, Jacques ; Mével, Catherine », « Jacques Donzelot, Catherine Mével », one a line, one a column. */
function lireAuteurs({ releve, de, brut }: Lecture): void {
  for (const v of de('auteurs')) {
    const parties = morceler(v, brut(v), / \| |[;\n]/);
    const naturels = parties.length === 1 && /^[^,(]+ [^,(]+(?:, [^,(]+ [^,(]+)+$/.test(v.texte);
    for (const nom of naturels && !connu(v.texte) ? morceler(v, brut(v), /,/) : parties)
      poser.ajouterAuteur(releve, lireUnAuteur(nom.texte), nom);
  }
}

function lireUnAuteur(texte: string): Auteur {
  if (connu(texte)) return lireAuteur(texte);
  const auteur = lireMentionAuteur(texte);
  if (texte.includes(',') || auteur.role !== 'auteur') return auteur;
  return { ...lireNomNaturel(texte), role: 'auteur' };
}

/** True for « Roy, Anne, préfacier », as our tables write an author. */
function connu(texte: string): boolean {
  return ROLES_AUTEUR.some((role) => texte.endsWith(`, ${role}`));
}

function lireListes({ releve, de, brut }: Lecture): void {
  const morceaux = (champ: string, commas = false) =>
    de(champ).flatMap((v) => {
      const simple = morceler(v, brut(v), / \| |[;\n]/);
      return commas && simple.length === 1 && v.texte.split(',').length > 2
        ? morceler(v, brut(v), /,/)
        : simple;
    });
  for (const v of [...morceaux('isbn', true), ...morceaux('issn', true)])
    poser.ajouterNumeros(releve, v);
  for (const v of de('doi')) poser.poserDoi(releve, v);
  for (const v of morceaux('langues', true)) poser.ajouterLangues(releve, v);
  for (const v of de('resume')) releve.poser('resume', sansBalises(v.texte), v);
  for (const champ of ['descripteurs', 'motsCles', 'sujetsGeographiques'] as const)
    for (const v of morceaux(champ, true)) releve.ajouter(champ, v.texte, v);
  for (const v of morceaux('exemplaires')) releve.ajouter('exemplaires', v.texte, v);
  for (const v of morceaux('urls')) poser.ajouterUrl(releve, v);
}

/** Words of a column « Type », folded, in this order. */
const TYPES: readonly (readonly [RegExp, TypeNotice])[] = [
  [/these|memoire|dissertation/, 'thèse'],
  [/chapitre|chapter|book ?section|contribution/, 'chapitre'],
  [/numero de (?:revue|periodique)|dossier de revue/, 'numéro de périodique'],
  [/article/, 'article'],
  [/periodique|revue|journal|bulletin/, 'périodique'],
  [/acte/, 'acte de colloque'],
  [/communication|conference/, 'communication'],
  [/rapport|report|etude|diagnostic|evaluation/, 'rapport'],
  [/loi|decret|circulaire|texte officiel|arrete/, 'texte officiel'],
  [/dossier/, 'dossier'],
  [/site|web|page internet/, 'site web'],
  [/video|dvd|film|vhs/, 'vidéo'],
  [/cd-?rom|cederom|logiciel/, 'cédérom'],
  [/audio|\bson\b|\bcd\b/, 'son'],
  [/photo|image|affiche/, 'image'],
  [/carte|plan/, 'carte'],
  [/donnees|statistique/, 'jeu de données'],
  [/livre|ouvrage|\bbook\b|monographie|guide/, 'livre'],
];

function typeDit(texte: string): TypeNotice | undefined {
  const propre = fold(texte);
  return TYPES_NOTICE.find((t) => fold(t) === propre) ?? TYPES.find(([m]) => m.test(propre))?.[1];
}

function lireType({ releve, de }: Lecture, declare: string | undefined): void {
  const [titre] = [...de('titre'), ...de('titrePropre')];
  const declaree = declare === undefined ? undefined : typeDit(declare);
  if (declaree !== undefined && titre !== undefined) {
    releve.poser('type', declaree, titre);
    return;
  }
  const [dit] = de('type');
  const type = dit === undefined ? undefined : typeDit(dit.texte);
  if (dit !== undefined && type !== undefined) releve.poser('type', type, dit);
  if (type !== undefined) return;
  const [intitule] = de('intitule');
  if (intitule === undefined) {
    const [isbn] = de('isbn');
    const [hote] = de('hote');
    if (hote !== undefined) releve.poser('type', 'article', hote);
    else if (isbn !== undefined) releve.poser('type', 'livre', isbn);
    return;
  }
  const poste = releve.champs.some((c) =>
    /\bpostes?\b/.test(fold(c.etiquette).replaceAll('_', ' ')),
  );
  releve.poser('type', poste ? 'poste' : 'jeu de données', intitule);
}
