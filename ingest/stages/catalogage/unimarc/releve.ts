import type { ChampNotice, Notice } from '../../../../src/domain/notice.js';
import type { RemarqueLecture } from '../../../formats/catalogue/catalogue.js';
import type { AutreChamp, NoticeLue, Passage } from '../notice.js';
import type { Champ } from './champs.js';

type Liste = Extract<
  ChampNotice,
  | 'auteurs'
  | 'isbn'
  | 'issn'
  | 'langues'
  | 'descripteurs'
  | 'motsCles'
  | 'sujetsGeographiques'
  | 'exemplaires'
  | 'urls'
>;
type Simple = Exclude<ChampNotice, Liste>;
type Element<C extends Liste> = Notice[C][number];

/** The notice while its record is read: each value comes with the passages that prove it. */
export class Releve {
  readonly champs: readonly Champ[];
  private readonly valeurs = new Map<ChampNotice, unknown>();
  private readonly preuves = new Map<ChampNotice, Passage[]>();
  private readonly remarques: RemarqueLecture[] = [];

  constructor(champs: readonly Champ[]) {
    this.champs = champs;
  }

  /** Fields of some tags, in the order of the record. */
  de(...etiquettes: readonly string[]): Champ[] {
    return this.champs.filter((c) => etiquettes.includes(c.etiquette));
  }

  /** Sets a field of one value; the first that is set stays. */
  poser<C extends Simple>(
    champ: C,
    valeur: NonNullable<Notice[C]>,
    ...preuves: readonly Passage[]
  ): void {
    if (this.valeurs.has(champ)) return;
    this.valeurs.set(champ, valeur);
    this.prouver(champ, ...preuves);
  }

  a(champ: ChampNotice): boolean {
    return this.valeurs.has(champ);
  }

  lire<C extends Simple>(champ: C): Notice[C] | undefined {
    return this.valeurs.get(champ) as Notice[C] | undefined;
  }

  /** Other passages that say what a field of one value says. */
  prouver(champ: ChampNotice, ...preuves: readonly Passage[]): void {
    const connues = this.preuves.get(champ) ?? [];
    for (const { debut, fin } of preuves)
      if (!connues.some((p) => p.debut === debut && p.fin === fin)) connues.push({ debut, fin });
    this.preuves.set(champ, connues);
  }

  /** Adds a value to a list, with the one passage that proves it; a value that is there already stays alone. */
  ajouter<C extends Liste>(champ: C, valeur: Element<C>, preuve: Passage): void {
    const liste = (this.valeurs.get(champ) ?? []) as Element<C>[];
    if (typeof valeur === 'string' && liste.includes(valeur)) return;
    liste.push(valeur);
    this.valeurs.set(champ, liste);
    const { debut, fin } = preuve;
    this.preuves.set(champ, [...(this.preuves.get(champ) ?? []), { debut, fin }]);
  }

  /** True when a list has a value. */
  contient(champ: Exclude<Liste, 'auteurs'>, valeur: string): boolean {
    return ((this.valeurs.get(champ) ?? []) as readonly string[]).includes(valeur);
  }

  remarquer(code: string, message: string): void {
    this.remarques.push({ code, message });
  }

  rendre(cle: string | null, texte: string): NoticeLue {
    const liste = <C extends Liste>(champ: C) => (this.valeurs.get(champ) ?? []) as Element<C>[];
    const simples = [...this.valeurs].filter(([champ]) => !LISTES.has(champ));
    const notice: Notice = {
      type: 'document',
      titre: '',
      ...Object.fromEntries(simples),
      auteurs: liste('auteurs'),
      isbn: liste('isbn'),
      issn: liste('issn'),
      langues: liste('langues'),
      descripteurs: liste('descripteurs'),
      motsCles: liste('motsCles'),
      sujetsGeographiques: liste('sujetsGeographiques'),
      exemplaires: liste('exemplaires'),
      urls: liste('urls'),
    };
    const preuves = Object.fromEntries(this.preuves) as NoticeLue['preuves'];
    return { cle, notice, preuves, autres: this.autres(texte), remarques: this.remarques };
  }

  /** What no proof covers: a whole field, or what is left of it. */
  private autres(texte: string): AutreChamp[] {
    const couverts = [...this.preuves.values()].flat().sort((a, b) => a.debut - b.debut);
    return this.champs.flatMap((champ) => {
      const dedans = couverts.filter((p) => p.debut < champ.fin && p.fin > champ.debut);
      if (dedans.length === 0) return champ.fin > champ.debut ? [autre(champ, champ)] : [];
      return restes(champ, dedans, texte).map((passage) => autre(champ, passage));
    });
  }
}

const LISTES: ReadonlySet<ChampNotice> = new Set<Liste>([
  'auteurs',
  'isbn',
  'issn',
  'langues',
  'descripteurs',
  'motsCles',
  'sujetsGeographiques',
  'exemplaires',
  'urls',
]);

function autre({ etiquette }: Champ, { debut, fin }: Passage): AutreChamp {
  return { etiquette, debut, fin };
}

/** The values of a field, or their ends, that no proof covers; each with its code. */
function restes(champ: Champ, couverts: readonly Passage[], texte: string): Passage[] {
  return champ.valeurs.flatMap((valeur) => {
    if (valeur.texte === '') return [];
    const dessus = couverts.filter((p) => p.debut < valeur.fin && p.fin > valeur.debut);
    const fin = Math.max(...dessus.map((p) => p.fin), -1);
    const debut =
      dessus.length === 0 ? valeur.marque : fin + ponctuation(texte.slice(fin, valeur.fin));
    return /[\p{L}\p{N}]/u.test(texte.slice(debut, valeur.fin)) ? [{ debut, fin: valeur.fin }] : [];
  });
}

/** The punctuation at the head of what is left of a value. */
function ponctuation(reste: string): number {
  return /^[\s,;:/.]*/.exec(reste)?.[0].length ?? 0;
}
