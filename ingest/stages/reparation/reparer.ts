import type { Alerte, Ligne, PageLue } from '../../../src/domain/page.js';
import { damageAlerts, motsAutour } from './alertes.js';
import { chargerLexique, type Lexique } from './lexique.js';
import type { Indices } from './regle.js';
import { REGLES } from './regles.js';
import type { Travaux } from './retour.js';
import { appliquer, type Travail, travailDe, versTravail } from './travail.js';

/** Pages made readable for the stages that follow, and the way back to the stored ones. */
export interface Reparation {
  readonly pages: readonly PageLue[];
  /** Of the pages that were repaired only. */
  readonly travaux: Travaux;
  /** What was repaired and what could not be, without its document's id. */
  readonly alertes: readonly Omit<Alerte, 'document'>[];
  /** Words as read after repair, by number of the repaired pages. */
  readonly mots: ReadonlyMap<number, string>;
}

/** Repairs the damaged text of a document's pages. The pages given, which are stored, do not change. */
export function reparer(
  pages: readonly PageLue[],
  lexique: Lexique = chargerLexique(),
): Reparation {
  const indices = { lexique, document: compter(pages) };
  const travaux = new Map<number, Travail>();
  const alertes: Omit<Alerte, 'document'>[] = [];
  const lues = pages.map((page) => {
    const travail = reparerTexte(page.texte, indices, page.etat === 'ocr');
    const repare = travail.pieces.some((p) => p.regle !== null);
    if (repare) travaux.set(page.numero, travail);
    alertes.push(...damageAlerts(page, travail));
    return repare ? pageDeTravail(page, travail) : page;
  });
  const mots = new Map([...travaux].map(([numero, t]) => [numero, motsRepares(t)] as const));
  return { pages: lues, travaux, alertes, mots };
}

/** A text repaired by every rule in turn; those of recognised characters only `surImage`. */
export function reparerTexte(texte: string, indices: Indices, surImage = false): Travail {
  return REGLES.filter((regle) => surImage || regle.surImage !== true).reduce(
    (travail, regle) => appliquer(travail, regle.trouver(travail.texte, indices), regle.nom),
    travailDe(texte),
  );
}

/** Lower case keeps its accents: « élu » tells nothing of « elu ». */
function compter(pages: readonly PageLue[]): Map<string, number> {
  const comptes = new Map<string, number>();
  for (const page of pages) {
    for (const [mot] of page.texte.toLowerCase().matchAll(/\p{L}+/gu)) {
      comptes.set(mot, (comptes.get(mot) ?? 0) + 1);
    }
  }
  return comptes;
}

function pageDeTravail(page: PageLue, travail: Travail): PageLue {
  const vers = (source: number): number => versTravail(travail, source);
  const lignes: Ligne[] = [];
  for (const ligne of page.lignes) {
    const derniere = lignes.at(-1);
    const [debut, fin] = [vers(ligne.debut), finDe(travail, ligne.fin)];
    // lines that a repair made one: what was written vertically
    if (derniere !== undefined && debut < derniere.fin) {
      lignes[lignes.length - 1] = { ...derniere, fin: Math.max(fin, derniere.fin) };
    } else if (debut < fin) lignes.push({ ...ligne, ...posees(ligne, vers, travail), debut, fin });
  }
  return { ...page, texte: travail.texte, lignes };
}

function posees(
  { pieces, exposants }: Ligne,
  vers: (source: number) => number,
  travail: Travail,
): Pick<Ligne, 'pieces' | 'exposants'> {
  return {
    ...(pieces === undefined
      ? {}
      : { pieces: pieces.map((p) => ({ ...p, debut: vers(p.debut) })) }),
    ...(exposants === undefined
      ? {}
      : {
          exposants: exposants.map((e) => ({ debut: vers(e.debut), fin: finDe(travail, e.fin) })),
        }),
  };
}

/** Where a text that ends at an offset of the page ends in the working text. */
function finDe(travail: Travail, source: number): number {
  let fin = 0;
  for (const p of travail.pieces) {
    if (p.source >= source) break;
    fin =
      p.regle === null ? p.debut + Math.min(p.longueur, source - p.source) : p.debut + p.longueur;
  }
  return fin;
}

/** The words that hold a repaired run, each once, as they are read. */
function motsRepares({ texte, pieces }: Travail): string {
  const mots = pieces.flatMap((p) => {
    if (p.regle === null) return [];
    const [debut, fin] = motsAutour(texte, p.debut, p.debut + p.longueur);
    return [texte.slice(debut, fin).replace(/\s+/g, ' ')];
  });
  return [...new Set(mots)].join('\n');
}
