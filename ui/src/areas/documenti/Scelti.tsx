/** What can be done with the chosen documents. */
import { FileCode2, FileDown } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queries } from "../../ipc/client";
import type { DocumentoRow, SalvataggioReport } from "../../ipc/generated";
import { Button } from "../../shared/Button";
import { Dialog } from "../../shared/Dialog";
import { Menu } from "../../shared/Menu";
import { type Outcome, Report } from "../../shared/Progress";
import { go } from "../../shared/route";
import { sentence } from "../../shared/sentence";
import { useLanguage } from "../../shared/settings";
import { sayFailure } from "../../shared/toast";
import { saveInto } from "./cartella";
import { elenco } from "./elenco";
import { conversions } from "./tipi";

export function Scelti({ chosen }: { chosen: ReadonlySet<string> }) {
  const { t } = useTranslation("documenti");
  const [report, setReport] = useState<SalvataggioReport | null>(null);
  const [busy, setBusy] = useState(false);
  const ids = [...chosen];
  const save = async (kind: "xml" | "pdf") => {
    setBusy(true);
    try {
      setReport(await saveInto(kind, ids));
    } catch (reason) {
      sayFailure(reason);
    }
    setBusy(false);
  };
  return (
    <>
      <Button isDisabled={busy} onPress={() => void save("xml")}>
        <FileCode2 size={16} aria-hidden="true" />
        {t("xml_in_cartella")}
      </Button>
      <Button isDisabled={busy} onPress={() => void save("pdf")}>
        <FileDown size={16} aria-hidden="true" />
        {t("pdf_in_cartella")}
      </Button>
      <Converti ids={ids} />
      {ids.length === 1 ? (
        <Button onPress={() => go(`/documenti/nuovo?duplica=${ids[0]}`)}>{t("duplica")}</Button>
      ) : null}
      <ReportSalvataggio report={report} onClose={() => setReport(null)} />
    </>
  );
}

/** Offered when every chosen document can become the same kind. */
function Converti({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation("documenti");
  const rows = chosenRows(ids);
  const first = rows[0];
  if (!first || rows.length < ids.length || rows.some((row) => row.tipo !== first.tipo || row.stato === "bozza"))
    return null;
  const targets = conversions(first.tipo);
  if (targets.length === 0) return null;
  return (
    <Menu
      trigger={<Button>{t("converti")}</Button>}
      actions={targets.map((tipo) => ({
        id: tipo,
        label: t(`tipi.${tipo}`),
        run: () => go(`/documenti/nuovo?converti=${ids.join(",")}&tipo=${tipo}`),
      }))}
    />
  );
}

/** The rows behind the ids, from the lists already fetched. */
function chosenRows(ids: readonly string[]): DocumentoRow[] {
  const lists = queries.getQueriesData<{ pages?: { rows: DocumentoRow[] }[] }>({
    queryKey: ["documenti", elenco.id, "rows"],
  });
  const rows = lists.flatMap(([, list]) => list?.pages?.flatMap((page) => page.rows) ?? []);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export function ReportSalvataggio({ report, onClose }: { report: SalvataggioReport | null; onClose: () => void }) {
  const { t } = useTranslation("documenti");
  const language = useLanguage();
  const outcomes: Outcome[] = report
    ? [
        ...report.falliti.map((file) => ({
          id: file.nome_file,
          subject: file.nome_file,
          tone: "bad" as const,
          state: t("non_scritto"),
          note: sentence({ code: file.code, args: {}, sdi: null }, language),
        })),
        ...report.senza_xml.map((name) => ({ id: name, subject: name, tone: "warn" as const, state: t("senza_xml") })),
        ...report.salvati.map((name) => ({ id: name, subject: name, tone: "ok" as const, state: t("scritto") })),
      ]
    : [];
  return (
    <Dialog
      title={t("esito_salvataggio")}
      isOpen={report !== null}
      onClose={onClose}
      actions={
        <Button look="primary" autoFocus onPress={onClose}>
          {t("chiudi")}
        </Button>
      }
    >
      <p className="mb-2 text-ink-2">{t("esito_testo", { count: report?.salvati.length ?? 0 })}</p>
      <Report label={t("esito_salvataggio")} outcomes={outcomes} />
    </Dialog>
  );
}
