import type { QuestionMesuree, RechercheMesuree } from './mesurer.js';
import { centile, moyenne } from './notes.js';

const arrondi = (n: number): number => Math.round(n * 1000) / 1000;
const ms = (durees: readonly number[], part: number): string =>
  `${centile(durees, part).toFixed(1)} ms`;

/** Below this a search is listed as missed. */
const RATEE = 0.85;

export interface ChiffresRecherche {
  readonly moteur: string;
  readonly recherches: number;
  readonly 'recall@10': number;
  readonly 'nDCG@10': number;
  readonly MRR: number;
  /** Of the searches that nothing answers, those without any result. */
  readonly abstention: number;
  readonly p50: string;
  readonly p95: string;
}

export interface ChiffresQuestions {
  readonly questions: number;
  readonly 'success@3': number;
  readonly abstention: number;
  readonly p50: string;
  readonly p95: string;
}

/** Figures of a part of the judged set, and its misses in words. */
export function chiffrer({
  recherches,
  questions,
}: {
  readonly recherches: readonly RechercheMesuree[];
  readonly questions: readonly QuestionMesuree[];
}): { recherches: ChiffresRecherche[]; questions: ChiffresQuestions; rates: string[] } {
  const moteurs = [...new Set(recherches.map((m) => m.moteur))];
  const deMaillage = recherches.filter((m) => m.moteur === moteurs[0]);
  return {
    recherches: moteurs.map((m) =>
      deMoteur(
        m,
        recherches.filter((r) => r.moteur === m),
      ),
    ),
    questions: desQuestions(questions),
    rates: [...deMaillage.flatMap(rechercheRatee), ...questions.flatMap(questionRatee)],
  };
}

function deMoteur(moteur: string, mesures: readonly RechercheMesuree[]): ChiffresRecherche {
  const notes = mesures.flatMap((m) => m.notes ?? []);
  const sansReponse = mesures.filter((m) => m.notes === undefined);
  const durees = mesures.map((m) => m.duree);
  return {
    moteur,
    recherches: mesures.length,
    'recall@10': arrondi(moyenne(notes.map((n) => n.rappel))),
    'nDCG@10': arrondi(moyenne(notes.map((n) => n.ndcg))),
    MRR: arrondi(moyenne(notes.map((n) => n.rr))),
    abstention: arrondi(moyenne(sansReponse.map((m) => (m.ids.length === 0 ? 1 : 0)))),
    p50: ms(durees, 0.5),
    p95: ms(durees, 0.95),
  };
}

function desQuestions(mesures: readonly QuestionMesuree[]): ChiffresQuestions {
  const part = (liste: readonly QuestionMesuree[]) =>
    arrondi(moyenne(liste.map((m) => (m.reussie ? 1 : 0))));
  const durees = mesures.map((m) => m.duree);
  return {
    questions: mesures.length,
    'success@3': part(mesures.filter((m) => m.question.sansReponse === undefined)),
    abstention: part(mesures.filter((m) => m.question.sansReponse !== undefined)),
    p50: ms(durees, 0.5),
    p95: ms(durees, 0.95),
  };
}

function rechercheRatee({ recherche, notes, ids }: RechercheMesuree): string[] {
  const { q, juges } = recherche;
  if (notes === undefined)
    return ids.length === 0
      ? []
      : [`« ${q} » : rien ne répond, donné ${ids.slice(0, 3).join(' ')}`];
  if (notes.rappel === 1 && notes.ndcg >= RATEE) return [];
  const manquent = [...juges].filter(([id, note]) => note > 1 && !ids.slice(0, 10).includes(id));
  return [
    `« ${q} » : rappel ${notes.rappel.toFixed(2)}, nDCG ${notes.ndcg.toFixed(2)} ; manquent ${manquent.map(([id]) => id).join(' ')} ; donné ${ids.slice(0, 10).join(' ')}`,
  ];
}

function questionRatee({ question, reussie, dit }: QuestionMesuree): string[] {
  return reussie ? [] : [`« ${question.q} » : ${dit}`];
}

/** The figures that are kept, without the times, which depend on the machine. */
export function retenus({
  recherches,
  questions,
}: {
  readonly recherches: readonly ChiffresRecherche[];
  readonly questions: ChiffresQuestions;
}): Record<string, number> {
  const [maillage] = recherches;
  return {
    'recall@10': maillage?.['recall@10'] ?? 0,
    'nDCG@10': maillage?.['nDCG@10'] ?? 0,
    'abstention des recherches': maillage?.abstention ?? 0,
    'success@3': questions['success@3'],
    'abstention des questions': questions.abstention,
  };
}
