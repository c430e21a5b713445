CREATE TABLE efatture_file (
    id INTEGER PRIMARY KEY,
    documento_id INTEGER NOT NULL,
    progressivo INTEGER NOT NULL UNIQUE CHECK (progressivo > 0),
    nome_file TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    lunghezza INTEGER NOT NULL CHECK (lunghezza > 0),
    xml BLOB NOT NULL
) STRICT;

CREATE INDEX efatture_by_documento ON efatture_file (documento_id, id);

-- each time a file was written to a folder; never updated
CREATE TABLE efatture_salvataggi (
    id INTEGER PRIMARY KEY,
    documento_id INTEGER NOT NULL,
    file_id INTEGER NOT NULL REFERENCES efatture_file (id),
    salvato_at TEXT NOT NULL
) STRICT;

CREATE INDEX efatture_salvataggi_by_documento ON efatture_salvataggi (documento_id, id);
CREATE INDEX efatture_salvataggi_by_file ON efatture_salvataggi (file_id, id);

CREATE VIEW v_efatture_salvate AS SELECT DISTINCT documento_id FROM efatture_salvataggi;
