/** The document of a file as it is printed. */
import { useTranslation } from "react-i18next";
import { call } from "../../ipc/client";
import { PdfPreview } from "../../shared/PdfPreview";

export function Anteprima({ id }: { id: string }) {
  const { t } = useTranslation("conversioni");
  return (
    <PdfPreview
      of={["conversioni", "conversioni_pdf", id]}
      pages={() => call("conversioni_pdf_pages", { id })}
      page={(page, width) => call("conversioni_pdf_preview", { id, page, width })}
      missing={t("non_mostrato")}
    />
  );
}
