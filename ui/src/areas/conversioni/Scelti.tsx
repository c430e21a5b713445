/** What can be done with the chosen documents, and what was found in one of them in a word. */
import { FileDown, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../ipc/client";
import type { ConversioneRow, SalvataggioReport } from "../../ipc/generated";
import { Badge } from "../../shared/Badge";
import { Button } from "../../shared/Button";
import { Dialog } from "../../shared/Dialog";
import { keep } from "../../shared/keep";
import { type Outcome, Progress, Report } from "../../shared/Progress";
import { sentence } from "../../shared/sentence";
import { useLanguage } from "../../shared/settings";
import { sayFailure } from "../../shared/toast";
import { useJob } from "../../shared/useJob";

export function Scelti({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation("conversioni");
  const [report, setReport] = useState<SalvataggioReport | null>(null);
  const [busy, setBusy] = useState(false);
  const job = useJob(busy);
  const save = async () => {
    setBusy(true);
    try {
      setReport(await savePdf(ids));
    } catch (reason) {
      sayFailure(reason);
    }
    setBusy(false);
  };
  return (
    <>
      <Button isDisabled={busy} onPress={() => void save()}>
        <FileDown size={16} aria-hidden="true" />
        {t("pdf_in_cartella")}
      </Button>
      <Button onPress={() => void remove(ids, t("tolti", { count: ids.length }))}>
        <X size={16} aria-hidden="true" />
        {t("togli")}
      </Button>
      {job ? <Progress label={t("salvo")} done={job.done} total={job.total} onCancel={job.cancel} /> : null}
      <ReportPdf report={report} onClose={() => setReport(null)} />
    </>
  );
}

/** Asks for the folder and writes the PDF files; null when no folder was chosen. */
export async function savePdf(ids: readonly string[]): Promise<SalvataggioReport | null> {
  const folder = await call("dialog_pick", { scelta: "cartella", nome: "" });
  return folder ? call("conversioni_pdf_save", { ids: [...ids], token: folder.token }) : null;
}

/** Takes documents out of the list; undo brings them back. */
export function remove(ids: readonly string[], said: string): Promise<unknown> {
  return keep("conversioni_delete", { ids: [...ids] }, said).catch(sayFailure);
}

export function ReportPdf({ report, onClose }: { report: SalvataggioReport | null; onClose: () => void }) {
  const { t } = useTranslation("conversioni");
  const language = useLanguage();
  const outcomes: Outcome[] = report
    ? [
        ...report.falliti.map((file, at) => ({
          id: `${at}`,
          subject: file.nome_file,
          tone: "bad" as const,
          state: t("non_scritto"),
          note: sentence({ code: file.code, args: { file: file.nome_file }, sdi: null }, language),
        })),
        ...report.salvati.map((name) => ({ id: name, subject: name, tone: "ok" as const, state: t("scritto") })),
      ]
    : [];
  return (
    <Dialog
      title={t("esito")}
      isOpen={report !== null}
      onClose={onClose}
      actions={
        <Button look="primary" autoFocus onPress={onClose}>
          {t("chiudi")}
        </Button>
      }
    >
      <p className="mb-2 text-ink-2">{t("esito_testo", { count: report?.salvati.length ?? 0 })}</p>
      <Report label={t("esito")} outcomes={outcomes} />
    </Dialog>
  );
}

/** Unreadable, refused by SDI, doubtful, or nothing at all. */
export function Rilievi({ row }: { row: ConversioneRow }) {
  const { t } = useTranslation("conversioni");
  if (row.motivo_it !== "") return <Badge tone="bad">{t("illeggibile")}</Badge>;
  if (row.errori > 0) return <Badge tone="bad">{t("errori", { count: row.errori })}</Badge>;
  if (row.avvisi > 0) return <Badge tone="warn">{t("avvisi", { count: row.avvisi })}</Badge>;
  return <Badge tone="ok">{t("nessuno")}</Badge>;
}
