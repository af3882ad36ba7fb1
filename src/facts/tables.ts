/** Tables of a new base, at version 1: what came since is in the migrations, which a new base runs too. */
const TABLES = `
CREATE TABLE meta (cle TEXT PRIMARY KEY, valeur TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
  id TEXT PRIMARY KEY, description TEXT NOT NULL, sequence INTEGER NOT NULL, retire INTEGER
) WITHOUT ROWID;
CREATE TABLE pages (
  document TEXT NOT NULL, numero INTEGER NOT NULL, imprimee INTEGER, etat TEXT NOT NULL,
  raison TEXT, texte TEXT NOT NULL, PRIMARY KEY (document, numero)
) WITHOUT ROWID;
CREATE TABLE faits (
  id TEXT NOT NULL, lot TEXT NOT NULL, sequence INTEGER NOT NULL, retire INTEGER,
  sujet TEXT NOT NULL, predicat TEXT NOT NULL, objet TEXT, assertion TEXT NOT NULL,
  PRIMARY KEY (id, lot)
) WITHOUT ROWID;
CREATE INDEX faits_sujet ON faits (sujet) WHERE retire IS NULL;
CREATE INDEX faits_objet ON faits (objet) WHERE retire IS NULL AND objet IS NOT NULL;
CREATE INDEX faits_predicat ON faits (predicat) WHERE retire IS NULL AND objet IS NOT NULL;
CREATE INDEX faits_lot ON faits (lot) WHERE retire IS NULL;
CREATE INDEX faits_sequence ON faits (sequence);
CREATE INDEX faits_retire ON faits (retire) WHERE retire IS NOT NULL;
CREATE TABLE alertes (document TEXT NOT NULL, rang INTEGER NOT NULL, alerte TEXT NOT NULL,
  PRIMARY KEY (document, rang)) WITHOUT ROWID;
CREATE TABLE textes (sujet TEXT NOT NULL, lot TEXT NOT NULL, texte TEXT NOT NULL,
  PRIMARY KEY (sujet, lot)) WITHOUT ROWID;
CREATE TABLE lots (lot TEXT PRIMARY KEY, empreinte TEXT NOT NULL) WITHOUT ROWID;
`;

/**
 * What brings a base from the version of its rank (0: an empty file) to the next one, each run once in
 * one transaction. Append only: a base that stands at a version has run all those before it.
 */
export const MIGRATIONS: readonly string[] = [
  TABLES,
  'ALTER TABLE pages ADD COLUMN confiance REAL;',
  'CREATE TABLE bruts (lot TEXT PRIMARY KEY, brut TEXT NOT NULL) WITHOUT ROWID;',
  `CREATE TABLE lus (lot TEXT PRIMARY KEY, empreinte TEXT NOT NULL, cle TEXT NOT NULL, contenu BLOB NOT NULL);
   CREATE TABLE decisions (id TEXT PRIMARY KEY, rang INTEGER NOT NULL, evenement TEXT NOT NULL) WITHOUT ROWID;
   CREATE TABLE alias (ancien TEXT PRIMARY KEY, entite TEXT NOT NULL) WITHOUT ROWID;`,
  "ALTER TABLE lus ADD COLUMN mentions TEXT NOT NULL DEFAULT '';",
  // what a report leaves is kept with the whole of its lot, in lus
  'DROP TABLE bruts;',
  // where each record stands now: its facts name it, not its rank in the file, and stay when that moves
  `CREATE TABLE notices (
     id TEXT PRIMARY KEY, document TEXT NOT NULL, numero INTEGER NOT NULL, empreinte TEXT NOT NULL
   ) WITHOUT ROWID;
   CREATE INDEX notices_document ON notices (document, numero);
   CREATE TABLE faits_suivis (
     id TEXT NOT NULL, lot TEXT NOT NULL, sequence INTEGER NOT NULL, retire INTEGER,
     sujet TEXT NOT NULL, predicat TEXT NOT NULL, objet TEXT, assertion TEXT NOT NULL
   );
   INSERT INTO faits_suivis SELECT id, lot, sequence, retire, sujet, predicat, objet, assertion FROM faits;
   DROP TABLE faits;
   ALTER TABLE faits_suivis RENAME TO faits;
   CREATE UNIQUE INDEX faits_id ON faits (id, lot);
   CREATE INDEX faits_sujet ON faits (sujet) WHERE retire IS NULL;
   CREATE INDEX faits_objet ON faits (objet) WHERE retire IS NULL AND objet IS NOT NULL;
   CREATE INDEX faits_predicat ON faits (predicat) WHERE retire IS NULL AND objet IS NOT NULL;
   CREATE INDEX faits_lot ON faits (lot) WHERE retire IS NULL;
   CREATE INDEX faits_sequence ON faits (sequence);
   CREATE INDEX faits_retire ON faits (retire) WHERE retire IS NOT NULL;`,
  // when each sequence was written (UTC, to the second); what came before is dated by the day of this step
  `CREATE TABLE dates (sequence INTEGER PRIMARY KEY, date TEXT NOT NULL);
   INSERT INTO dates SELECT CAST(valeur AS INTEGER), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')
     FROM meta WHERE cle = 'sequence';`,
  // a record without keys yet has none until its rules, which have changed with these tables, read it again
  `ALTER TABLE notices ADD COLUMN cles TEXT NOT NULL DEFAULT '[]';
   CREATE TABLE cles_notices (cle TEXT NOT NULL, notice TEXT NOT NULL, PRIMARY KEY (cle, notice)) WITHOUT ROWID;
   CREATE TABLE notices_changees (id TEXT PRIMARY KEY) WITHOUT ROWID;
   CREATE TABLE notices_brutes (
     id TEXT PRIMARY KEY, etat TEXT NOT NULL, objets TEXT NOT NULL, contenu BLOB NOT NULL
   );
   CREATE TABLE paires_notices (
     a TEXT NOT NULL, b TEXT NOT NULL, paire TEXT NOT NULL, PRIMARY KEY (a, b)
   ) WITHOUT ROWID;
   CREATE INDEX paires_notices_b ON paires_notices (b);
   CREATE INDEX alertes_de ON alertes (json_extract(alerte, '$.document'));
   CREATE TRIGGER notices_parties AFTER DELETE ON notices BEGIN
     DELETE FROM cles_notices WHERE notice = OLD.id AND cle IN (SELECT value FROM json_each(OLD.cles));
     DELETE FROM notices_brutes WHERE id = OLD.id;
     INSERT OR IGNORE INTO notices_changees VALUES (OLD.id);
   END;`,
  // two records are compared by what they say of their works, without opening their facts
  `CREATE TABLE signalements (id TEXT PRIMARY KEY, dit TEXT NOT NULL) WITHOUT ROWID;
   CREATE TRIGGER signalements_partis AFTER DELETE ON notices BEGIN
     DELETE FROM signalements WHERE id = OLD.id;
   END;`,
  // the last change of each record, withdrawn ones too: what a harvester asks for
  `CREATE TABLE moisson (id TEXT PRIMARY KEY, sequence INTEGER NOT NULL) WITHOUT ROWID;
   INSERT INTO moisson SELECT sujet, max(max(sequence, coalesce(retire, 0))) FROM faits
     WHERE objet IS NULL AND sujet >= 'notice:' AND sujet < 'notice;' GROUP BY sujet;
   CREATE INDEX moisson_sequence ON moisson (sequence, id);`,
  // thousands of records are about one commune: what else leads to it is found without reading them
  `DROP INDEX faits_objet;
   CREATE INDEX faits_objet ON faits (objet, sujet) WHERE retire IS NULL AND objet IS NOT NULL;`,
];

/** Version of the tables, kept in `user_version`: an older base is brought to it, a newer one is refused. */
export const VERSION_TABLES = MIGRATIONS.length;
