-- what an earlier version of a document froze: rejected by SDI, corrected and issued again under the same number
CREATE TABLE documenti_versioni (
    id INTEGER PRIMARY KEY,
    documento_id INTEGER NOT NULL REFERENCES documenti (id),
    versione INTEGER NOT NULL CHECK (versione > 0),
    congelato TEXT NOT NULL CHECK (json_valid(congelato)),
    UNIQUE (documento_id, versione)
) STRICT;
