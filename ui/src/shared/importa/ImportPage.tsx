/** A list of another program: choose the file, look at what each column and row becomes, import, keep the report. */
import { FileDown, FileSpreadsheet, FolderOpen } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../ipc/client";
import type { ImportOptions, ImportReport } from "../../ipc/generated";
import { Button } from "../Button";
import { useDrop } from "../drop";
import { FailureView } from "../FailureView";
import { KEYS, useKeys } from "../keys";
import { EmptyState, RecordPage } from "../Page";
import { Progress } from "../Progress";
import { back, go } from "../route";
import { sayFailure, toast } from "../toast";
import { saveReport, useJob } from "../useJob";
import { Colonne } from "./Colonne";
import { Conti, Righe } from "./Esiti";
import { Scelte } from "./Scelte";

interface Props {
  title: string;
  /** The list that the rows go to. */
  home: string;
  /** What the engine would do. */
  preview: (token: string, options: ImportOptions) => Promise<ImportReport>;
  /** Does it; the person can take it back. */
  run: (token: string, options: ImportOptions) => Promise<ImportReport>;
}

interface Picked {
  token: string;
  percorso: string;
}

const FIRST: ImportOptions = { colonne: [], senza_intestazioni: false, doppioni: "salta", illeggibili: "note" };

export function ImportPage({ title, home, preview, run }: Props) {
  const { t } = useTranslation("importa");
  const [file, setFile] = useState<Picked | null>(null);
  const [options, setOptions] = useState(FIRST);
  const [report, setReport] = useState<ImportReport>();
  const [done, setDone] = useState<ImportReport>();
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const job = useJob(busy);
  usePreview(file, options, preview, setReport, setFailure);

  const choose = async () => {
    const picked = await call("dialog_pick", { scelta: "tabella", nome: "" });
    if (picked) take(picked);
  };
  const take = (picked: Picked) => {
    setFile(picked);
    setOptions(FIRST);
    setReport(undefined);
    setDone(undefined);
    setFailure(undefined);
  };
  const isOver = useDrop((_, [first]) => {
    if (first && !busy) take(first);
  });
  const start = async () => {
    if (!file || !report || busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      setDone(await run(file.token, { ...options, colonne: report.colonne }));
    } catch (reason) {
      setFailure(reason);
    }
    setBusy(false);
  };
  const ask = () => void choose().catch(sayFailure);
  const keepReport = () =>
    void saveReport(t("resoconto_nome")).then((saved) => saved && toast(t("resoconto_salvato")), sayFailure);
  const leave = () => back(home);
  const wanted = report ? report.conti.nuovi + report.conti.completati : 0;
  useKeys({ new: ask, back: leave, ...(done ? { save: keepReport } : { save: () => void start() }) });

  return (
    <RecordPage
      title={title}
      note={file ? [file.percorso, report?.formato].filter(Boolean).join(" — ") : t("spiega")}
      actionsLabel={t("azioni")}
      actions={
        done ? (
          <>
            <Button chord={KEYS.save[0]} onPress={keepReport}>
              <FileDown size={16} aria-hidden="true" />
              {t("salva_resoconto")}
            </Button>
            <Button look="primary" onPress={() => go(home)}>
              {t("vai_elenco")}
            </Button>
          </>
        ) : (
          <>
            {file ? (
              <Button onPress={ask} isDisabled={busy}>
                <FolderOpen size={16} aria-hidden="true" />
                {t("altro_file")}
              </Button>
            ) : null}
            {report ? (
              <Button
                look="primary"
                chord={KEYS.save[0]}
                isDisabled={busy || wanted === 0}
                onPress={() => void start()}
              >
                {t("importa", { n: wanted })}
              </Button>
            ) : null}
          </>
        )
      }
    >
      <div className={`flex min-h-full flex-col gap-6 ${file ? "max-w-4xl" : "justify-center"}`}>
        <p role="status" className={isOver ? "rounded-lg bg-accent-soft p-4 text-center text-accent-ink" : "sr-only"}>
          {isOver ? t("lascia") : ""}
        </p>
        {failure ? <FailureView failure={failure} /> : null}
        {busy ? (
          <Progress
            label={t("in_corso")}
            done={job?.done ?? 0}
            total={job?.total ?? 1}
            {...(job ? { onCancel: job.cancel } : {})}
          />
        ) : null}
        {file === null ? (
          <EmptyState
            icon={<FileSpreadsheet size={32} strokeWidth={1.5} aria-hidden="true" />}
            text={t("vuoto")}
            action={
              <Button look="primary" autoFocus onPress={ask}>
                {t("scegli")}
              </Button>
            }
          />
        ) : null}
        {done ? (
          <Finito report={done} />
        ) : report && !busy ? (
          <Prima report={report} options={options} onChange={setOptions} />
        ) : null}
      </div>
    </RecordPage>
  );
}

/** Asks again whenever a choice changes; an answer that was overtaken is dropped. */
function usePreview(
  file: Picked | null,
  options: ImportOptions,
  preview: Props["preview"],
  onReport: (report: ImportReport) => void,
  onFailure: (failure: unknown) => void,
) {
  const asked = useRef(0);
  const ask = useRef(preview);
  ask.current = preview;
  const heard = useRef({ onReport, onFailure });
  heard.current = { onReport, onFailure };
  useEffect(() => {
    if (!file) return;
    const mine = ++asked.current;
    const isLast = () => mine === asked.current;
    ask.current(file.token, options).then(
      (report) => {
        if (!isLast()) return;
        heard.current.onFailure(undefined);
        heard.current.onReport(report);
      },
      (reason) => isLast() && heard.current.onFailure(reason),
    );
  }, [file, options]);
}

interface PrimaProps {
  report: ImportReport;
  options: ImportOptions;
  onChange: (options: ImportOptions) => void;
}

function Prima({ report, options, onChange }: PrimaProps) {
  return (
    <>
      <Conti conti={report.conti} isDone={false} />
      <Colonne report={report} onChange={(colonne) => onChange({ ...options, colonne })} />
      <Scelte options={options} onChange={onChange} />
      <Righe report={report} />
    </>
  );
}

function Finito({ report }: { report: ImportReport }) {
  return (
    <>
      <Conti conti={report.conti} isDone={true} />
      <Righe report={report} />
    </>
  );
}
