/** What became of files written into a folder: one outcome for every document. */
import { useTranslation } from "react-i18next";
import { Button } from "../../shared/Button";
import { Dialog } from "../../shared/Dialog";
import { FailureView } from "../../shared/FailureView";
import { type Outcome, Report } from "../../shared/Progress";
import { sentence } from "../../shared/sentence";
import { useLanguage } from "../../shared/settings";
import type { Salvataggio } from "./cartella";
import { rowsOf } from "./elenco";

interface Props {
  report: Salvataggio | null;
  /** Writes the same documents somewhere else. */
  onElsewhere: (report: Salvataggio) => void;
  onClose: () => void;
}

export function Salvati({ report, onElsewhere, onClose }: Props) {
  const { t } = useTranslation("documenti");
  const language = useLanguage();
  const named = (id: string) => {
    const row = rowsOf([id])[0];
    if (!row) return id;
    const numero = row.numero || t("stati.bozza");
    return `${t("tipo_numero", { tipo: t(`tipi.${row.tipo}`), numero })} · ${row.cliente}`;
  };
  const outcomes: Outcome[] = report
    ? [
        ...report.falliti.map((file) => ({
          id: file.nome_file,
          subject: file.nome_file,
          tone: "bad" as const,
          state: t("non_scritto"),
          note: sentence({ code: file.code, args: {}, sdi: null }, language),
        })),
        ...report.senza_xml.map((id) => ({ id, subject: named(id), tone: "warn" as const, state: t("senza_xml") })),
        ...report.salvati.map((name) => ({ id: name, subject: name, tone: "ok" as const, state: t("scritto") })),
      ]
    : [];
  return (
    <Dialog
      title={t("esito_salvataggio")}
      isOpen={report !== null}
      onClose={onClose}
      actions={
        report ? (
          <>
            <Button onPress={() => onElsewhere(report)}>{t("altra_cartella")}</Button>
            <Button look="primary" autoFocus onPress={onClose}>
              {t("chiudi")}
            </Button>
          </>
        ) : null
      }
    >
      <p className="text-ink-2">
        {t("esito_testo", { count: report?.salvati.length ?? 0 })}{" "}
        <span className="break-all select-text">{report?.percorso}</span>
      </p>
      {report?.guasto ? <FailureView failure={report.guasto} /> : null}
      {report && report.rimasti > 0 ? (
        <p className="text-warn">{t("esito_fermato", { count: report.rimasti })}</p>
      ) : null}
      <Report label={t("esito_salvataggio")} outcomes={outcomes} />
    </Dialog>
  );
}
