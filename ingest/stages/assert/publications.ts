import { slug } from '../../../src/domain/ids.js';
import { fold } from '../../../src/french/fold.js';
import type { AxeLu, PublicationLue } from '../structure.js';
import type { Contexte } from './contexte.js';
import { clean, printedPages, proofs } from './contexte.js';
import type { ActionNommee } from './programme.js';
import { assertThemes } from './sujets.js';

/** Shared words over all words from which two titles are the same subject. */
const SEUIL = 0.6;
/** And from which they are, whatever their formats say. */
const SEUIL_SANS_FORMAT = 0.85;

/**
 * A programmed publication, tied to the action of the same title when their formats
 * agree (« CQ », « cycle de qualification ») or their titles are nearly equal.
 */
export function assertPublication(
  contexte: Contexte,
  lue: PublicationLue,
  axe: { id: string; lu: AxeLu },
  actions: readonly ActionNommee[],
): void {
  const { registre } = contexte;
  const titre = clean(lue.titre.texte);
  const id = `publication:${contexte.cleProgramme}-${slug(titre).slice(0, 60).replace(/-+$/, '')}`;
  const preuves = proofs(contexte, lue.titre);
  registre.propriete(id, 'titre', titre, preuves, 'publication@1');
  registre.propriete(id, 'annee', contexte.annee, contexte.anneePreuves, 'annee@1');
  registre.propriete(id, 'pages', printedPages(contexte, lue.pages), preuves, 'pages@1');
  registre.propriete(id, 'statut', 'programmee', contexte.anneePreuves, 'programmee@1');
  if (lue.format !== null) {
    registre.propriete(
      id,
      'format',
      clean(lue.format.texte),
      proofs(contexte, lue.format),
      'format@1',
    );
  }
  registre.relation(
    'COMPREND',
    axe.id,
    id,
    [...proofs(contexte, axe.lu.titre), ...proofs(contexte, lue.ligne)],
    'programme@1',
  );
  assertThemes(contexte, id, [lue.titre]);
  assertIssueDe(contexte, id, lue, actions);
}

function assertIssueDe(
  contexte: Contexte,
  id: string,
  lue: PublicationLue,
  actions: readonly ActionNommee[],
): void {
  const [meilleure] = actions
    .map((action) => {
      const score = similarity(lue.titre.texte, action.lue.intitule.texte);
      const accord = sameFormat(lue.format?.texte, action.lue.format?.texte);
      return { action, score, seuil: accord ? SEUIL : SEUIL_SANS_FORMAT, accord };
    })
    .filter((c) => c.score >= c.seuil)
    .sort((a, b) => Number(b.accord) - Number(a.accord) || b.score - a.score);
  if (meilleure === undefined) return;
  const preuves = [...proofs(contexte, lue.ligne), ...proofs(contexte, meilleure.action.lue.titre)];
  contexte.registre.relation('ISSUE_DE', id, meilleure.action.id, preuves, 'publication-action@1', {
    statut: 'deduit',
  });
}

/** Equal words, or one is the initials of the other; a publication that prints no format agrees with none. */
export function sameFormat(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const [x, y] = [words(a), words(b)];
  const initials = (list: readonly string[]) => list.map((w) => w[0]).join('');
  return x.join(' ') === y.join(' ') || x.join('') === initials(y) || y.join('') === initials(x);
}

/** Shared words over all words of two titles (Jaccard), between 0 and 1. */
export function similarity(a: string, b: string): number {
  const [x, y] = [new Set(words(a)), new Set(words(b))];
  const shared = [...x].filter((w) => y.has(w)).length;
  return shared / Math.max(1, x.size + y.size - shared);
}

function words(text: string): string[] {
  return fold(text)
    .split(/[^a-z0-9]+/)
    .filter(
      (w) =>
        w.length > 1 &&
        !['de', 'du', 'des', 'la', 'le', 'les', 'et', 'un', 'une', 'pour'].includes(w),
    );
}
