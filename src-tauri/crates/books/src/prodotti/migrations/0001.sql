CREATE TABLE prodotti (
    id INTEGER PRIMARY KEY,
    codice TEXT NOT NULL,
    descrizione TEXT NOT NULL CHECK (descrizione <> ''),
    descrizione_chiave TEXT NOT NULL,
    servizio INTEGER NOT NULL CHECK (servizio IN (0, 1)),
    unita_misura TEXT NOT NULL,
    prezzo_e8 INTEGER NOT NULL,
    prezzo_ivato INTEGER NOT NULL CHECK (prezzo_ivato IN (0, 1)),
    aliquota_iva_bp INTEGER NOT NULL CHECK (aliquota_iva_bp BETWEEN 0 AND 10000),
    natura TEXT NOT NULL,
    categoria TEXT NOT NULL,
    cestinato INTEGER NOT NULL DEFAULT 0 CHECK (cestinato IN (0, 1)),
    draft TEXT NOT NULL CHECK (json_valid(draft))
) STRICT;

CREATE UNIQUE INDEX prodotti_codice ON prodotti (codice) WHERE codice <> '';
CREATE INDEX prodotti_by_descrizione ON prodotti (cestinato, descrizione_chiave, id);
CREATE INDEX prodotti_by_codice ON prodotti (cestinato, codice, id);
CREATE INDEX prodotti_by_prezzo ON prodotti (cestinato, prezzo_e8, id);
CREATE INDEX prodotti_by_categoria ON prodotti (cestinato, categoria, id);
