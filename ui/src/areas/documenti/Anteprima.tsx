/** A page of the PDF as the engine draws it. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../ipc/client";
import type { DocumentoDraft } from "../../ipc/generated";
import { IconButton } from "../../shared/Button";
import { Dialog } from "../../shared/Dialog";
import { useBlobUrl } from "../../shared/useBytes";
import { useStill } from "../../shared/useDraft";

/** Pixels asked of the engine: twice the width shown, for sharp text. */
const WIDTH = 1240;
const PAUSE_MS = 400;

type Subject = { id: string; draft: null } | { id: null; draft: DocumentoDraft };

/** The frozen document, or the draft a moment after one stops typing. */
export function Anteprima(subject: Subject) {
  const { t } = useTranslation("documenti");
  const shown = useStill(subject.draft, PAUSE_MS);
  const [page, setPage] = useState(1);
  const { data, isError } = useQuery({
    queryKey: ["documenti", "documenti_pdf_preview", subject.id, shown, page],
    queryFn: () => call("documenti_pdf_preview", { draft: shown, id: subject.id, page: page - 1, width: WIDTH }),
    placeholderData: keepPreviousData,
    gcTime: 0,
    meta: { reads: ["azienda", "anagrafiche"] },
  });
  const url = useBlobUrl(data, "image/png");
  return (
    <figure className="flex flex-col gap-2">
      <figcaption className="flex items-center justify-between gap-2">
        <span className="text-sm font-medium text-ink-2">{t("anteprima")}</span>
        <span className="flex items-center">
          <IconButton label={t("pagina_prima")} isDisabled={page === 1} onPress={() => setPage(page - 1)}>
            <ChevronLeft size={16} aria-hidden="true" />
          </IconButton>
          <span className="text-sm text-ink-3 tabular-nums">{t("pagina", { n: page })}</span>
          <IconButton label={t("pagina_dopo")} isDisabled={isError} onPress={() => setPage(page + 1)}>
            <ChevronRight size={16} aria-hidden="true" />
          </IconButton>
        </span>
      </figcaption>
      {url && !isError ? (
        <img
          src={url}
          alt={t("anteprima_alt", { n: page })}
          className="w-full rounded-sm border border-line bg-[#fff]"
        />
      ) : (
        <div className="flex aspect-[210/297] w-full items-center justify-center rounded-sm border border-line bg-surface p-8 text-center text-ink-3">
          {isError ? t(page > 1 ? "pagina_assente" : "anteprima_assente") : ""}
        </div>
      )}
    </figure>
  );
}

/** The preview over a list. */
export function AnteprimaRapida({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const { t } = useTranslation("documenti");
  return (
    <Dialog
      title={t("anteprima")}
      isOpen={id !== undefined}
      onClose={onClose}
      keys={{ back: onClose, preview: onClose }}
      size="medium"
    >
      {id === undefined ? null : <Anteprima id={id} draft={null} />}
    </Dialog>
  );
}
