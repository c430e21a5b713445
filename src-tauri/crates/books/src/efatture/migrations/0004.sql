-- what SDI said of a file that was sent: each message is kept as it came, once
CREATE TABLE efatture_messaggi (
    id INTEGER PRIMARY KEY,
    file_id INTEGER NOT NULL REFERENCES efatture_file (id),
    tipo TEXT NOT NULL CHECK (tipo IN ('RC', 'NS', 'MC', 'NE', 'DT', 'AT', 'EC', 'SE', 'MT')),
    nome TEXT NOT NULL,
    identificativo_sdi TEXT NOT NULL,
    giorno TEXT NOT NULL,
    testo TEXT NOT NULL,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    allegato_id INTEGER NOT NULL REFERENCES allegati (id)
) STRICT;

CREATE INDEX efatture_messaggi_by_file ON efatture_messaggi (file_id, id);
