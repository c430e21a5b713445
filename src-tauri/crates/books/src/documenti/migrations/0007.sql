-- each time a letter with a document was prepared; never updated, and no undo takes it back
CREATE TABLE documenti_lettere (
    id INTEGER PRIMARY KEY,
    documento_id INTEGER NOT NULL REFERENCES documenti (id),
    -- addresses, apart by commas; empty when the customer has none
    destinatari TEXT NOT NULL,
    con_xml INTEGER NOT NULL CHECK (con_xml IN (0, 1))
) STRICT;

CREATE INDEX documenti_lettere_by_documento ON documenti_lettere (documento_id, id);
