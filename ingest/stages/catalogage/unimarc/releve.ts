import type { ChampNotice, Notice } from '../../../../src/domain/notice.js';
import type { RemarqueLecture } from '../../../formats/catalogue/catalogue.js';
import type { AutreChamp, NoticeLue, Passage } from '../notice.js';
import type { Champ } from './champs.js';

type Modifiable = {
  -readonly [C in keyof Notice]: Notice[C] extends readonly (infer V)[] ? V[] : Notice[C];
};
/** Fields that hold several values. */
type Liste = { [C in ChampNotice]: Notice[C] extends readonly unknown[] ? C : never }[ChampNotice] &
  ChampNotice;
type Simple = Exclude<ChampNotice, Liste>;
type Element<C extends Liste> = Notice[C] extends readonly (infer V)[] ? V : never;

/** The notice while its record is read: each value comes with the passages that prove it. */
export class Releve {
  readonly champs: readonly Champ[];
  private readonly notice: Modifiable = {
    type: 'document',
    titre: '',
    auteurs: [],
    isbn: [],
    issn: [],
    langues: [],
    descripteurs: [],
    motsCles: [],
    sujetsGeographiques: [],
    exemplaires: [],
    urls: [],
  };
  private readonly preuves: Partial<Record<ChampNotice, Passage[]>> = {};
  private readonly remarques: RemarqueLecture[] = [];
  private readonly parEtiquette = new Map<string, Champ[]>();

  constructor(champs: readonly Champ[]) {
    this.champs = champs;
    for (const champ of champs) {
      const memes = this.parEtiquette.get(champ.etiquette);
      if (memes === undefined) this.parEtiquette.set(champ.etiquette, [champ]);
      else memes.push(champ);
    }
  }

  /** Fields of some tags, in the order of the record. */
  de(...etiquettes: readonly string[]): readonly Champ[] {
    let trouves: Champ[] = [];
    let groupes = 0;
    for (const etiquette of etiquettes) {
      const memes = this.parEtiquette.get(etiquette);
      if (memes === undefined) continue;
      groupes += 1;
      trouves = groupes === 1 ? memes : [...trouves, ...memes];
    }
    return groupes > 1 ? trouves.sort((a, b) => a.debut - b.debut) : trouves;
  }

  /** Sets a field of one value; the first that is set stays. */
  poser<C extends Simple>(
    champ: C,
    valeur: NonNullable<Notice[C]>,
    ...preuves: readonly Passage[]
  ): void {
    if (this.a(champ)) return;
    (this.notice as Record<ChampNotice, unknown>)[champ] = valeur;
    this.prouver(champ, ...preuves);
  }

  /** True once a field has a value. */
  a(champ: ChampNotice): boolean {
    return this.preuves[champ] !== undefined;
  }

  lire<C extends Simple>(champ: C): Notice[C] | undefined {
    return this.a(champ) ? (this.notice[champ] as Notice[C]) : undefined;
  }

  /** Other passages that say what a field of one value says. */
  prouver(champ: ChampNotice, ...preuves: readonly Passage[]): void {
    this.preuves[champ] ??= [];
    const connues = this.preuves[champ];
    for (const { debut, fin } of preuves)
      if (!connues.some((p) => p.debut === debut && p.fin === fin)) connues.push({ debut, fin });
  }

  /** Adds a value to a list, with the one passage that proves it; a value that is there already stays alone. */
  ajouter<C extends Liste>(champ: C, valeur: Element<C>, { debut, fin }: Passage): void {
    const liste = this.notice[champ] as Element<C>[];
    if (typeof valeur === 'string' && liste.includes(valeur)) return;
    liste.push(valeur);
    this.preuves[champ] ??= [];
    this.preuves[champ].push({ debut, fin });
  }

  /** True when a list has a value. */
  contient(champ: Exclude<Liste, 'auteurs'>, valeur: string): boolean {
    return this.notice[champ].includes(valeur);
  }

  remarquer(code: string, message: string): void {
    this.remarques.push({ code, message });
  }

  rendre(cle: string | null, texte: string): NoticeLue {
    const { notice, preuves, remarques } = this;
    return { cle, notice, preuves, autres: this.autres(texte), remarques };
  }

  /** What no proof covers: a whole field, or what is left of it. Proofs stand in the order of the fields once sorted. */
  private autres(texte: string): AutreChamp[] {
    const couverts: Passage[] = [];
    for (const passages of Object.values(this.preuves)) couverts.push(...passages);
    couverts.sort((a, b) => a.debut - b.debut);
    const autres: AutreChamp[] = [];
    let i = 0;
    for (const champ of this.champs) {
      const premier = i;
      while ((couverts[i]?.debut ?? champ.fin) < champ.fin) i += 1;
      if (i > premier) {
        for (const passage of restes(champ, couverts.slice(premier, i), texte))
          autres.push(autre(champ, passage));
      } else if (champ.fin > champ.debut) autres.push(autre(champ, champ));
    }
    return autres;
  }
}

function autre({ etiquette }: Champ, { debut, fin }: Passage): AutreChamp {
  return { etiquette, debut, fin };
}

/** The values of a field, or their ends, that no proof covers; each with its code. */
function restes(champ: Champ, couverts: readonly Passage[], texte: string): Passage[] {
  if (couverts.some((p) => p.fin >= champ.fin && p.debut <= (champ.valeurs[0]?.debut ?? 0)))
    return [];
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
