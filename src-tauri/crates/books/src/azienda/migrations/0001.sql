CREATE TABLE azienda (
    id INTEGER PRIMARY KEY,
    only_one INTEGER NOT NULL UNIQUE DEFAULT 1 CHECK (only_one = 1),
    nome TEXT NOT NULL,
    partita_iva TEXT NOT NULL,
    codice_fiscale TEXT NOT NULL,
    draft TEXT NOT NULL CHECK (json_valid(draft))
) STRICT;

CREATE TABLE azienda_sezionali (
    id INTEGER PRIMARY KEY,
    codice TEXT NOT NULL UNIQUE CHECK (length(codice) BETWEEN 1 AND 8),
    descrizione TEXT NOT NULL,
    tipi TEXT NOT NULL CHECK (json_valid(tipi))
) STRICT;

CREATE TABLE azienda_numeri_altrove (
    id INTEGER PRIMARY KEY,
    classe TEXT NOT NULL,
    anno INTEGER NOT NULL CHECK (anno BETWEEN 1970 AND 2999),
    sezionale TEXT NOT NULL,
    ultimo INTEGER NOT NULL CHECK (ultimo BETWEEN 0 AND 9999999),
    motivo TEXT NOT NULL,
    UNIQUE (classe, anno, sezionale)
) STRICT;
