-- money that came in for an instalment, or went back for a credit note. The instalment is named by document and number,
-- which outlive a version corrected and issued again
CREATE TABLE scadenze_incassi (
    id INTEGER PRIMARY KEY,
    documento_id INTEGER NOT NULL REFERENCES documenti (id),
    rata INTEGER NOT NULL CHECK (rata > 0),
    giorno TEXT NOT NULL,
    importo_cents INTEGER NOT NULL CHECK (importo_cents <> 0),
    note TEXT NOT NULL,
    -- the other half of a compensation: no money moved, a credit note took from an invoice
    compensa_id INTEGER REFERENCES scadenze_incassi (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX scadenze_incassi_of ON scadenze_incassi (documento_id, rata, importo_cents);
CREATE INDEX scadenze_incassi_by_giorno ON scadenze_incassi (giorno, id, compensa_id, importo_cents);
CREATE INDEX scadenze_incassi_by_compensa ON scadenze_incassi (compensa_id) WHERE compensa_id IS NOT NULL;

-- money that moved
CREATE VIEW v_scadenze_movimenti AS SELECT id, documento_id, rata, giorno, importo_cents, note FROM scadenze_incassi
    WHERE compensa_id IS NULL;
-- what is left of each instalment
CREATE VIEW v_scadenze_residui AS SELECT r.scadenza, r.documento_id, r.rata, r.importo_cents - coalesce((SELECT sum(i.importo_cents)
        FROM scadenze_incassi i WHERE i.documento_id = r.documento_id AND i.rata = r.rata), 0) AS residuo_cents
    FROM v_documenti_rate r;
