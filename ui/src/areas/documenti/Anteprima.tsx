/** A page of the PDF as the engine draws it. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../ipc/client";
import type { DocumentoDraft, DocumentoRow } from "../../ipc/generated";
import { IconButton } from "../../shared/Button";
import { Dialog } from "../../shared/Dialog";
import { useBlobUrl } from "../../shared/useBytes";
import { useStill } from "../../shared/useDraft";

/** Pixels asked of the engine: twice the width shown, for sharp text. */
const WIDTH = 1240;
const PAUSE_MS = 400;
const READS = ["azienda", "anagrafiche"];

type Subject = { id: string; draft: null } | { id: null; draft: DocumentoDraft };

/** The frozen document, or the draft a moment after one stops typing. */
export function Anteprima({ id, draft }: Subject) {
  return <Pagina id={id} draft={useStill(draft, PAUSE_MS)} />;
}

interface Shown {
  id: string | null;
  draft: DocumentoDraft | null;
}

const Pagina = memo(function Pagina(asked: Shown) {
  const { t } = useTranslation("documenti");
  const { id, draft } = asked;
  const [wanted, setPage] = useState(1);
  const { data: pages = 1 } = useQuery({
    queryKey: ["documenti", "documenti_pdf_pages", id, draft],
    queryFn: () => call("documenti_pdf_pages", asked),
    placeholderData: keepPreviousData,
    gcTime: 0,
    meta: { reads: READS },
  });
  const page = Math.min(wanted, pages);
  const { data, isError, isFetching } = useQuery({
    queryKey: ["documenti", "documenti_pdf_preview", id, draft, page],
    queryFn: () => call("documenti_pdf_preview", { ...asked, page: page - 1, width: WIDTH }),
    placeholderData: keepPreviousData,
    gcTime: 0,
    meta: { reads: READS },
  });
  const url = useBlobUrl(data, "image/png");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a stop here what it is scrolled in could not be scrolled by keyboard
    <figure tabIndex={0} aria-busy={isFetching} className="flex flex-col gap-2 rounded-sm">
      <figcaption className="flex min-h-8 items-center justify-between gap-2">
        <span className="text-sm font-medium text-ink-2">{t("anteprima")}</span>
        {pages > 1 ? (
          <span className="flex items-center">
            <IconButton label={t("pagina_prima")} isDisabled={page === 1} onPress={() => setPage(page - 1)}>
              <ChevronLeft size={16} aria-hidden="true" />
            </IconButton>
            <span className="text-sm text-ink-3 tabular-nums">{t("pagina", { n: page, di: pages })}</span>
            <IconButton label={t("pagina_dopo")} isDisabled={page === pages} onPress={() => setPage(page + 1)}>
              <ChevronRight size={16} aria-hidden="true" />
            </IconButton>
          </span>
        ) : null}
      </figcaption>
      {url && !isError ? (
        <img
          src={url}
          alt={t("anteprima_alt", { n: page })}
          className="w-full rounded-sm border border-line bg-[#fff]"
        />
      ) : (
        <div className="flex aspect-[210/297] w-full items-center justify-center rounded-sm border border-line bg-surface p-8 text-center text-ink-3">
          {isError ? t("anteprima_assente") : ""}
        </div>
      )}
    </figure>
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
      {row === undefined ? null : <Anteprima id={row.id} draft={null} />}
    </Dialog>
  );
}
