-- what became of a file after it was made: each state is a further row, none is changed
CREATE TABLE efatture_stati (
    id INTEGER PRIMARY KEY,
    file_id INTEGER NOT NULL REFERENCES efatture_file (id),
    stato TEXT NOT NULL CHECK (stato IN ('inviata', 'consegnata', 'mancata_consegna', 'scartata', 'accettata', 'rifiutata',
        'decorrenza_termini')),
    -- the day it happened, which may lie before the day it was written down
    giorno TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE INDEX efatture_stati_by_file ON efatture_stati (file_id, id);

-- where the newest file of each document stands
CREATE VIEW v_efatture_stati AS SELECT f.documento_id, f.id AS file_id, f.nome_file,
    coalesce((SELECT s.stato FROM efatture_stati s WHERE s.file_id = f.id ORDER BY s.id DESC LIMIT 1),
        CASE WHEN EXISTS (SELECT 1 FROM efatture_salvataggi v WHERE v.file_id = f.id) THEN 'salvata' ELSE 'da_salvare' END) AS stato,
    coalesce((SELECT s.giorno FROM efatture_stati s WHERE s.file_id = f.id ORDER BY s.id DESC LIMIT 1), '') AS giorno,
    coalesce((SELECT s.note FROM efatture_stati s WHERE s.file_id = f.id ORDER BY s.id DESC LIMIT 1), '') AS note
    FROM efatture_file f
    WHERE f.id = (SELECT max(n.id) FROM efatture_file n WHERE n.documento_id = f.documento_id);
