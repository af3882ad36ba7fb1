/** What opens a record of OAI-PMH: a record of MARC that it holds has no header. */
const DEBUT = /<(?:[\w.-]+:)?record(?:\s[^>]*)?>\s*<(?:[\w.-]+:)?header[\s>]/g;
const FIN_LISTE =
  /<\/(?:[\w.-]+:)?(?:ListRecords|GetRecord)\s*>|<(?:[\w.-]+:)?resumptionToken[\s/>]/;
const FIN = /<\/(?:[\w.-]+:)?record\s*>/g;

/** A record as its file has it, a character a byte; `entier` is false when nothing closes it, or when it is too large. */
export interface Morceau {
  readonly latin1: string;
  readonly entier: boolean;
}

/** Cuts a stream (a character a byte) where records open: one that is broken spoils that one only. Holds `taille` characters at most. */
export class DecoupeurOai {
  private tampon = '';
  private ouvert = false;
  private readonly taille: number;

  constructor(taille: number) {
    this.taille = taille;
  }

  *ajouter(morceau: string): Generator<Morceau> {
    this.tampon += morceau;
    for (;;) {
      DEBUT.lastIndex = this.ouvert ? 1 : 0;
      const debut = DEBUT.exec(this.tampon);
      if (debut === null) break;
      if (this.ouvert) yield couper(this.tampon.slice(0, debut.index));
      this.tampon = this.tampon.slice(debut.index);
      this.ouvert = true;
    }
    if (this.tampon.length <= this.taille) return;
    if (this.ouvert) yield { latin1: this.tampon, entier: false };
    this.tampon = '';
    this.ouvert = false;
  }

  *terminer(): Generator<Morceau> {
    if (this.ouvert) yield couper(this.tampon);
  }
}

/** Up to what closes the record, whatever the list says after it. */
function couper(texte: string): Morceau {
  const liste = FIN_LISTE.exec(texte);
  const corps = liste === null ? texte : texte.slice(0, liste.index);
  const fin = [...corps.matchAll(FIN)].at(-1);
  if (fin === undefined) return { latin1: corps, entier: false };
  return { latin1: corps.slice(0, fin.index + fin[0].length), entier: true };
}
