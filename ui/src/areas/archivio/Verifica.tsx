/** The check of the whole archive: file, chain, totals (form = list = PDF = XML), attachments; of all documents on demand. */
import { CircleCheck, FileCheck, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Result } from "../../ipc/client";
import { call } from "../../ipc/client";
import { Button } from "../../shared/Button";
import { FailureView, ProblemList } from "../../shared/FailureView";
import { useKeys } from "../../shared/keys";
import { RecordPage } from "../../shared/Page";
import { Progress } from "../../shared/Progress";
import { go } from "../../shared/route";
import { useJob } from "../../shared/useJob";

export function Verifica() {
  const { t } = useTranslation("archivio");
  const [report, setReport] = useState<Result<"verify">>();
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const job = useJob(busy);
  const verify = async (tutti: boolean) => {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    setReport(undefined);
    try {
      setReport(await call("verify", { tutti }));
    } catch (reason) {
      setFailure(reason);
    }
    setBusy(false);
  };
  useKeys({ save: () => void verify(true), new: () => void verify(false) });
  return (
    <RecordPage
      title={t("verifica")}
      note={t("verifica_nota")}
      actionsLabel={t("verifica_azioni")}
      actions={
        <>
          <Button isDisabled={busy} onPress={() => void verify(true)}>
            <FileCheck size={16} aria-hidden="true" />
            {t("verifica_tutti")}
          </Button>
          <Button look="primary" isDisabled={busy} onPress={() => void verify(false)}>
            <ShieldCheck size={16} aria-hidden="true" />
            {t("verifica_ora")}
          </Button>
        </>
      }
    >
      <div className="flex max-w-3xl flex-col gap-4">
        <section>
          <h2 className="mb-1 text-md font-semibold">{t("verifica_che.titolo")}</h2>
          <ul className="list-disc pl-5 text-ink-2">
            <li>{t("verifica_che.file")}</li>
            <li>{t("verifica_che.catena")}</li>
            <li>{t("verifica_che.totali")}</li>
            <li>{t("verifica_che.allegati")}</li>
          </ul>
        </section>
        {busy ? (
          <Progress
            label={t("verifica_in_corso")}
            done={job?.done ?? 0}
            total={job?.total ?? 1}
            {...(job ? { onCancel: job.cancel } : {})}
          />
        ) : null}
        <div role="status">
          {failure ? <FailureView failure={failure} /> : null}
          {report?.ok ? (
            <p className="flex items-center gap-2">
              <CircleCheck size={16} className="text-ok" aria-hidden="true" />
              {t("tutto_bene", { count: report.checked })}
            </p>
          ) : null}
          {report && !report.ok ? (
            <>
              <p className="mb-2 font-medium">{t("verifica_trovato", { count: report.findings.length })}</p>
              <ProblemList problems={report.findings} onChoose={(id) => go(`/documenti/${id}`)} />
            </>
          ) : null}
        </div>
      </div>
    </RecordPage>
  );
}
