-- a file is closed once nothing is left to do about it: it arrived, or a newer one took its place. Kept with the day of
-- its document, so that the desk looks at open files only, not at ten years of them
ALTER TABLE efatture_file ADD COLUMN data_documento TEXT NOT NULL DEFAULT '';
ALTER TABLE efatture_file ADD COLUMN chiusa INTEGER NOT NULL DEFAULT 0 CHECK (chiusa IN (0, 1));

UPDATE efatture_file SET data_documento = (SELECT d.data_documento FROM documenti d WHERE d.id = documento_id),
    chiusa = NOT EXISTS (SELECT 1 FROM v_efatture_stati s WHERE s.file_id = efatture_file.id
        AND s.stato IN ('da_salvare', 'salvata', 'inviata', 'scartata'));

CREATE INDEX efatture_aperte ON efatture_file (data_documento, documento_id) WHERE chiusa = 0;

CREATE VIEW v_efatture_aperte AS SELECT f.documento_id, f.data_documento, f.nome_file,
    coalesce((SELECT s.stato FROM efatture_stati s WHERE s.file_id = f.id ORDER BY s.id DESC LIMIT 1),
        CASE WHEN EXISTS (SELECT 1 FROM efatture_salvataggi v WHERE v.file_id = f.id) THEN 'salvata' ELSE 'da_salvare' END) AS stato,
    coalesce((SELECT s.giorno FROM efatture_stati s WHERE s.file_id = f.id ORDER BY s.id DESC LIMIT 1), '') AS giorno,
    coalesce((SELECT s.note FROM efatture_stati s WHERE s.file_id = f.id ORDER BY s.id DESC LIMIT 1), '') AS note
    FROM efatture_file f INDEXED BY efatture_aperte WHERE f.chiusa = 0;
