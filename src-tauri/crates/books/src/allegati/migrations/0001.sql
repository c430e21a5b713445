-- rows are only added; the bin flag is the one column that changes
CREATE TABLE allegati (
    id INTEGER PRIMARY KEY,
    nome TEXT NOT NULL CHECK (nome <> ''),
    mime TEXT NOT NULL,
    lunghezza INTEGER NOT NULL CHECK (lunghezza >= 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    -- NULL when the bytes lie in the folder beside the archive
    corpo BLOB,
    cestinato INTEGER NOT NULL DEFAULT 0 CHECK (cestinato IN (0, 1))
) STRICT;

CREATE INDEX allegati_by_sha256 ON allegati (sha256);
