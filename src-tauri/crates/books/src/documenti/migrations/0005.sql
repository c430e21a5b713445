-- the number of an instalment in its document; 0 where nothing is due of it: quotes, proformas
ALTER TABLE documenti_rate ADD COLUMN rata INTEGER NOT NULL DEFAULT 0 CHECK (rata >= 0);

UPDATE documenti_rate SET rata = (SELECT count(*) FROM documenti_rate p
        WHERE p.documento_id = documenti_rate.documento_id AND p.id <= documenti_rate.id)
    WHERE documento_id IN (SELECT id FROM documenti WHERE classe IN ('fatture', 'ricevute'));

-- what a credit note gives back is due on its day; that one row may share its id
INSERT INTO documenti_rate (id, documento_id, scadenza, importo_cents, modalita, rata)
    SELECT id, id, data_documento, netto_cents, '', 1 FROM documenti
    WHERE tipo = 'NOTA_CREDITO' AND stato <> 'bozza' AND netto_cents < 0;

-- the schedule is walked and added up from these alone
CREATE INDEX documenti_rate_by_scadenza ON documenti_rate (scadenza, id, documento_id, rata, importo_cents) WHERE rata > 0;
CREATE INDEX documenti_rate_by_importo ON documenti_rate (importo_cents, id, documento_id, rata, scadenza) WHERE rata > 0;

-- for the areas below: what is due, what was invoiced, what came from what
CREATE VIEW v_documenti_rate AS SELECT id, documento_id, rata, scadenza, importo_cents, modalita FROM documenti_rate WHERE rata > 0;
CREATE VIEW v_documenti_movimenti AS SELECT id, tipo, numero, data_documento, cliente_id, cliente, imponibile_cents,
        imposta_cents, totale_cents, netto_cents FROM documenti
    WHERE stato <> 'bozza' AND tipo IN ('FATTURA', 'FATTURA_ACCONTO', 'PARCELLA_ACCONTO', 'NOTA_CREDITO', 'NOTA_DEBITO',
        'PARCELLA', 'FATTURA_DIFFERITA', 'FATTURA_DIFFERITA_B', 'RICEVUTA');
CREATE VIEW v_documenti_legami AS SELECT da_id, a_id FROM documenti_legami;
