/** A record element as its file has it, or what stands in the place of one. */
export interface Element {
  readonly octets: Buffer;
  /** Why it cannot be a whole record; null when its tags open and close. */
  readonly defaut: Defaut | null;
}

/** Code and reason, in French. */
export interface Defaut {
  readonly code: string;
  readonly raison: string;
}

/** Tags of records, and what hides tags: comments and sections without markup. */
const REPERES = /<!--|<!\[CDATA\[|<!DOCTYPE|<(\/?)(?:[\w.-]+:)?(record|notice)(?=[\s>/])/g;
const OUVERTURE = /<(?:[\w.-]+:)?(?:record|notice)(?=[\s>])/g;
/** A piece of a record. */
const CONTENU = /<(?:[\w.-]+:)?(?:(?:leader|controlfield|datafield|subfield|rs)[\s>]|[fs]\s+c=)/;
/** The longest beginning of a tag or of a mark that a chunk can cut. */
const MARGE = 200;

/**
 * Cuts a stream of XML into its record elements, whatever the envelope (SRU, OAI-PMH, collection, none): a tag that
 * is wrong inside one spoils that one only. Works on bytes (one character each), so that a broken record is
 * given back as it was. Never holds more than `taille` bytes.
 */
export class Decoupeur {
  private tampon = '';
  /** Where the open record starts in `tampon`; -1 outside of records. */
  private debut = -1;
  /** Up to where `tampon` was looked at. */
  private vu = 0;
  /** Set while a comment or a CDATA section is open: what closes it. */
  private fermeture: string | null = null;
  /** True after a record that was too large, up to the next one. */
  private dansDemesure = false;
  /** Set by a document type that comes before any record: entities could be declared there. */
  dtd = false;
  private readonly taille: number;

  constructor(taille: number) {
    this.taille = taille;
  }

  /** Takes in a chunk; gives the elements that it completes. */
  *ajouter(morceau: string): Generator<Element> {
    this.tampon += morceau;
    yield* this.chercher(MARGE);
    yield* this.alleger();
  }

  /** The end of the file: what is left open. */
  *terminer(): Generator<Element> {
    yield* this.chercher(0);
    yield* this.rouvrir(0);
    if (this.debut !== -1 && CONTENU.test(this.tampon.slice(this.debut)))
      yield this.prendre(this.tampon.length, INTERROMPUE);
    else yield* this.hors(this.tampon.length);
  }

  private *chercher(marge: number): Generator<Element> {
    while (this.vu < this.tampon.length - marge) {
      if (this.fermeture !== null) {
        const fin = this.tampon.indexOf(this.fermeture, this.vu);
        if (fin === -1 || fin >= this.tampon.length - marge) break;
        this.vu = fin + this.fermeture.length;
        this.fermeture = null;
        if (this.debut === -1) this.oublier(this.vu);
      }
      const limite = this.tampon.length - marge;
      REPERES.lastIndex = this.vu;
      const repere = REPERES.exec(this.tampon);
      if (repere === null || repere.index >= limite) {
        this.vu = Math.max(this.vu, limite);
        break;
      }
      this.vu = REPERES.lastIndex;
      yield* this.suivre(repere);
    }
  }

  private *suivre({
    0: balise,
    1: barre,
    2: nom = '',
    index,
  }: RegExpExecArray): Generator<Element> {
    if (balise === '<!DOCTYPE') this.dtd ||= this.debut === -1;
    else if (nom === '') {
      if (this.debut === -1) yield* this.hors(index);
      this.fermeture = balise === '<!--' ? '-->' : ']]>';
    } else if (barre === '') {
      if (this.debut === -1) yield* this.hors(index);
      else if (CONTENU.test(this.tampon.slice(this.debut, index)))
        yield this.prendre(index, OUVERTE);
      // An envelope (« srw:record ») opens before the record that it holds
      this.debut = this.vu - balise.length;
    } else if (this.debut !== -1) {
      const fin = this.tampon.indexOf('>', index);
      yield this.prendre(fin === -1 ? this.vu : fin + 1, null);
    }
  }

  /** Gives the bytes from the start of the record to `fin`, and forgets them. */
  private prendre(fin: number, defaut: Defaut | null): Element {
    const octets = Buffer.from(this.tampon.slice(this.debut, fin), 'latin1');
    this.oublier(fin);
    return { octets, defaut };
  }

  /** What stands outside of records up to `fin`: pieces of a record there are a broken one, an envelope is nothing. */
  private *hors(fin: number): Generator<Element> {
    const perdu = !this.dansDemesure && CONTENU.test(this.tampon.slice(0, fin));
    this.dansDemesure = false;
    this.debut = 0;
    const element = this.prendre(fin, HORS);
    if (perdu) yield element;
  }

  /** Forgets an envelope, and gives a record that is too large. */
  private *alleger(): Generator<Element> {
    const hors = this.vu - MARGE;
    if (this.debut === -1 && this.fermeture !== null) {
      this.oublier(Math.max(0, this.tampon.length - MARGE));
    } else if (this.debut === -1 && hors > 0) {
      if (this.dansDemesure || !CONTENU.test(this.tampon.slice(0, this.vu))) this.oublier(hors);
    }
    if (this.tampon.length <= this.taille) return;
    yield* this.rouvrir(MARGE);
    if (this.tampon.length <= this.taille) return;
    const element = { defaut: DEMESURE, octets: Buffer.from(this.tampon, 'latin1') };
    this.oublier(this.tampon.length);
    this.fermeture = null;
    if (!this.dansDemesure) yield element;
    this.dansDemesure = true;
  }

  /** A comment that a record opens and nothing closes ends with that record: the next ones are read. */
  private *rouvrir(marge: number): Generator<Element> {
    while (this.fermeture !== null && this.debut !== -1) {
      OUVERTURE.lastIndex = this.vu;
      const suivante = OUVERTURE.exec(this.tampon);
      if (suivante === null) return;
      this.fermeture = null;
      yield this.prendre(suivante.index, OUVERTE);
      yield* this.chercher(marge);
    }
  }

  private oublier(fin: number): void {
    this.tampon = this.tampon.slice(fin);
    this.vu = Math.max(0, this.vu - fin);
    this.debut = -1;
  }
}

const defaut = (code: string, raison: string): Defaut => ({ code, raison });
const INTERROMPUE = defaut('fin-absente', 'le fichier s’arrête au milieu de la notice');
const OUVERTE = defaut('xml-rompu', 'la notice n’est pas fermée : la suivante commence avant');
const HORS = defaut('xml-rompu', 'des champs sont hors de toute notice');
const DEMESURE = defaut('demesure', 'la notice est démesurée : seul son début est gardé ici');
