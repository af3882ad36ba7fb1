import type { Enregistrement } from '../../formats/catalogue/catalogue.js';
import type { LireNotice, NoticeLue } from './notice.js';
import { lireAuteurs } from './unimarc/auteurs.js';
import { lireChamps } from './unimarc/champs.js';
import { lireHote } from './unimarc/hote.js';
import { lireNumeros } from './unimarc/numeros.js';
import { lireDateCodee, lirePublication } from './unimarc/publication.js';
import { Releve } from './unimarc/releve.js';
import { lireExemplaires, lireSujets } from './unimarc/sujets.js';
import { autresEcritures, lireTitre } from './unimarc/titre.js';
import { lireType } from './unimarc/type.js';

/**
 * Reads a UNIMARC record (IFLA, UNIMARC Manual, Bibliographic Format), from ISO 2709 or XML, and PMB's, which writes the
 * same fields with its own local ones.
 */
export const lireUnimarc: LireNotice = (enregistrement: Enregistrement): NoticeLue => {
  const releve = new Releve(lireChamps(enregistrement));
  const ecartes = autresEcritures(enregistrement.texte.includes(' $7') ? releve.champs : []);
  lireType(releve);
  lireTitre(releve);
  lireAuteurs(releve, ecartes);
  lirePublication(releve);
  lireHote(releve);
  lireDateCodee(releve);
  lireNumeros(releve);
  lireSujets(releve, ecartes);
  lireExemplaires(releve);
  const cle = releve.de('001')[0]?.valeurs[0]?.texte ?? '';
  return releve.rendre(cle === '' ? null : cle, enregistrement.texte);
};
