import type { Verdict } from '../resolve/identite/types.js';
import { different, meme, proposer } from '../resolve/identite/types.js';
import { compareAuthors } from './auteurs.js';
import { obstacles } from './obstacles.js';
import type { Signalement } from './signalement.js';
import type { Parente } from './titres.js';
import { compareTitles, titleWords } from './titres.js';

/** What two records are to each other, by which rule, and what makes it a doubt. */
export interface VerdictOuvrages extends Verdict {
  /** In French, for a person. */
  readonly motifs: readonly string[];
}

/** A title of fewer words is that of many works: « Rapport d’activité », « Guide ». */
const MOTS_PROPRES = 3;

/**
 * Whether two records describe one work, in one edition and one volume. They are one only when an ISBN, a
 * DOI, or the title with the first author and the year says so and nothing says the contrary; what is
 * likely and not certain is proposed.
 */
export function compareWorks(a: Signalement, b: Signalement): VerdictOuvrages {
  const isbn = a.isbn.some((n) => b.isbn.includes(n));
  const doi = a.doi !== '' && a.doi === b.doi;
  const titres = compareTitles(a, b);
  const contre = obstacles(a, b, isbn || doi);
  const motifs = [...(DIRE[titres] === '' ? [] : [DIRE[titres]]), ...contre.map((o) => o.motif)];
  if (titres === 'autre' || contre.some((o) => o.force === 'non'))
    return { ...different('titre-ou-edition'), motifs };
  const numero = doi ? 'doi' : isbn ? 'isbn' : null;
  if (numero !== null) {
    const accord = titres === 'egal' || titres === 'inclus';
    const sur = accord && contre.length === 0;
    return { ...(sur ? meme(`${numero}-titre`) : proposer(`${numero}-a-confirmer`)), motifs };
  }
  if (titres === 'autre-suite') return { ...different('autre-suite'), motifs };
  const sur = titres === 'egal' && contre.length === 0 && isTelling(a, b);
  return { ...(sur ? meme('titre-auteur-annee') : proposer('titre-auteur-annee')), motifs };
}

const DIRE: Readonly<Record<Parente, string>> = {
  egal: '',
  inclus: 'le titre de l’une est plus court',
  'autre-suite': 'la suite du titre diffère',
  proche: 'les titres diffèrent un peu',
  autre: 'les titres diffèrent',
};

/** The title is no other's, and both records name the author and the year. */
function isTelling(a: Signalement, b: Signalement): boolean {
  return (
    a.annee !== null &&
    b.annee !== null &&
    compareAuthors(a, b) === 'meme' &&
    Math.min(titleWords(a).length, titleWords(b).length) >= MOTS_PROPRES
  );
}
