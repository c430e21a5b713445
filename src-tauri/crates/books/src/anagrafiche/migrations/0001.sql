CREATE TABLE anagrafiche_soggetti (
    id INTEGER PRIMARY KEY,
    cliente INTEGER NOT NULL CHECK (cliente IN (0, 1)),
    fornitore INTEGER NOT NULL CHECK (fornitore IN (0, 1)),
    contatto INTEGER NOT NULL CHECK (contatto IN (0, 1)),
    natura TEXT NOT NULL CHECK (natura IN ('societa', 'persona_con_iva', 'privato', 'pa', 'estero')),
    codice TEXT NOT NULL,
    nome TEXT NOT NULL CHECK (nome <> ''),
    -- lower case, without accents and legal forms: sorts, and finds the same subject written differently
    nome_chiave TEXT NOT NULL,
    partita_iva TEXT NOT NULL,
    codice_fiscale TEXT NOT NULL,
    comune TEXT NOT NULL,
    provincia TEXT NOT NULL,
    nazione TEXT NOT NULL,
    email TEXT NOT NULL,
    telefono TEXT NOT NULL,
    cestinato INTEGER NOT NULL DEFAULT 0 CHECK (cestinato IN (0, 1)),
    draft TEXT NOT NULL CHECK (json_valid(draft))
) STRICT;

CREATE INDEX anagrafiche_by_nome ON anagrafiche_soggetti (cestinato, nome_chiave, id);
CREATE INDEX anagrafiche_by_comune ON anagrafiche_soggetti (cestinato, comune, id);
CREATE INDEX anagrafiche_by_codice ON anagrafiche_soggetti (cestinato, codice, id);
CREATE INDEX anagrafiche_by_partita_iva ON anagrafiche_soggetti (cestinato, partita_iva, id);
CREATE INDEX anagrafiche_same_partita_iva ON anagrafiche_soggetti (partita_iva) WHERE partita_iva <> '';
CREATE INDEX anagrafiche_same_codice_fiscale ON anagrafiche_soggetti (codice_fiscale) WHERE codice_fiscale <> '';
CREATE INDEX anagrafiche_same_nome ON anagrafiche_soggetti (nome_chiave);
