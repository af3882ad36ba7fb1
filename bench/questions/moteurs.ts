import Database from 'libsql';
import MiniSearch from 'minisearch';
import type { DocumentIndexe, RechercheLecture } from '../../src/search/port.js';

/** An engine to compare: the ids of the first twenty results, best first. */
export interface Moteur {
  readonly nom: string;
  chercher(q: string): Promise<readonly string[]>;
}

const LIMITE = 20;

export function maillage(recherche: RechercheLecture): Moteur {
  return {
    nom: 'Maillage',
    async chercher(mots) {
      const { resultats } = await recherche.chercher({
        mots,
        limite: LIMITE,
        decalage: 0,
        filtres: {},
      });
      return resultats.map((r) => r.id);
    },
  };
}

const texte = (d: DocumentIndexe): string => [d.champs, d.texte].join('\n');

/** SQLite FTS5 as it comes: accents removed, every word required, bm25 with the title before. */
export function fts5(documents: readonly DocumentIndexe[]): Moteur {
  const base = new Database(':memory:');
  base.exec(
    "CREATE VIRTUAL TABLE d USING fts5(id UNINDEXED, titre, alias, texte, tokenize = 'unicode61 remove_diacritics 2')",
  );
  const ajouter = base.prepare('INSERT INTO d VALUES (?, ?, ?, ?)');
  for (const d of documents) ajouter.run(d.id, d.titre, d.alias.join('\n'), texte(d));
  const lire = base.prepare(
    `SELECT id FROM d WHERE d MATCH ? ORDER BY bm25(d, 0, 10, 5, 1) LIMIT ${LIMITE}`,
  );
  return {
    nom: 'SQLite FTS5 seul',
    async chercher(q) {
      const mots = q.match(/[\p{L}\p{N}]+/gu) ?? [];
      if (mots.length === 0) return [];
      const lus = lire.all(mots.map((m) => `"${m}"`).join(' ')) as { id: string }[];
      return lus.map(({ id }) => id);
    },
  };
}

/** MiniSearch as its documentation sets it up: prefixes, faults of a fifth of the letters, accents folded. */
export function miniSearch(documents: readonly DocumentIndexe[]): Moteur {
  const index = new MiniSearch<{ id: string; titre: string; alias: string; texte: string }>({
    fields: ['titre', 'alias', 'texte'],
    processTerm: (mot) => mot.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { titre: 2 } },
  });
  index.addAll(
    documents.map((d) => ({
      id: d.id,
      titre: d.titre,
      alias: d.alias.join('\n'),
      texte: texte(d),
    })),
  );
  return {
    nom: 'MiniSearch',
    chercher: async (q) =>
      index
        .search(q)
        .slice(0, LIMITE)
        .map(({ id }) => String(id)),
  };
}
