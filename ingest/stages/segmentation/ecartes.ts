import type { Bloc } from '../../../src/domain/bloc.js';
import { joindre, type Lexique, type Passage } from './blocs.js';
import type { LigneDoc } from './lignes.js';

/** What is no content, with the reason. */
export interface Ecarte {
  readonly bloc: Bloc;
  readonly raison: string;
}

/** Collects set aside passages in one place, so that none is forgotten. */
export class Ecartes {
  readonly liste: Ecarte[] = [];
  readonly #lexique: Lexique;

  constructor(lexique: Lexique) {
    this.#lexique = lexique;
  }

  lignes(lignes: readonly LigneDoc[], raison: string): void {
    this.passages(
      lignes.map((ligne) => ({ ligne, debut: ligne.debut, fin: ligne.fin })),
      raison,
    );
    for (const ligne of lignes) this.appels(ligne);
  }

  passages(passages: readonly Passage[], raison: string): void {
    const bloc = joindre(passages, this.#lexique);
    if (bloc.carte.length > 0) this.liste.push({ bloc, raison });
  }

  /** A passage kept as it stands, whatever its size: nothing in it is looked at. */
  brut(page: number, debut: number, texte: string, raison: string): void {
    if (texte === '') return;
    const carte = [{ debut: 0, longueur: texte.length, page, source: debut }];
    this.liste.push({ bloc: { texte, carte }, raison });
  }

  /** The footnote calls of a line: its own text leaves them out. */
  appels(ligne: LigneDoc): void {
    const entiere = { ...ligne, coupes: [] };
    for (const c of ligne.coupes) {
      this.passages([{ ligne: entiere, debut: c.debut, fin: c.fin }], 'appel de note');
    }
  }
}
