import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingest } from '../../ingest/main.js';
import { searchDocuments } from '../../ingest/stages/searchDocuments.js';
import { readConfig } from '../../src/config.js';
import { packageRoot } from '../../src/domain/racine.js';
import { openGazetteer, openReaders, openWriters } from '../../src/engines.js';
import { openFactsWriter } from '../../src/facts/writer.js';
import { createQuestions } from '../../src/questions/questions.js';
import type { Reponse } from '../../src/questions/types.js';
import type { QuestionJugee, RechercheJugee } from './jugements.js';
import type { Moteur } from './moteurs.js';
import { fts5, maillage, miniSearch } from './moteurs.js';
import type { Notes } from './notes.js';
import { noter } from './notes.js';

/** The clock of the questions: « l'an prochain » counts from it. */
const MAINTENANT = new Date('2013-03-01T10:00:00Z');
const PREMIERS = 3;

export interface RechercheMesuree {
  readonly recherche: RechercheJugee;
  readonly moteur: string;
  /** Absent where nothing is relevant. */
  readonly notes?: Notes;
  readonly ids: readonly string[];
  /** Milliseconds. */
  readonly duree: number;
}

export interface QuestionMesuree {
  readonly question: QuestionJugee;
  readonly reussie: boolean;
  /** What was answered instead, in a few words. */
  readonly dit: string;
  readonly duree: number;
}

/** Reads the programme of the seeds into a new base, then asks everything. */
export async function mesurer(
  recherches: readonly RechercheJugee[],
  questions: readonly QuestionJugee[],
): Promise<{ recherches: RechercheMesuree[]; questions: QuestionMesuree[] }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'maillage-questions-'));
  try {
    const config = readConfig({ MAILLAGE_DATA: dataDir });
    const gazetteer = openGazetteer();
    const programme = join(packageRoot(), 'seeds', 'documents', 'programme-2012.pdf');
    await ingest({ dataDir, gazetteer, ouvrirMoteurs: () => openWriters(config) }, [programme]);
    const ecrits = openFactsWriter(dataDir);
    const documents = [...searchDocuments(ecrits, gazetteer.referentiels).documents];
    ecrits.close();
    const readers = await openReaders(config);
    try {
      const moteurs = [maillage(readers.recherche), fts5(documents), miniSearch(documents)];
      const poser = createQuestions({ ...readers, gazetteer });
      const mesurees: RechercheMesuree[] = [];
      for (const moteur of moteurs)
        for (const r of recherches) mesurees.push(await chercher(moteur, r));
      const reponses: QuestionMesuree[] = [];
      for (const q of questions)
        reponses.push(await interroger(q, (texte) => poser.demander(texte, MAINTENANT)));
      return { recherches: mesurees, questions: reponses };
    } finally {
      await readers.fermer();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function chercher(moteur: Moteur, recherche: RechercheJugee): Promise<RechercheMesuree> {
  const debut = performance.now();
  const ids = await moteur.chercher(recherche.q);
  const duree = performance.now() - debut;
  const { juges } = recherche;
  const notes = juges.size === 0 ? {} : { notes: noter(ids, juges) };
  return { recherche, moteur: moteur.nom, ids, duree, ...notes };
}

async function interroger(
  question: QuestionJugee,
  demander: (q: string) => Promise<Reponse>,
): Promise<QuestionMesuree> {
  const debut = performance.now();
  const reponse = await demander(question.q);
  const duree = performance.now() - debut;
  const premiers = reponse.resultats.slice(0, PREMIERS).map((r) => r.id);
  const { intention } = reponse.equation;
  const dit = `${intention}, ${reponse.total} : ${reponse.phrase.slice(0, 120)} [${premiers.join(' ')}]`;
  return { question, reussie: reussit(question, reponse), dit, duree };
}

function reussit(question: QuestionJugee, reponse: Reponse): boolean {
  const { intention, attendus, total, sansReponse } = question;
  if (sansReponse !== undefined)
    return reponse.sansReponse?.motif === sansReponse && reponse.resultats.length === 0;
  const premiers = reponse.resultats.slice(0, PREMIERS).map((r) => r.id);
  return (
    reponse.sansReponse === undefined &&
    (intention === undefined || reponse.equation.intention === intention) &&
    (total === undefined || reponse.total === total) &&
    (attendus === undefined || premiers.some((id) => attendus.includes(id)))
  );
}
