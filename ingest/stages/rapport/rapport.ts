import type { Bloc } from '../../../src/domain/bloc.js';
import { sliceBloc } from '../../../src/domain/bloc.js';
import type { PageLue } from '../../../src/domain/page.js';
import type { Profil } from '../../sources/profil.js';
import { joindre, passagesDe } from '../segmentation/blocs.js';
import { rangDuTitre } from '../segmentation/pageDeTitre.js';
import { preparer } from '../segmentation/preparation.js';
import { entriesOf } from './entrees.js';
import type { RapportLu } from './lecture.js';
import { readSections } from './sections.js';
import type { VocabulaireRapport } from './vocabulaire.js';

const ANNEE = /(?<!\d)(?:19[89]|20[0-4])\d(?!\d)/g;
/** Paragraphs near the top that may give the year of a report whose title does not. */
const EN_TETE = 8;

/** Reads an activity report: its title, its year, and what it tells of each action. Pure. */
export function segmentRapport(
  pages: readonly PageLue[],
  profil: Profil,
  v: VocabulaireRapport,
): RapportLu {
  const vocabulaire = profil.vocabulairePour('rapport');
  const prepare = preparer(pages, vocabulaire);
  const rang = prepare.titreCouverture === null ? rangDuTitre(prepare.paras, vocabulaire) : null;
  const para = rang === null ? undefined : prepare.paras[rang];
  const titre =
    prepare.titreCouverture ??
    (para === undefined ? null : joindre(passagesDe(para.lignes), prepare.lexique));
  const paras = prepare.paras.filter((p) => p !== para);
  const enTete = prepare.paras
    .slice(0, EN_TETE)
    .map((p) => joindre(passagesDe(p.lignes), prepare.lexique));
  const autour = prepare.ecartes.liste
    .filter((e) => e.raison === 'couverture' || e.raison === 'titre courant')
    .map((e) => e.bloc);
  const preuve = yearIn(titre === null ? [] : [titre]) ?? yearIn(autour) ?? yearIn(enTete);
  const formats = vocabulaire.format;
  const sections = readSections({ ...prepare, paras }, vocabulaire, v);
  return {
    titre,
    annee: preuve === null ? null : Number(preuve.texte),
    anneePreuve: preuve,
    entrees: entriesOf(sections, { formats, v }),
  };
}

/** Where the commonest year of some blocks first stands; the later of two as common. */
function yearIn(blocs: readonly Bloc[]): Bloc | null {
  const vues = new Map<string, { fois: number; preuve: Bloc }>();
  for (const bloc of blocs) {
    for (const m of bloc.texte.matchAll(ANNEE)) {
      const vue = vues.get(m[0]);
      const preuve = vue?.preuve ?? sliceBloc(bloc, m.index, m.index + 4);
      vues.set(m[0], { fois: (vue?.fois ?? 0) + 1, preuve });
    }
  }
  const [premiere] = [...vues].sort((a, b) => b[1].fois - a[1].fois || (a[0] < b[0] ? 1 : -1));
  return premiere?.[1].preuve ?? null;
}
