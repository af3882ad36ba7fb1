import type { TypeNotice } from '../../../src/domain/notice.js';
import { TYPES_NOTICE } from '../../../src/domain/notice.js';
import { fold } from '../../../src/french/fold.js';
import { lireChampsSimples } from './communs/champs.js';
import { trouverIsbn, trouverIssn } from './communs/isbn.js';
import { lireMentionAuteur } from './communs/noms.js';
import * as poser from './communs/poser.js';
import { sansBalises } from './communs/texte.js';
import type { LireNotice } from './notice.js';
import type { Valeur } from './unimarc/champs.js';
import { Releve } from './unimarc/releve.js';

/** Reads a record of unqualified Dublin Core (ISO 15836) harvested by OAI-PMH. */
export const lireDublinCore: LireNotice = (enregistrement) => {
  const releve = new Releve(lireChampsSimples(enregistrement));
  const de = (nom: string): Valeur[] =>
    releve.de(`dc:${nom}`).flatMap((c) => c.valeurs.filter((v) => v.texte !== ''));
  const [titre] = de('title');
  if (titre !== undefined) poser.poserTitre(releve, titre);
  for (const v of de('creator')) poser.ajouterAuteur(releve, lireMentionAuteur(v.texte), v);
  for (const v of de('contributor'))
    poser.ajouterAuteur(releve, lireMentionAuteur(v.texte, 'contributeur'), v);
  const [editeur] = de('publisher');
  if (editeur !== undefined) releve.poser('editeur', editeur.texte, editeur);
  const [date] = de('date');
  if (date !== undefined) poser.poserDate(releve, date.texte, date);
  const [format] = de('format').filter((v) => /\bp\b|page|vol/i.test(v.texte));
  if (format !== undefined) releve.poser('pagination', format.texte, format);
  const [resume] = de('description');
  if (resume !== undefined) releve.poser('resume', sansBalises(resume.texte), resume);
  for (const v of de('language')) poser.ajouterLangues(releve, v);
  for (const v of de('subject')) releve.ajouter('motsCles', v.texte, v);
  for (const v of de('coverage')) releve.ajouter('sujetsGeographiques', v.texte, v);
  for (const v of de('identifier')) lireNumero(releve, v);
  lireType(releve, de('type'));
  poser.remarquerSansTitre(releve);
  return releve.rendre(null, enregistrement.texte);
};

/** An identifier is an address, a DOI, an ISBN, an ISSN, or the number that a system gave: that one is kept as it is. */
function lireNumero(releve: Releve, valeur: Valeur): void {
  const { texte } = valeur;
  if (/10\.\d{4,9}\//.test(texte) && poser.poserDoi(releve, valeur)) return;
  if (poser.ajouterUrl(releve, valeur)) return;
  if (trouverIsbn(texte).length + trouverIssn(texte).length > 0)
    poser.ajouterNumeros(releve, valeur);
}

/** Words of `dc:type`, folded: the DCMI types, those of info:eu-repo/semantics, and French names. */
const TYPES: readonly (readonly [RegExp, TypeNotice])[] = [
  [/thesis|dissertation|these|memoire/, 'thèse'],
  [/bookpart|book ?section|chapitre|chapter/, 'chapitre'],
  [/conferenceobject|communication|conference paper/, 'communication'],
  [/article/, 'article'],
  [/report|rapport/, 'rapport'],
  [/book|livre|monograph|ouvrage/, 'livre'],
  [/dataset|jeu de donnees/, 'jeu de données'],
  [/movingimage|video|film/, 'vidéo'],
  [/sound|audio/, 'son'],
  [/map|carte/, 'carte'],
  [/image|photo/, 'image'],
];

function lireType(releve: Releve, valeurs: readonly Valeur[]): void {
  for (const v of valeurs) {
    const dit = fold(v.texte);
    const exact = TYPES_NOTICE.find((t) => fold(t) === dit);
    const type = exact ?? TYPES.find(([motif]) => motif.test(dit))?.[1];
    if (type !== undefined) releve.poser('type', type, v);
  }
}
