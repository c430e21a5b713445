-- The file's own tables: facts about the archive, the change log, the search.
CREATE TABLE db_meta (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;

-- One row per write. kind 0 = write, 1 = undo, 2 = redo; reverts = the write an undo or redo turned back.
CREATE TABLE db_tx (
  id INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  actor TEXT NOT NULL,
  verb TEXT NOT NULL,
  kind INTEGER NOT NULL CHECK (kind IN (0, 1, 2)),
  is_barrier INTEGER NOT NULL CHECK (is_barrier IN (0, 1)),
  log_rows INTEGER NOT NULL CHECK (log_rows >= 0),
  last_id INTEGER NOT NULL,
  reverts INTEGER REFERENCES db_tx (id),
  reverted_by INTEGER REFERENCES db_tx (id)
) STRICT;
CREATE INDEX db_tx_undoable ON db_tx (id) WHERE reverted_by IS NULL AND (log_rows > 0 OR is_barrier = 1);

-- One row per changed row. op I = inserted, U = updated, D = deleted; old_values = JSON of the row before, NULL once pruned.
CREATE TABLE db_log (
  id INTEGER PRIMARY KEY,
  tx INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('I', 'U', 'D')),
  old_values TEXT
) STRICT;
CREATE INDEX db_log_tx ON db_log (tx);
CREATE INDEX db_log_row ON db_log (row_id, tx);

CREATE TABLE cerca (
  id INTEGER PRIMARY KEY,
  area TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE TABLE cerca_importi (
  id INTEGER PRIMARY KEY,
  row_id INTEGER NOT NULL REFERENCES cerca (id) ON DELETE CASCADE,
  importo_cents INTEGER NOT NULL,
  UNIQUE (row_id, importo_cents)
) STRICT;
CREATE INDEX cerca_importi_importo ON cerca_importi (importo_cents, row_id);
CREATE VIRTUAL TABLE cerca_parole USING fts5 (text, content = 'cerca', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
CREATE VIRTUAL TABLE cerca_pezzi USING fts5 (text, content = 'cerca', content_rowid = 'id',
  tokenize = 'trigram remove_diacritics 1');
CREATE TRIGGER cerca_inserted AFTER INSERT ON cerca BEGIN
  INSERT INTO cerca_parole (rowid, text) VALUES (new.id, new.text);
  INSERT INTO cerca_pezzi (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER cerca_deleted AFTER DELETE ON cerca BEGIN
  INSERT INTO cerca_parole (cerca_parole, rowid, text) VALUES ('delete', old.id, old.text);
  INSERT INTO cerca_pezzi (cerca_pezzi, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER cerca_updated AFTER UPDATE ON cerca BEGIN
  INSERT INTO cerca_parole (cerca_parole, rowid, text) VALUES ('delete', old.id, old.text);
  INSERT INTO cerca_pezzi (cerca_pezzi, rowid, text) VALUES ('delete', old.id, old.text);
  INSERT INTO cerca_parole (rowid, text) VALUES (new.id, new.text);
  INSERT INTO cerca_pezzi (rowid, text) VALUES (new.id, new.text);
END;
