import { normalizePageText } from '../../../src/domain/page.js';
import type { ChampBrut, Enregistrement } from '../catalogue/catalogue.js';
import { composer } from '../marc/composer.js';
import { lireNotice } from '../marcxml/notice.js';
import { type Ecouteur, lireElement } from '../xml/element.js';

const METADATA = /<(?:[\w.-]+:)?metadata(?:\s[^>]*)?>([\s\S]*)<\/(?:[\w.-]+:)?metadata\s*>/;
const MARC = /<((?:[\w.-]+:)?record)(?=[\s>])[\s\S]*<\/\1\s*>/;

/** A field on its way: its tag and its value. */
interface Valeur {
  readonly etiquette: string;
  readonly valeur: string;
}

/** What a record of OAI-PMH says: who it is, and what its header and its leaves hold. */
interface RecordLu {
  readonly cle: string;
  readonly supprime: boolean;
  readonly entete: readonly Valeur[];
  readonly champs: readonly Valeur[];
}

/**
 * Reads a record of OAI-PMH: its payload is UNIMARC in XML, or any flat XML such as oai_dc, of which each leaf is a
 * field. Null for one that has no identifier. Throws an XmlRompu.
 */
export function lireRecord(xml: string, numero: number): Enregistrement | null {
  const marc = MARC.exec(METADATA.exec(xml)?.[1] ?? '')?.[0];
  const lecteur = new LecteurRecord(marc === undefined);
  lireElement(xml, lecteur);
  const { cle, supprime, entete, champs } = lecteur.rendre();
  if (cle === '') return null;
  if (marc === undefined) return { ...simple([...entete, ...champs], numero), cle, supprime };
  const { notice, dialecte } = lireNotice(marc);
  const enTete = entete.map(({ etiquette, valeur }) => ({
    etiquette,
    sousChamps: [{ code: '', valeur }],
  }));
  const complete = { ...notice, champs: [...notice.champs, ...enTete] };
  const lu = composer(complete, { numero, dialecte, remarques: [] });
  return { ...lu, cle, supprime: supprime || lu.supprime === true };
}

/** A line a field: « dc:title Titre ». */
function simple(valeurs: readonly Valeur[], numero: number): Enregistrement {
  let texte = '';
  const champs = valeurs.map(({ etiquette, valeur }): ChampBrut => {
    texte += `${texte === '' ? '' : '\n'}${etiquette} `;
    const debut = texte.length;
    texte += normalizePageText(valeur);
    return { etiquette, sousChamps: [{ code: '', debut, fin: texte.length }] };
  });
  return { genre: 'enregistrement', numero, texte, dialecte: 'dublin-core', champs };
}

class LecteurRecord implements Ecouteur {
  private readonly pile: { nom: string; texte: string; feuille: boolean }[] = [];
  private readonly entete: Valeur[] = [];
  private readonly champs: Valeur[] = [];
  private cle = '';
  private supprime = false;
  private readonly charge: boolean;

  /** `charge`: the leaves of the payload are fields. */
  constructor(charge: boolean) {
    this.charge = charge;
  }

  ouvrir(nom: string, attributs: Readonly<Record<string, string>>): void {
    const parent = this.pile.at(-1);
    if (parent !== undefined) parent.feuille = false;
    if (this.pile.length === 1 && nom === 'header') this.supprime = attributs.status === 'deleted';
    this.pile.push({ nom, texte: '', feuille: true });
  }

  texte(texte: string): void {
    const dernier = this.pile.at(-1);
    if (dernier !== undefined) dernier.texte += texte;
  }

  fermer(nom: string): void {
    const partie = this.pile[1]?.nom;
    const ferme = this.pile.pop();
    const valeur = ferme?.texte.replace(/\s+/g, ' ').trim() ?? '';
    if (ferme?.feuille !== true || valeur === '') return;
    if (partie === 'header') this.lireEntete(nom, valeur);
    else if (this.charge || partie !== 'metadata')
      this.champs.push({ etiquette: `dc:${nom}`, valeur });
  }

  private lireEntete(nom: string, valeur: string): void {
    if (nom === 'identifier') this.cle ||= valeur;
    this.entete.push({ etiquette: `oai:${nom}`, valeur });
  }

  rendre(): RecordLu {
    const { cle, supprime, entete, champs } = this;
    return { cle, supprime, entete, champs };
  }
}
