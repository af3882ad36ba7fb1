import type { Bloc } from '../../../src/domain/bloc.js';
import type { Section } from '../../sources/schema.js';
import type { EntreeLue, NoteLue } from '../structure.js';
import { BLOC_VIDE, complement, joindre, passagesDe } from './blocs.js';
import {
  actionNumerotee,
  attacher,
  type BrouillonAction,
  type BrouillonAxe,
  type Contexte,
  nouvelAxe,
  nouvelleAction,
  rattacherNotes,
} from './brouillon.js';
import { lireChamps, lireDatee } from './champs.js';
import { estForme, estPlurielle, formeDe } from './formes.js';
import type { RangeeGrille } from './grilles.js';
import { datesAuDessus } from './hypotheses.js';
import type { Para } from './paragraphes.js';
import type { Plan } from './plan.js';
import { lirePublication } from './publications.js';
import { puceDe } from './puces.js';
import { etiquetteSeule, memePartie, titreDessous } from './voisins.js';

/** Gathers the paragraphs of a document under the headings that a plan gives them. */
export class Assemblage {
  readonly axes: BrouillonAxe[] = [];
  readonly introduction: Bloc[] = [];
  /** The lists of titles that open the parts. */
  readonly contenus: EntreeLue[] = [];
  /** Notes called before the first part. */
  readonly notesLibres: NoteLue[] = [];
  readonly #c: Contexte;
  #action: BrouillonAction | null = null;
  #section: Section | null = null;
  /** The form that a heading tells, of the next action only or of all those of its part. */
  #forme: { readonly bloc: Bloc; readonly pour: 'une' | 'toutes' } | null = null;
  /** Fields of a dated line that stands above its action's title. */
  #enAttente: Para[] = [];

  constructor(contexte: Contexte) {
    this.#c = contexte;
  }

  suivre(paras: readonly Para[], plan: Plan): void {
    const rangs = plan.flatMap((role, i) => (role === 'action' ? [i] : []));
    const dessus = datesAuDessus(paras, rangs);
    paras.forEach((para, i) => {
      const role = plan[i] ?? 'suite';
      if (role === 'contenus') this.#contenus(para);
      else if (role === 'section') this.#c.ecartes.lignes(para.lignes, 'intertitre');
      else if (role === 'forme') this.#annoncerForme(para);
      else if (role === 'fin') this.#finir(para);
      else if (role === 'axe') this.#ouvrirAxe(para);
      else if (role === 'action') this.#ouvrirAction(para);
      else if (dessus && para.nature === 'date' && titreDessous(plan, paras, i))
        this.#enAttente.push(para);
      else this.#ranger(para);
    });
    rattacherNotes(this.axes, this.#c.notes, this.notesLibres);
  }

  #contenus(para: Para): void {
    const { ecartes, lexique } = this.#c;
    ecartes.lignes(para.lignes, 'sommaire de l’axe');
    const passages = passagesDe(para.lignes).map((p, i) =>
      i === 0 ? { ...p, debut: Math.min(p.fin, p.debut + (para.numero?.retrait ?? 0)) } : p,
    );
    this.contenus.push({ titre: joindre(passages, lexique), page: null });
  }

  /** « ATELIER » above a title, « Les ateliers » above several. */
  #annoncerForme(para: Para): void {
    this.#c.ecartes.lignes(para.lignes, 'intertitre');
    const titre = joindre(passagesDe(para.lignes), this.#c.lexique);
    const pour = estPlurielle(titre.texte) ? 'toutes' : 'une';
    this.#forme = { bloc: formeDe(titre, this.#c.vocabulaire), pour };
    this.#action = null;
  }

  /** What is told after the last part belongs to none. */
  #finir(para: Para): void {
    this.#action = null;
    this.#section = 'annexes';
    this.#c.ecartes.lignes(para.lignes, 'intertitre');
  }

  #axe(): BrouillonAxe {
    const axe = this.axes.at(-1) ?? nouvelAxe(BLOC_VIDE);
    if (this.axes.length === 0) this.axes.push(axe);
    return axe;
  }

  #ouvrirAxe(para: Para): void {
    const titre = this.#titre(para);
    const courant = this.axes.at(-1);
    // « Axe 1 », « Axe 1 (suite) » again at the head of a page: the part goes on
    if (courant !== undefined && titre.texte !== '' && memePartie(courant.titre, titre)) {
      this.#c.ecartes.liste.push({ bloc: titre, raison: 'titre d’axe répété' });
      attacher(courant, para.lignes, this.#c.notes);
      this.#action = null;
      return;
    }
    this.#action = null;
    this.#section = null;
    // « Cycles de qualification » as a part tells the form of its actions
    this.#forme = estForme(titre.texte, this.#c.vocabulaire)
      ? { bloc: formeDe(titre, this.#c.vocabulaire), pour: 'toutes' }
      : null;
    const axe = nouvelAxe(titre);
    this.axes.push(axe);
    attacher(axe, para.lignes, this.#c.notes);
  }

  #ouvrirAction(para: Para): void {
    const numero = para.grille?.numero ?? para.numero?.numero ?? null;
    const action = nouvelleAction(numero, this.#titre(para), this.#forme?.bloc ?? null);
    if (this.#forme?.pour === 'une') this.#forme = null;
    this.#section = null;
    this.#action = action;
    this.#axe().actions.push(action);
    attacher(action, para.lignes, this.#c.notes);
    for (const attente of this.#enAttente) this.#ranger(attente);
    this.#enAttente = [];
    if (para.grille !== null) this.#grille(para.grille);
  }

  /** A heading without its number, which is set aside. */
  #titre(para: Para): Bloc {
    const { ecartes, lexique } = this.#c;
    const passages = para.grille?.titre ?? para.titre;
    if (passages !== null) {
      if (para.grille?.genre !== 'action')
        ecartes.passages(complement(para.lignes, passages), 'numéro');
      for (const l of para.lignes) ecartes.appels(l);
      return joindre(passages, lexique);
    }
    const premiere = para.lignes[0];
    if (premiere === undefined) return BLOC_VIDE;
    const debut = premiere.debut + Math.min(para.numero?.retrait ?? 0, premiere.texte.length);
    ecartes.passages([{ ligne: premiere, debut: premiere.debut, fin: debut }], 'numéro');
    for (const l of para.lignes) ecartes.appels(l);
    return joindre(
      passagesDe(para.lignes).map((p, i) => (i === 0 ? { ...p, debut } : p)),
      lexique,
    );
  }

  #ranger(para: Para): void {
    const { ecartes } = this.#c;
    if (para.grille !== null) {
      if (para.grille.genre === 'entete') ecartes.lignes(para.lignes, 'noms de colonnes');
      else this.#grille(para.grille);
      return;
    }
    const inconnue = para.rangee !== null && para.rangee.etiquette === null;
    const champ = (para.nature === 'champ' && !inconnue) || para.nature === 'date';
    if (para.nature === 'separateur') ecartes.lignes(para.lignes, 'séparateur');
    else if (para.nature === 'section') this.#intertitre(para);
    else if (this.#section === 'annexes') ecartes.lignes(para.lignes, 'annexes');
    else if (para.nature === 'puce' && this.#section === 'publications') this.#publication(para);
    else if (champ && this.#action !== null) this.#champs(para, this.#action);
    else {
      if (inconnue && this.#action !== null)
        this.#action.champs.push(
          ...lireChamps(para, this.#c.vocabulaire, this.#c.lexique, ecartes).map((c) => c.champ),
        );
      this.#texte(para);
    }
  }

  /** The cells of a row: fields of the action it opens, or of the one above. */
  #grille({ genre, numero, lignes, titre, champs, autres }: RangeeGrille): void {
    const { ecartes, lexique, notes } = this.#c;
    const action = (genre === 'seance' ? actionNumerotee(this.axes, numero) : null) ?? this.#action;
    const lus = champs.map(({ champ, valeur }) => ({ ...champ, valeur: joindre(valeur, lexique) }));
    if (action === null) {
      for (const l of lignes)
        (this.axes.at(-1)?.introduction ?? this.introduction).push(
          joindre(passagesDe([l]), lexique),
        );
      return;
    }
    action.champs.push(...lus);
    if (autres.length > 0) action.corps.push(joindre(autres, lexique));
    attacher(action, lignes, notes);
    const pris = [...titre, ...autres, ...champs.flatMap((c) => c.valeur)];
    ecartes.passages(complement(lignes, pris), 'ponctuation');
  }

  #intertitre(para: Para): void {
    this.#section = para.section;
    if (para.section !== 'introduction' || this.axes.length === 0) this.#action = null;
    this.#c.ecartes.lignes(para.lignes, 'intertitre');
  }

  #publication(para: Para): void {
    const lue = lirePublication(para, this.#c.lexique, this.#c.ecartes);
    const axe = this.#axe();
    if (lue === null) return;
    axe.publications.push(lue);
    attacher(axe, para.lignes, this.#c.notes);
  }

  #champs(para: Para, action: BrouillonAction): void {
    const { vocabulaire, lexique, ecartes } = this.#c;
    const premiere = para.lignes[0];
    const champs =
      para.nature === 'date' && premiere !== undefined
        ? lireDatee(premiere, lexique, ecartes)
        : lireChamps(para, vocabulaire, lexique, ecartes);
    action.champs.push(...champs.map((c) => c.champ));
    // a prose field (« Objectifs : … ») is also a paragraph of the action's text
    if (champs.some((c) => c.redige)) {
      const [champ] = champs;
      const separee = para.rangee !== null || etiquetteSeule(para);
      if (!separee) action.corps.push(joindre(passagesDe(para.lignes), lexique));
      else if (champ !== undefined && champ.champ.valeur.texte !== '')
        action.corps.push(champ.champ.valeur);
    }
    attacher(action, para.lignes, this.#c.notes);
  }

  #texte(para: Para): void {
    const { ecartes, lexique, notes } = this.#c;
    const premiere = para.lignes[0];
    const puce = premiere !== undefined && para.nature === 'puce' ? puceDe(premiere.texte) : 0;
    if (premiere !== undefined && puce > 0) {
      ecartes.passages(
        [{ ligne: premiere, debut: premiere.debut, fin: premiere.debut + puce }],
        'puce',
      );
    }
    for (const l of para.lignes) ecartes.appels(l);
    const passages = passagesDe(para.lignes).map((p, i) =>
      i === 0 ? { ...p, debut: p.debut + puce } : p,
    );
    const bloc = joindre(passages, lexique);
    const axe = this.axes.at(-1);
    (this.#action?.corps ?? axe?.introduction ?? this.introduction).push(bloc);
    attacher(
      this.#action ?? axe ?? { pages: new Set(), notes: this.notesLibres },
      para.lignes,
      notes,
    );
  }
}
