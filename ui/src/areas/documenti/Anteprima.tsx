/** The PDF of a document as the engine draws it. */
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../ipc/client";
import type { DocumentoDraft, DocumentoRow } from "../../ipc/generated";
import { Dialog } from "../../shared/Dialog";
import { PdfPreview } from "../../shared/PdfPreview";
import { useStill } from "../../shared/useDraft";

const PAUSE_MS = 400;
/** A draft's own writes change nothing in it; only what it takes from elsewhere does. */
const READS = { draft: ["azienda", "anagrafiche"], kept: ["documenti", "azienda", "anagrafiche"] };

type Subject = { id: string; draft: null } | { id: null; draft: DocumentoDraft };

/** The frozen document, or the draft a moment after one stops typing. */
export function Anteprima({ id, draft, untitled = false }: Subject & { untitled?: boolean }) {
  return <Stampa id={id} draft={useStill(draft, PAUSE_MS)} untitled={untitled} />;
}

type Asked = { id: string | null; draft: DocumentoDraft | null };

/** While one types it is not drawn again. */
const Stampa = memo(function Stampa({ untitled, ...asked }: Asked & { untitled: boolean }) {
  const { t } = useTranslation("documenti");
  return (
    <PdfPreview
      of={["stampa", "documenti_pdf", asked.id, asked.draft]}
      reads={asked.id ? READS.kept : READS.draft}
      pages={() => call("documenti_pdf_pages", asked)}
      page={(page, width) => call("documenti_pdf_preview", { ...asked, page, width })}
      missing={t("anteprima_assente")}
      untitled={untitled}
    />
  );
});

/** The preview over a list. */
export function AnteprimaRapida({ row, onClose }: { row: DocumentoRow | undefined; onClose: () => void }) {
  const { t } = useTranslation("documenti");
  return (
    <Dialog
      title={row ? t("tipo_numero", { tipo: t(`tipi.${row.tipo}`), numero: row.numero || row.cliente }) : ""}
      isOpen={row !== undefined}
      onClose={onClose}
      keys={{ back: onClose, preview: onClose }}
      size="medium"
    >
      {row === undefined ? null : <Anteprima id={row.id} draft={null} untitled />}
    </Dialog>
  );
}
