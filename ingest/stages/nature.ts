import type { TypeDocument } from '../../src/domain/page.js';
import { fold } from '../../src/french/fold.js';
import type { ActionLue, NomChamp, ProgrammeLu } from './structure.js';

/** What the first pages of a document say it is, and whether a title says it or a sentence in passing. */
export interface Annonce {
  readonly type: TypeDocument;
  readonly sure: boolean;
}

const PLANIFIENT: ReadonlySet<NomChamp> = new Set([
  'periode',
  'seances',
  'publics',
  'territoire',
  'animation',
  'intervenants',
  'partenaires',
  'lieu',
]);
/** Actions with several fields that outweigh a title that says something else. */
const MALGRE_LE_TITRE = 3;
const REDIGEES_MIN = 3;

/** « en mars », « à l'automne », « au second semestre ». */
const MOMENT =
  /(?<![a-z])(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|printemps|automne|rentree|(?:tri|se)mestres?)(?![a-z])/;
/** « se tiendra », « aborderont », « est prévue ». */
const AVENIR =
  /(?<![a-z])(?:[a-z]{2,}r(?:a|ont)|(?:est|sont) (?:prevu|programme|propose)e?s?)(?![a-z])/;

/**
 * The kind of a document by what it holds, and then by what it says: one that plans actions with
 * their fields is a programme, whatever a sentence of its first page says. A title that says
 * something else needs many of them; an activity report that says so stays one. In doubt between a
 * programme and something else, it is a programme: nothing costs more than a programme not read.
 */
export function natureDe(annonce: Annonce, programme: ProgrammeLu | null): TypeDocument {
  if (programme === null || annonce.type === 'programme') return annonce.type;
  const { pourvues, riches, redigees, total } = compter(programme);
  if (annonce.sure) return riches >= MALGRE_LE_TITRE ? 'programme' : annonce.type;
  if (riches >= 1 || pourvues >= 2) return 'programme';
  if (annonce.type === 'rapport') return annonce.type;
  return redigees >= REDIGEES_MIN && redigees * 2 >= total ? 'programme' : annonce.type;
}

function compter({ axes }: ProgrammeLu) {
  const actions = axes.flatMap((axe) => axe.actions);
  const champs = actions.map((a) => new Set(a.champs.flatMap((c) => c.champs.filter(planifie))));
  return {
    total: actions.length,
    pourvues: champs.filter((c) => c.size > 0).length,
    riches: champs.filter((c) => c.size > 1).length,
    redigees: actions.filter(annonceUnMoment).length,
  };
}

function planifie(champ: NomChamp): boolean {
  return PLANIFIENT.has(champ);
}

/** Prose that tells in the future of something that has a date. */
function annonceUnMoment({ corps }: ActionLue): boolean {
  const texte = fold(corps.map((b) => b.texte).join(' '));
  return MOMENT.test(texte) && AVENIR.test(texte);
}
