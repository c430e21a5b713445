/** Back to an older state: says first what happens, then what was lost. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../ipc/client";
import type { Ripristino } from "../../ipc/generated";
import { Button } from "../../shared/Button";
import { Dialog } from "../../shared/Dialog";
import { FailureView } from "../../shared/FailureView";
import { instant } from "../../shared/format";
import { useLanguage } from "../../shared/settings";

export interface Candidate {
  nome: string;
  at?: string;
  /** Of the dialog that gave the file; without it `nome` is one of the usual folder. */
  token?: string;
}

interface Props {
  candidate: Candidate | null;
  onClose: () => void;
  onDone: () => Promise<void>;
}

export function Ripristina({ candidate, onClose, onDone }: Props) {
  const { t } = useTranslation("archivio");
  const language = useLanguage();
  const [failure, setFailure] = useState<unknown>();
  const [report, setReport] = useState<Ripristino>();
  const [busy, setBusy] = useState(false);
  const close = () => {
    setFailure(undefined);
    setReport(undefined);
    onClose();
  };
  const restore = async () => {
    if (!candidate) return;
    setBusy(true);
    setFailure(undefined);
    try {
      setReport(
        await (candidate.token
          ? call("backup_restore_file", { token: candidate.token })
          : call("backup_restore", { nome: candidate.nome })),
      );
      await onDone();
    } catch (reason) {
      setFailure(reason);
    }
    setBusy(false);
  };
  return (
    <Dialog
      title={t(report ? "ripristinato" : "ripristina_titolo")}
      isOpen={candidate !== null}
      onClose={close}
      actions={
        report ? (
          <Button key="done" look="primary" autoFocus onPress={close}>
            {t("chiudi")}
          </Button>
        ) : (
          <>
            <Button onPress={close}>{t("annulla")}</Button>
            <Button look="primary" isDisabled={busy} onPress={() => void restore()}>
              {t("ripristina")}
            </Button>
          </>
        )
      }
    >
      {failure ? <FailureView failure={failure} /> : null}
      {report ? (
        <Persi report={report} />
      ) : (
        <>
          <p className="break-all font-medium">{candidate?.at ? instant(candidate.at, language) : candidate?.nome}</p>
          <ul className="list-disc pl-5 text-ink-2">
            <li>{t("prima_copia")}</li>
            <li>{t("torna_indietro")}</li>
            <li>{t("numeri_restano")}</li>
          </ul>
        </>
      )}
    </Dialog>
  );
}

function Persi({ report }: { report: Ripristino }) {
  const { t } = useTranslation("archivio");
  if (report.persi.length === 0) return <p className="text-ink-2">{t("niente_perso")}</p>;
  return (
    <>
      <p className="text-ink-2">{t("persi")}</p>
      <ul className="list-disc pl-5">
        {report.persi.map((numero) => (
          <li key={numero}>{numero}</li>
        ))}
      </ul>
    </>
  );
}
