import type { Dialecte } from '../catalogue/catalogue.js';
import type { ChampMarc, NoticeMarc, ValeurMarc } from '../marc/composer.js';
import type { Ecouteur } from '../xml/element.js';
import { lireElement, XmlRompu } from '../xml/element.js';

export interface NoticeXml {
  readonly notice: NoticeMarc;
  readonly dialecte: Dialecte;
}

/** Parts of the leader that PMB writes as elements, and their position in it (UNIMARC Manual). */
const GUIDE_PMB: ReadonlyMap<string, number> = new Map([
  ['rs', 5],
  ['dt', 6],
  ['bl', 7],
  ['hl', 8],
  ['el', 17],
  ['ru', 18],
]);
const GUIDE_VIDE = '00000     2200000   450 ';

interface ChampOuvert {
  readonly etiquette: string;
  readonly indicateurs?: string;
  readonly sousChamps: ValeurMarc[];
}

/**
 * Reads a record element: MARCXML and MarcXchange (`leader`, `controlfield`, `datafield`, `subfield`) or PMB's own
 * (`rs`, `dt`…, `f`, `s`). An element that is none of these is kept as a field under its name. Throws an XmlRompu.
 */
export function lireNotice(xml: string): NoticeXml {
  const lecteur = new LecteurNotice();
  lireElement(xml, lecteur);
  return lecteur.rendre();
}

class LecteurNotice implements Ecouteur {
  private guide = '';
  private readonly champs: ChampMarc[] = [];
  private readonly morceauxGuide = new Map<number, string>();
  private profondeur = 0;
  private champ: ChampOuvert | null = null;
  private code: string | null = null;
  private valeur = '';
  private pmb = false;

  ouvrir(nom: string, attributs: Readonly<Record<string, string>>): void {
    this.profondeur += 1;
    if (this.profondeur === 1) return;
    if (this.profondeur === 2) {
      this.champ = this.ouvrirChamp(nom, attributs);
      this.valeur = '';
    } else {
      this.garderTexte();
      this.code = attributs.code ?? attributs.c ?? '';
    }
  }

  private ouvrirChamp(nom: string, attributs: Readonly<Record<string, string>>): ChampOuvert {
    const { tag = attributs.c, ind } = attributs;
    this.pmb ||= nom === 'f';
    const estChamp = nom === 'datafield' || nom === 'controlfield' || nom === 'f';
    if (estChamp && !/^[0-9A-Za-z]{3}$/.test(tag ?? ''))
      throw new XmlRompu('un champ n’a pas d’étiquette');
    const deux =
      (attributs.ind1 ?? ind?.[0] ?? ' ').padEnd(1) + (attributs.ind2 ?? ind?.[1] ?? ' ').padEnd(1);
    const deDonnees = nom === 'datafield' || (nom === 'f' && !/^00/.test(tag ?? ''));
    return {
      etiquette: estChamp ? (tag ?? '') : nom,
      ...(deDonnees ? { indicateurs: deux.replace(/[^ -~]/g, '?').slice(0, 2) } : {}),
      sousChamps: [],
    };
  }

  fermer(): void {
    this.profondeur -= 1;
    if (this.champ === null || this.profondeur < 1) return;
    this.garderTexte();
    this.code = null;
    if (this.profondeur > 1) return;
    this.finirChamp(this.champ);
    this.champ = null;
  }

  texte(texte: string): void {
    if (this.champ !== null) this.valeur += texte;
    else if (texte.trim() !== '')
      this.champs.push({ etiquette: 'texte', sousChamps: [{ code: '', valeur: texte.trim() }] });
  }

  /** What was read since the last tag: the value of a subfield, or what stands beside subfields. */
  private garderTexte(): void {
    const valeur = /[\r\n]/.test(this.valeur) ? this.valeur.trim() : this.valeur;
    if (this.champ !== null && (this.code !== null || valeur.trim() !== ''))
      this.champ.sousChamps.push({ code: this.code ?? '', valeur });
    this.valeur = '';
    this.code = this.code === null ? null : '';
  }

  private finirChamp(champ: ChampOuvert): void {
    const valeur = champ.sousChamps[0]?.valeur ?? '';
    const place = GUIDE_PMB.get(champ.etiquette);
    if (champ.etiquette === 'leader') this.guide = valeur;
    else if (place !== undefined) this.morceauxGuide.set(place, valeur);
    else if (champ.sousChamps.length > 0) this.champs.push(champ);
    else this.champs.push({ ...champ, sousChamps: [{ code: '', valeur: '' }] });
  }

  rendre(): NoticeXml {
    const guide = [...(this.guide === '' ? GUIDE_VIDE : this.guide)];
    for (const [place, valeur] of this.morceauxGuide)
      guide[place] = /^[!-~]/.test(valeur) ? valeur.slice(0, 1) : ' ';
    return {
      notice: { guide: guide.join(''), champs: this.champs },
      dialecte: this.pmb ? 'pmb' : 'unimarc',
    };
  }
}
