-- what lists show and sums add; amounts of credit notes are negative
CREATE TABLE documenti (
    id INTEGER PRIMARY KEY,
    tipo TEXT NOT NULL,
    classe TEXT NOT NULL CHECK (classe IN ('fatture', 'preventivi', 'proforma', 'ddt', 'ricevute')),
    stato TEXT NOT NULL CHECK (stato IN ('bozza', 'emesso', 'accettato', 'rifiutato', 'convertito', 'annullato')),
    anno INTEGER NOT NULL,
    sezionale TEXT NOT NULL,
    -- given at issue, never before
    progressivo INTEGER CHECK (progressivo > 0),
    numero TEXT NOT NULL,
    data_documento TEXT NOT NULL,
    cliente_id INTEGER REFERENCES anagrafiche_soggetti (id),
    cliente TEXT NOT NULL,
    imponibile_cents INTEGER NOT NULL,
    imposta_cents INTEGER NOT NULL,
    totale_cents INTEGER NOT NULL,
    netto_cents INTEGER NOT NULL,
    td TEXT NOT NULL,
    no_sdi INTEGER NOT NULL CHECK (no_sdi IN (0, 1)),
    incompleto INTEGER NOT NULL CHECK (incompleto IN (0, 1)),
    categoria TEXT NOT NULL,
    note TEXT NOT NULL,
    chiave TEXT NOT NULL,
    emesso_at TEXT NOT NULL,
    -- year, series and number in one text that sorts
    ordine TEXT NOT NULL,
    CHECK ((stato = 'bozza') = (progressivo IS NULL)),
    CHECK ((stato = 'bozza') = (emesso_at = ''))
) STRICT;

CREATE UNIQUE INDEX documenti_by_numero ON documenti (classe, anno, sezionale, progressivo) WHERE progressivo IS NOT NULL;
CREATE UNIQUE INDEX documenti_by_chiave ON documenti (chiave) WHERE chiave <> '';
CREATE INDEX documenti_by_data ON documenti (data_documento, id);
CREATE INDEX documenti_by_cliente ON documenti (cliente, id);
CREATE INDEX documenti_by_totale ON documenti (totale_cents, id);
CREATE INDEX documenti_by_ordine ON documenti (ordine, id);
CREATE INDEX documenti_of_cliente ON documenti (cliente_id, data_documento, id);
-- sums are read from this index alone
CREATE INDEX documenti_somme ON documenti (data_documento, tipo, stato, sezionale, cliente_id,
    imponibile_cents, imposta_cents, totale_cents, netto_cents);

-- the long texts, kept out of the rows that lists read; the id is that of the document
CREATE TABLE documenti_contenuti (
    id INTEGER PRIMARY KEY REFERENCES documenti (id) DEFERRABLE INITIALLY DEFERRED,
    draft TEXT NOT NULL CHECK (json_valid(draft)),
    congelato TEXT NOT NULL CHECK (congelato = '' OR json_valid(congelato))
) STRICT;

CREATE TABLE documenti_righe (
    id INTEGER PRIMARY KEY,
    documento_id INTEGER NOT NULL REFERENCES documenti (id),
    numero_linea INTEGER NOT NULL,
    prodotto_id INTEGER,
    origine_riga INTEGER,
    descrizione TEXT NOT NULL,
    quantita_e8 INTEGER,
    prezzo_e8 INTEGER NOT NULL,
    totale_cents INTEGER NOT NULL,
    aliquota_bp INTEGER NOT NULL,
    natura TEXT NOT NULL
) STRICT;

CREATE INDEX documenti_righe_of ON documenti_righe (documento_id, numero_linea);

CREATE TABLE documenti_riepilogo (
    id INTEGER PRIMARY KEY,
    documento_id INTEGER NOT NULL REFERENCES documenti (id),
    aliquota_bp INTEGER NOT NULL,
    natura TEXT NOT NULL,
    esigibilita_iva TEXT NOT NULL CHECK (esigibilita_iva IN ('I', 'D', 'S')),
    riferimento_normativo TEXT NOT NULL,
    imponibile_cents INTEGER NOT NULL,
    imposta_cents INTEGER NOT NULL
) STRICT;

CREATE INDEX documenti_riepilogo_of ON documenti_riepilogo (documento_id, id);

CREATE TABLE documenti_casse (
    id INTEGER PRIMARY KEY,
    documento_id INTEGER NOT NULL REFERENCES documenti (id),
    tipo TEXT NOT NULL,
    aliquota_bp INTEGER NOT NULL,
    imponibile_cents INTEGER NOT NULL,
    importo_cents INTEGER NOT NULL
) STRICT;

CREATE INDEX documenti_casse_of ON documenti_casse (documento_id, id);

CREATE TABLE documenti_ritenute (
    id INTEGER PRIMARY KEY,
    documento_id INTEGER NOT NULL REFERENCES documenti (id),
    tipo TEXT NOT NULL,
    causale TEXT NOT NULL,
    aliquota_bp INTEGER NOT NULL,
    base_cents INTEGER NOT NULL,
    importo_cents INTEGER NOT NULL
) STRICT;

CREATE INDEX documenti_ritenute_of ON documenti_ritenute (documento_id, id);

CREATE TABLE documenti_rate (
    id INTEGER PRIMARY KEY,
    documento_id INTEGER NOT NULL REFERENCES documenti (id),
    scadenza TEXT NOT NULL,
    importo_cents INTEGER NOT NULL,
    modalita TEXT NOT NULL
) STRICT;

CREATE INDEX documenti_rate_of ON documenti_rate (documento_id, id);

-- a_id was made from da_id
CREATE TABLE documenti_legami (
    id INTEGER PRIMARY KEY,
    da_id INTEGER NOT NULL REFERENCES documenti (id),
    a_id INTEGER NOT NULL REFERENCES documenti (id),
    UNIQUE (da_id, a_id)
) STRICT;

CREATE INDEX documenti_legami_to ON documenti_legami (a_id, da_id);

-- append only: hash = SHA-256(prev, frozen document)
CREATE TABLE documenti_catena (
    id INTEGER PRIMARY KEY,
    documento_id INTEGER NOT NULL REFERENCES documenti (id),
    versione INTEGER NOT NULL CHECK (versione > 0),
    prev TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    UNIQUE (documento_id, versione)
) STRICT;
