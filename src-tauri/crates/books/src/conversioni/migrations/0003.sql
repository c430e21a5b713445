-- what was opened to be read, a row for each document; the bytes stay where they were unless a copy was asked for
CREATE TABLE conversioni_file (
    id INTEGER PRIMARY KEY,
    -- the file as it was chosen, and the path inside an archive or a mail
    percorso TEXT NOT NULL CHECK (percorso <> ''),
    membro TEXT NOT NULL,
    nome TEXT NOT NULL CHECK (nome <> ''),
    -- of the document without its envelopes; of the path, when nothing could be opened
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    -- which document of the file, from 1; 0 when there is none
    body INTEGER NOT NULL CHECK (body >= 0),
    formato TEXT NOT NULL,
    tipo TEXT NOT NULL,
    mittente TEXT NOT NULL,
    mittente_chiave TEXT NOT NULL,
    destinatario TEXT NOT NULL,
    numero TEXT NOT NULL,
    data_documento TEXT NOT NULL,
    totale_cents INTEGER,
    divisa TEXT NOT NULL,
    firma TEXT NOT NULL,
    errori INTEGER NOT NULL CHECK (errori >= 0),
    avvisi INTEGER NOT NULL CHECK (avvisi >= 0),
    -- why there is nothing to read: rule and values of its sentence; empty when there is
    esito TEXT NOT NULL,
    esito_valori TEXT NOT NULL CHECK (json_valid(esito_valori)),
    aperto_at TEXT NOT NULL,
    allegato_id INTEGER REFERENCES allegati (id),
    UNIQUE (sha256, body)
) STRICT;

CREATE INDEX conversioni_by_aperto ON conversioni_file (aperto_at, id);
CREATE INDEX conversioni_by_mittente ON conversioni_file (mittente_chiave, id);
CREATE INDEX conversioni_by_data ON conversioni_file (data_documento, id);
CREATE INDEX conversioni_by_nome ON conversioni_file (nome, id);
