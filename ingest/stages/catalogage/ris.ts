import type { RoleAuteur, TypeNotice } from '../../../src/domain/notice.js';
import { HOTES_RIS, TYPES_RIS } from '../../../src/domain/typesRis.js';
import { lireChampsSimples, morceler } from './communs/champs.js';
import { lireDoi } from './communs/isbn.js';
import { lireMarques, type MarqueLue } from './communs/marques.js';
import { lireMentionAuteur } from './communs/noms.js';
import * as poser from './communs/poser.js';
import { sansBalises } from './communs/texte.js';
import type { LireNotice } from './notice.js';
import type { Champ, Valeur } from './unimarc/champs.js';
import { Releve } from './unimarc/releve.js';

/** Reads a record of RIS: the 2011 specification, with what Zotero and PMB make of it. */
export const lireRis: LireNotice = (enregistrement) => {
  const { texte } = enregistrement;
  const releve = new Releve(lireChampsSimples(enregistrement));
  const lire: Lecture = {
    releve,
    de: (...etiquettes) =>
      releve.de(...etiquettes).flatMap((c) => c.valeurs.filter((v) => v.texte !== '')),
    brut: (v) => texte.slice(v.debut, v.fin),
  };
  const noms = releve.champs.filter((c) => ROLES[c.etiquette] !== undefined && c.fin > c.debut);
  lireMarques(releve, marques(lire), noms);
  const type = lireTypeRis(lire);
  lireTitres(lire, type);
  lireAuteurs(lire, noms, type);
  lirePublication(lire);
  lireNumeros(lire);
  lireSujets(lire);
  poser.remarquerSansTitre(releve);
  return releve.rendre(lire.de('ID', 'AN')[0]?.texte ?? null, texte);
};

interface Lecture {
  readonly releve: Releve;
  /** Values of some tags that are not empty, in the order of the record. */
  de(...etiquettes: readonly string[]): Valeur[];
  /** The slice of a value, its lines apart. */
  brut(valeur: Valeur): string;
}

const MARQUE = /^Maillage (\p{L}+) : /u;

function marques({ de }: Lecture): MarqueLue[] {
  return de('U5').flatMap((v): MarqueLue[] => {
    const m = MARQUE.exec(v.texte);
    if (m === null) return [];
    const texte = v.texte.slice(m[0].length);
    return [{ champ: m[1] ?? '', valeur: { ...v, texte, debut: v.debut + m[0].length } }];
  });
}

function lireTypeRis({ releve, de }: Lecture): TypeNotice {
  const [code] = de('TY');
  const type = TYPES_RIS[code?.texte.toUpperCase() ?? ''];
  if (code !== undefined && type === undefined)
    releve.remarquer('type-inconnu', `Le type « ${code.texte} » n’est pas de RIS.`);
  if (code !== undefined && type !== undefined) releve.poser('type', type, code);
  if (code !== undefined && type !== undefined) releve.prouver('type', code);
  return type ?? 'document';
}

/** The title, and that of what the document is in, or of its collection. */
function lireTitres({ releve, de }: Lecture, type: TypeNotice): void {
  const dedans = HOTES_RIS.has(type);
  const [titre] = [...de('TI', 'T1', 'CT'), ...(dedans ? [] : de('BT'))];
  const hotes = [...(dedans ? de('T2', 'BT') : []), ...de('JF', 'JO')];
  const abreges = de('JA', 'J2', 'J1');
  if (titre !== undefined) poser.poserTitre(releve, titre, de('ST')[0]);
  // A whole issue has the title of its periodical when it has none of its own
  const [hote] = hotes.length > 0 ? hotes : abreges;
  if (titre === undefined && hote !== undefined) poser.poserTitre(releve, hote);
  else if (hote !== undefined) {
    releve.poser('hote', hote.texte, hote);
    for (const v of [...hotes, ...abreges])
      if (v.texte === releve.lire('hote')) releve.prouver('hote', v);
  }
  const [collection] = [...de('T3'), ...(dedans ? [] : de('T2'))];
  if (collection !== undefined) releve.poser('collection', collection.texte, collection);
}

/** Tags of authors; `A2` to `A4` are the editors, those of the series and the translators. */
const ROLES: Readonly<Record<string, RoleAuteur>> = {
  AU: 'auteur',
  A1: 'auteur',
  A2: 'éditeur scientifique',
  ED: 'éditeur scientifique',
  A3: 'éditeur scientifique',
  A4: 'traducteur',
};

function lireAuteurs({ releve, brut }: Lecture, noms: readonly Champ[], type: TypeNotice): void {
  if (releve.a('auteurs')) return;
  for (const champ of noms)
    for (const valeur of champ.valeurs)
      for (const nom of morceler(valeur, brut(valeur), /[;\n]/)) {
        const role =
          type === 'thèse' && champ.etiquette === 'A3' ? 'directeur de thèse' : undefined;
        const auteur = lireMentionAuteur(nom.texte, role ?? ROLES[champ.etiquette]);
        poser.ajouterAuteur(releve, auteur, nom);
      }
}

function lirePublication({ releve, de }: Lecture): void {
  const [editeur] = de('PB');
  const [lieu] = de('CY', 'PP');
  if (editeur !== undefined) releve.poser('editeur', editeur.texte, editeur);
  if (lieu !== undefined) releve.poser('lieu', lieu.texte, lieu);
  const [premiere, ...suite] = ['PY', 'Y1', 'DA'].flatMap((etiquette) => de(etiquette));
  if (premiere === undefined) return;
  const dite = dateRis(premiere.texte);
  const precise = suite.find((v) => dateRis(v.texte).startsWith(`${dite}/`));
  const preuves = precise === undefined ? [premiere] : [premiere, precise];
  if (releve.a('date')) releve.prouver('date', ...preuves);
  else poser.poserDate(releve, precise === undefined ? dite : dateRis(precise.texte), ...preuves);
}

/** « 2003/05/03/ », « 2003///printemps » without the empty parts. */
function dateRis(texte: string): string {
  const [, date = texte, autre = ''] = /^([\d/]*\d)\/+\s*([^/\d]*)$/.exec(texte) ?? [];
  return autre === '' ? date : `${date} ${autre}`;
}

function lireNumeros({ releve, de, brut }: Lecture): void {
  const [volume] = de('VL');
  const [numero] = de('IS', 'M1').filter((v) => /\d/.test(v.texte));
  const parties = [
    ...(volume === undefined ? [] : [nommer(volume.texte, 'vol. ')]),
    ...(numero === undefined ? [] : [nommer(numero.texte, 'n° ')]),
  ];
  const preuves = [volume, numero].filter((v) => v !== undefined);
  if (releve.a('numero')) releve.prouver('numero', ...preuves);
  else if (parties.length > 0) releve.poser('numero', parties.join(', '), ...preuves);
  const [debut] = de('SP');
  const [fin] = debut?.texte.includes('-') ? [] : de('EP');
  const pages = [debut, fin].filter((v) => v !== undefined);
  if (releve.a('pagination')) releve.prouver('pagination', ...pages);
  else if (pages.length > 0)
    releve.poser('pagination', pages.map((v) => v.texte).join('-'), ...pages);
  for (const v of de('SN'))
    for (const n of morceler(v, brut(v), /[;,\n]/)) poser.ajouterNumeros(releve, n);
  for (const v of de('DO', 'M3', 'L3')) poser.poserDoi(releve, v);
}

/** « n° 34 » for « 34 »; what says its kind stays as it is. */
function nommer(numero: string, genre: string): string {
  return /^\d/.test(numero) ? genre + numero : numero;
}

function lireSujets({ releve, de, brut }: Lecture): void {
  for (const v of de('AB', 'N2')) releve.poser('resume', sansBalises(v.texte), v);
  for (const v of de('LA')) poser.ajouterLangues(releve, v);
  const [cote] = de('CN');
  if (cote !== undefined) releve.poser('cote', cote.texte, cote);
  for (const v of de('UR', 'LK', 'L1', 'L2'))
    for (const adresse of morceler(v, brut(v), /[;\n]\s*(?=https?:)/)) {
      poser.ajouterUrl(releve, adresse);
      const doi = /^https?:\/\/(?:dx\.)?doi\.org\//i.test(adresse.texte);
      if (doi && lireDoi(adresse.texte) !== null) poser.poserDoi(releve, adresse);
    }
  const champs = de('KW');
  // One field for all the words, parted by commas
  const commas = champs.length === 1 && (champs[0]?.texte.split(',').length ?? 0) > 2;
  for (const v of champs)
    for (const mot of morceler(v, brut(v), commas ? /[;,\n]/ : /[;\n]/)) ajouterMot(releve, mot);
}

/** A keyword, unless a mark said that it is a descriptor or a place. */
function ajouterMot(releve: Releve, mot: Valeur): void {
  const connu = (['descripteurs', 'sujetsGeographiques'] as const).some((champ) =>
    releve.contient(champ, mot.texte),
  );
  if (!connu) releve.ajouter('motsCles', mot.texte, mot);
}
