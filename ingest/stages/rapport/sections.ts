import type { Bloc } from '../../../src/domain/bloc.js';
import { sliceBloc } from '../../../src/domain/bloc.js';
import { fold, foldWithMap } from '../../../src/french/fold.js';
import type { Vocabulaire } from '../../sources/vocabulaire.js';
import { joindre, passagesDe, texteDe } from '../segmentation/blocs.js';
import { lireChamps } from '../segmentation/champs.js';
import { Ecartes } from '../segmentation/ecartes.js';
import type { LigneDoc } from '../segmentation/lignes.js';
import type { Para } from '../segmentation/paragraphes.js';
import type { Preparation } from '../segmentation/preparation.js';
import { puceDe } from '../segmentation/puces.js';
import { peutEtreTitre, styleDe } from '../segmentation/titres.js';
import type { ChampLu } from '../structure.js';
import type { CelluleLue } from './lecture.js';
import { cueOf } from './phrases.js';
import type { RangeeLue, TableauLu } from './tableaux.js';
import { readTable } from './tableaux.js';
import type { VocabulaireRapport } from './vocabulaire.js';

/** What stands under a heading, in order. */
export type Element =
  | { readonly genre: 'texte' | 'puce'; readonly bloc: Bloc; readonly numero: number | null }
  | { readonly genre: 'cellule'; readonly cellule: CelluleLue }
  | { readonly genre: 'champ'; readonly champ: ChampLu }
  | { readonly genre: 'rangee'; readonly rangee: RangeeLue };

/** A heading and what stands under it. `generique`: it orders the document and names nothing. */
export interface SectionLue {
  readonly titre: Bloc | null;
  readonly numero: number | null;
  /** « Action 4 : … »: it says that it names an action. */
  readonly explicite: boolean;
  readonly estAxe: boolean;
  readonly generique: boolean;
  readonly relief: number;
  readonly elements: Element[];
}

const TITRE_MAX = 160;

/** The sections of a report, in order. */
export function readSections(
  { paras, mesures, lexique }: Preparation,
  vocabulaire: Vocabulaire,
  v: VocabulaireRapport,
): SectionLue[] {
  const tableaux = tablesOf(paras, v, lexique);
  const sections: SectionLue[] = [empty()];
  for (const entier of paras) {
    const para = { ...entier, lignes: entier.lignes.filter((l) => !inTable(tableaux, l)) };
    const rangees = entier.lignes.flatMap((l) => tableaux.get(l)?.rangees ?? []);
    if (para.lignes.length === 0 || para.nature === 'separateur') {
      for (const rangee of rangees) sections.at(-1)?.elements.push({ genre: 'rangee', rangee });
      continue;
    }
    const titre = headingOf(para, { mesures, lexique, v });
    if (titre === null)
      sections.at(-1)?.elements.push(...elementsOf(para, { vocabulaire, v, lexique }));
    else sections.push({ ...titre, relief: styleDe(para, mesures).relief });
    for (const rangee of rangees) sections.at(-1)?.elements.push({ genre: 'rangee', rangee });
  }
  return sections.filter((s) => s.titre !== null || s.elements.length > 0);
}

function empty(): SectionLue {
  return {
    titre: null,
    numero: null,
    explicite: false,
    estAxe: false,
    generique: true,
    relief: 0,
    elements: [],
  };
}

/** Tables by the first of their lines. */
function tablesOf(
  paras: readonly Para[],
  v: VocabulaireRapport,
  lexique: Preparation['lexique'],
): Map<LigneDoc, TableauLu> {
  const lignes = paras.flatMap((p) => p.lignes);
  const tableaux = new Map<LigneDoc, TableauLu>();
  for (let i = 0; i < lignes.length; i += 1) {
    const ligne = lignes[i];
    const tableau = readTable(lignes, i, v, lexique);
    if (ligne === undefined || tableau === null) continue;
    tableaux.set(ligne, tableau);
    while (i + 1 < lignes.length && tableau.lignes.has(lignes[i + 1] as LigneDoc)) i += 1;
  }
  return tableaux;
}

function inTable(tableaux: ReadonlyMap<LigneDoc, TableauLu>, ligne: LigneDoc): boolean {
  return [...tableaux.values()].some((t) => t.lignes.has(ligne));
}

function headingOf(
  para: Para,
  { mesures, lexique, v }: Pick<Preparation, 'mesures' | 'lexique'> & { v: VocabulaireRapport },
): Omit<SectionLue, 'relief'> | null {
  const texte = texteDe(para.lignes);
  const generique = para.nature === 'section';
  if (!generique && (texte.length > TITRE_MAX || !peutEtreTitre(para, mesures))) return null;
  const deStatut = v.titresDeStatut.some(([, motif]) => motif.test(fold(texte)));
  if (!generique && !deStatut && cueOf(texte, v) !== null) return null;
  if (/[:;]\s*$/.test(texte) && !deStatut) return null;
  const bloc = joindre(passagesDe(para.lignes), lexique);
  const retrait = Math.min(para.numero?.retrait ?? 0, bloc.texte.length);
  const estAxe = para.numero?.genre === 'axe';
  return {
    titre: sliceBloc(bloc, retrait, underlineOf(bloc.texte)),
    numero: estAxe ? null : (para.numero?.numero ?? null),
    explicite: para.numero?.explicite === true,
    estAxe,
    generique:
      generique ||
      deStatut ||
      v.titreGenerique.test(fold(texte.slice(retrait, underlineOf(texte))).trim()),
    elements: [],
  };
}

/** Where the line of dashes under a heading of a text file starts. */
function underlineOf(texte: string): number {
  return texte.replace(/\s*(?:={3,}|-{3,}|~{3,}|_{3,})\s*$/, '').length;
}

interface Lecture {
  readonly vocabulaire: Vocabulaire;
  readonly v: VocabulaireRapport;
  readonly lexique: Preparation['lexique'];
}

function elementsOf(para: Para, lecture: Lecture): Element[] {
  const { vocabulaire, v, lexique } = lecture;
  if (para.lignes.some((l) => labelOf(l.texte, v) !== null)) return sheetLines(para, lecture);
  if (para.nature === 'champ') {
    return lireChamps(para, vocabulaire, lexique, new Ecartes(lexique)).map(
      ({ champ }): Element => {
        const plie = fold(champ.etiquette.texte).trim();
        const colonne = v.colonnes.find(
          // a field of people is read as those of a programme are
          ([nom, motif]) => nom !== 'intervenants' && motif.test(plie),
        )?.[0];
        return colonne === undefined
          ? { genre: 'champ', champ }
          : { genre: 'cellule', cellule: { colonne, valeur: champ.valeur } };
      },
    );
  }
  const premiere = para.lignes[0];
  const puce = premiere === undefined ? 0 : puceDe(premiere.texte);
  const retrait = para.nature === 'numero' ? (para.numero?.retrait ?? 0) : puce;
  const bloc = joindre(passagesDe(para.lignes), lexique);
  const genre = para.nature === 'puce' || para.nature === 'numero' ? 'puce' : 'texte';
  const numero = para.nature === 'numero' ? (para.numero?.numero ?? null) : null;
  return [
    {
      genre,
      bloc: sliceBloc(bloc, Math.min(retrait, bloc.texte.length), bloc.texte.length),
      numero,
    },
  ];
}

/** « Participants : 45 »: the label of a line, and where its value starts. */
function labelOf(
  texte: string,
  v: VocabulaireRapport,
): { colonne: CelluleLue['colonne']; valeur: number } | null {
  const puce = puceDe(texte);
  const { texte: plie, carte } = foldWithMap(texte.slice(puce, puce + 160));
  for (const [colonne, motif] of v.etiquettes) {
    const m = motif.exec(plie);
    if (m !== null && colonne !== 'titre' && colonne !== 'intervenants')
      return { colonne, valeur: puce + (carte[m[0].length] ?? 0) };
  }
  return null;
}

/** The lines of a sheet: each label opens a field, the lines without label go on with it. */
function sheetLines(para: Para, { vocabulaire, v, lexique }: Lecture): Element[] {
  const elements: Element[] = [];
  let lignes: LigneDoc[] = [];
  let colonne: CelluleLue['colonne'] | null = null;
  let valeur = 0;
  const close = () => {
    const [premiere] = lignes;
    if (premiere === undefined) return;
    const passages = passagesDe(lignes).map((p, i) =>
      i === 0 ? { ...p, debut: p.debut + valeur } : p,
    );
    if (colonne !== null)
      elements.push({ genre: 'cellule', cellule: { colonne, valeur: joindre(passages, lexique) } });
    else
      elements.push(
        ...lireChamps(
          { ...para, rangee: null, lignes },
          vocabulaire,
          lexique,
          new Ecartes(lexique),
        ).map(({ champ }): Element => ({ genre: 'champ', champ })),
      );
  };
  for (const ligne of para.lignes) {
    const label = labelOf(ligne.texte, v);
    const autre = label === null && /^[\p{Lu}][^:]{2,40}\s?:\s/u.test(ligne.texte);
    if (label === null && !autre && lignes.length > 0) {
      lignes.push(ligne);
      continue;
    }
    close();
    lignes = [ligne];
    colonne = label?.colonne ?? null;
    valeur = label?.valeur ?? 0;
  }
  close();
  return elements;
}
