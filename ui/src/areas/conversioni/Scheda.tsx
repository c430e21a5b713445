/** One document of a file: its page, what SDI would say of it, and what can be done with it. */
import { useQuery } from "@tanstack/react-query";
import { Copy, FileDown, Printer, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { call, query } from "../../ipc/client";
import type { ConversioneView, Rilievo, SalvataggioReport } from "../../ipc/generated";
import { Badge } from "../../shared/Badge";
import { Button } from "../../shared/Button";
import { useDrop } from "../../shared/drop";
import { amount, day, instant } from "../../shared/format";
import { OF_PAGE, useHold } from "../../shared/hold";
import { KEYS, useKeys } from "../../shared/keys";
import { FailedPage, RecordPage } from "../../shared/Page";
import { go } from "../../shared/route";
import { sentence } from "../../shared/sentence";
import { useLanguage } from "../../shared/settings";
import { sayFailure, toast } from "../../shared/toast";
import { Anteprima } from "./Anteprima";
import { useOpener } from "./apri";
import { ReportPdf, Rilievi, remove, savePdf } from "./Scelti";

export function Scheda({ id }: { id: string }) {
  const { t } = useTranslation("conversioni");
  const language = useLanguage();
  const { data: view, error, isLoading } = useQuery(query("conversioni_get", { id, in_inglese: language === "en" }));
  useHold(OF_PAGE, isLoading);
  if (error) return <FailedPage title={t("titolo")} failure={error} />;
  return view ? <Documento view={view} /> : null;
}

function Documento({ view }: { view: ConversioneView }) {
  const { t } = useTranslation("conversioni");
  const { row } = view;
  const [report, setReport] = useState<SalvataggioReport | null>(null);
  const { open } = useOpener(false);
  useDrop((tokens) => void open(tokens));
  const back = () => go("/conversioni");
  const print = () => void call("conversioni_print", { id: row.id }).catch(sayFailure);
  const save = () => void savePdf([row.id]).then(setReport, sayFailure);
  const drop = () => void remove([row.id], t("tolti", { count: 1 })).then(back);
  useKeys({ back, ...(view.presente ? { save, print } : {}) });
  return (
    <RecordPage
      title={row.mittente || row.nome}
      state={<Rilievi row={row} />}
      note={row.membro ? `${view.percorso} › ${row.membro}` : view.percorso}
      actionsLabel={t("azioni_documento")}
      actions={
        <>
          {view.presente ? (
            <>
              <Button onPress={print} chord={KEYS.print[0]}>
                <Printer size={16} aria-hidden="true" />
                {t("stampa")}
              </Button>
              <Button look="primary" onPress={save} chord={KEYS.save[0]}>
                <FileDown size={16} aria-hidden="true" />
                {t("salva_pdf")}
              </Button>
            </>
          ) : null}
          <Button onPress={drop}>
            <X size={16} aria-hidden="true" />
            {t("togli")}
          </Button>
        </>
      }
      sideLabel={t("anteprima")}
      side={view.presente ? <Anteprima id={row.id} /> : <Assente view={view} />}
    >
      <Fatti view={view} />
      {view.presente ? <Elenco rilievi={view.rilievi} /> : null}
      <ReportPdf report={report} onClose={() => setReport(null)} />
    </RecordPage>
  );
}

/** Why there is no page to show. */
function Assente({ view }: { view: ConversioneView }) {
  const { t } = useTranslation("conversioni");
  const language = useLanguage();
  const reason = language === "en" ? view.row.motivo_en : view.row.motivo_it;
  return <p className="p-4 text-ink-2">{reason || t("sparito", { percorso: view.percorso })}</p>;
}

function Fatti({ view: { row } }: { view: ConversioneView }) {
  const { t } = useTranslation("conversioni");
  const language = useLanguage();
  const facts: [string, ReactNode][] = [
    [t("campi.tipo"), row.tipo],
    [t("campi.numero"), row.numero],
    [t("campi.data"), day(row.data_documento)],
    [t("campi.totale"), row.totale === null ? "" : `${amount(row.totale, language)} ${row.divisa}`],
    [t("campi.mittente"), row.mittente],
    [t("campi.destinatario"), row.destinatario],
    [t("campi.firma"), row.firma ? sentence({ code: row.firma, args: {}, sdi: null }, language) : t("firma.assente")],
    [t("campi.formato"), row.formato],
    [t("campi.aperto"), instant(row.aperto_at, language)],
    [t("campi.copia"), t(row.copia ? "copia_si" : "copia_no")],
  ];
  return (
    <dl className="mb-6 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-6 gap-y-1">
      {facts
        .filter(([, value]) => value !== "")
        .map(([name, value]) => (
          <div key={name} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-ink-3">{name}</dt>
            <dd className="break-words select-text">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Elenco({ rilievi }: { rilievi: readonly Rilievo[] }) {
  const { t } = useTranslation("conversioni");
  const copy = () => {
    const lines = rilievi.map((one) => `${one.code}\t${one.frase} ${one.rimedio}\t${one.path}\t${one.line || ""}`);
    void navigator.clipboard.writeText(lines.join("\n")).then(() => toast(t("copiati")), sayFailure);
  };
  return (
    <section>
      <div className="mb-1 flex min-h-8 items-center justify-between gap-4">
        <h2 className="text-md font-semibold">{t("rilievi")}</h2>
        {rilievi.length > 0 ? (
          <Button onPress={copy}>
            <Copy size={16} aria-hidden="true" />
            {t("copia_rilievi")}
          </Button>
        ) : null}
      </div>
      {rilievi.length === 0 ? <p className="text-ink-2">{t("senza_rilievi")}</p> : null}
      <ul className="divide-y divide-line">
        {rilievi.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same thing may be found twice at one place
          <li key={at} className="py-2">
            <details>
              <summary className="flex cursor-default items-baseline gap-3 rounded-sm">
                <Badge tone={one.grave ? "bad" : "warn"}>{one.code}</Badge>
                <span className="min-w-0 flex-1 break-words select-text">{one.frase}</span>
              </summary>
              <p className="pt-1 select-text">{one.rimedio}</p>
              <p className="pt-1 text-sm break-all text-ink-3 select-text">
                {one.line > 0 ? t("alla_riga", { path: one.path, n: one.line }) : one.path.replace(/^\/$/, "")}
              </p>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
