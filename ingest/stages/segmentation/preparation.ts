import type { Bloc } from '../../../src/domain/bloc.js';
import type { PageLue } from '../../../src/domain/page.js';
import { titresCourants } from '../../formats/courants.js';
import type { Vocabulaire } from '../../sources/vocabulaire.js';
import type { NoteLue } from '../structure.js';
import { joindre, type Lexique, lexiqueDe, passagesDe } from './blocs.js';
import { borner } from './bornes.js';
import { Ecartes } from './ecartes.js';
import { separerTitresEnLigne } from './enLigne.js';
import { avecInconnues } from './inconnues.js';
import { aplatir, type LigneDoc, type Mesures, mesurer } from './lignes.js';
import { type NoteTrouvee, separerNotes } from './notes.js';
import { separerNotesDeFin } from './notesDeFin.js';
import { estSignature, separerCouverture, titreDeCouverture } from './pageDeTitre.js';
import { grouper, type Para } from './paragraphes.js';
import { type Sommaire, trouverSommaire } from './sommaire.js';
import { lireTables } from './tables.js';

/** A document freed of what surrounds its text: paragraphs, footnotes, and what was set aside. */
export interface Preparation {
  readonly paras: readonly Para[];
  readonly notes: readonly NoteLue[];
  readonly mesures: Mesures;
  readonly lexique: Lexique;
  readonly sommaire: Sommaire;
  readonly ecartes: Ecartes;
  readonly titreCouverture: Bloc | null;
  /** That of the source, and the labels that the layout proves. */
  readonly vocabulaire: Vocabulaire;
}

export function preparer(toutes: readonly PageLue[], v: Vocabulaire): Preparation {
  const { pages, hors } = borner(toutes);
  const { lignes: entieres, courantes } = sansTitresCourants(pages);
  const { lignes, points } = separerTitresEnLigne(entieres, v);
  const lexique = lexiqueDe(lignes);
  const ecartes = new Ecartes(lexique);
  for (const h of hors) ecartes.brut(h.page, h.debut, h.texte, h.raison);
  for (const l of courantes) ecartes.lignes([l], 'titre courant');
  ecartes.passages(points, 'ponctuation');
  const reconnu = pages.some((p) => p.etat === 'ocr');
  const mesures = mesurer(lignes, reconnu);
  const { couverture, reste } = separerCouverture(lignes, v);
  const titreCouverture = titreDeCouverture(couverture, v, lexique, ecartes);
  const sommaire = trouverSommaire(reste, v);
  ecartes.lignes([...sommaire.lignes], 'sommaire');
  const corps = reste.filter((l) => !sommaire.lignes.has(l));
  const pieds = separerNotes(corps, mesures);
  const trouvees = separerNotesDeFin(pieds.reste, v);
  ecartes.lignes(trouvees.titres, 'intertitre');
  const notes = [...pieds.notes, ...trouvees.notes].map((n) => lireNote(n, lexique, ecartes));
  const vocabulaire = avecInconnues(trouvees.reste, v, mesures);
  const tables = lireTables(trouvees.reste, vocabulaire, lexique);
  const paras = sansSignature(grouper(trouvees.reste, vocabulaire, mesures, tables), ecartes);
  return { paras, notes, mesures, lexique, sommaire, ecartes, titreCouverture, vocabulaire };
}

function sansTitresCourants(pages: readonly PageLue[]): {
  lignes: LigneDoc[];
  courantes: LigneDoc[];
} {
  const textes = pages.map((p) => p.lignes.map((l) => p.texte.slice(l.debut, l.fin)));
  const trouves = titresCourants(
    textes,
    pages.map((p) => p.lignes.map((l) => l.taille ?? null)),
  );
  const courantes: LigneDoc[] = [];
  const gardees = pages.map((page, i) => {
    const exclues = trouves.lignes[i] ?? new Set<number>();
    const toutes = aplatir([page]);
    courantes.push(...toutes.filter((_, j) => exclues.has(j)));
    return toutes
      .filter((_, j) => !exclues.has(j))
      .map((l, j) => ({ ...l, premiere: j === 0 || l.premiere }));
  });
  return { lignes: gardees.flat(), courantes };
}

function lireNote(
  { appel, page, lignes, retrait }: NoteTrouvee,
  lexique: Lexique,
  ecartes: Ecartes,
): NoteLue {
  const [premiere] = lignes;
  if (premiere !== undefined) {
    const { debut } = premiere;
    ecartes.passages([{ ligne: premiere, debut, fin: debut + retrait }], 'numéro de note');
  }
  const passages = passagesDe(lignes).map((p, i) =>
    i === 0 ? { ...p, debut: p.debut + retrait } : p,
  );
  return { appel, page, texte: joindre(passages, lexique) };
}

function sansSignature(paras: Para[], ecartes: Ecartes): Para[] {
  const dernier = paras.at(-1);
  if (dernier === undefined || !estSignature(dernier)) return paras;
  ecartes.lignes(dernier.lignes, 'signature');
  return paras.slice(0, -1);
}
