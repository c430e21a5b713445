/** The check of the whole archive: chain, totals, attachments, file. */
import { CircleCheck, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Result } from "../../ipc/client";
import { call } from "../../ipc/client";
import { Button } from "../../shared/Button";
import { FailureView, ProblemList } from "../../shared/FailureView";

export function Verifica() {
  const { t } = useTranslation("archivio");
  const [report, setReport] = useState<Result<"verify">>();
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const verify = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      setReport(await call("verify", {}));
    } catch (reason) {
      setFailure(reason);
    }
    setBusy(false);
  };
  return (
    <section>
      <h2 className="mb-1 text-md font-semibold">{t("verifica")}</h2>
      <p className="mb-2 text-ink-2">{t("verifica_spiega")}</p>
      <div role="status" className="mb-2">
        {failure ? <FailureView failure={failure} /> : null}
        {report?.ok ? (
          <p className="flex items-center gap-2">
            <CircleCheck size={16} className="text-ok" aria-hidden="true" />
            {t("tutto_bene", { n: report.checked })}
          </p>
        ) : null}
        {report && !report.ok ? <ProblemList problems={report.findings} /> : null}
      </div>
      <Button isDisabled={busy} onPress={() => void verify()}>
        <ShieldCheck size={16} aria-hidden="true" />
        {t(busy ? "verifica_in_corso" : "verifica_ora")}
      </Button>
    </section>
  );
}
