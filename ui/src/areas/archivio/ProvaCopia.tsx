/** A copy tried out: opened as a restore would, checked, counted beside the archive of now. */
import { CircleAlert, CircleCheck } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../ipc/client";
import type { Copia, ProvaCopia as Prova } from "../../ipc/generated";
import { Button } from "../../shared/Button";
import { Dialog } from "../../shared/Dialog";
import { FailureView, ProblemList } from "../../shared/FailureView";
import { instant } from "../../shared/format";
import { useLanguage } from "../../shared/settings";

type Voce = "documenti" | "soggetti" | "prodotti" | "file" | "allegati";

export function ProvaCopia({ copia, onClose }: { copia: Copia | null; onClose: () => void }) {
  const { t } = useTranslation("archivio");
  const language = useLanguage();
  return (
    <Dialog
      title={t("prova.titolo", { quando: copia ? instant(copia.at, language) : "" })}
      isOpen={copia !== null}
      onClose={onClose}
      actions={
        <Button look="primary" autoFocus onPress={onClose}>
          {t("chiudi")}
        </Button>
      }
    >
      {copia ? <Esito nome={copia.nome} /> : null}
    </Dialog>
  );
}

function Esito({ nome }: { nome: string }) {
  const { t } = useTranslation("archivio");
  const [prova, setProva] = useState<Prova>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    call("backup_rehearse", { nome }).then(setProva, setFailure);
  }, [nome]);
  if (failure) return <FailureView failure={failure} />;
  if (!prova) return <p role="status">{t("prova.in_corso")}</p>;
  const Icon = prova.ok ? CircleCheck : CircleAlert;
  return (
    <div role="status" className="flex flex-col gap-3">
      <p className="flex items-start gap-2">
        <Icon size={16} className={`mt-0.5 shrink-0 ${prova.ok ? "text-ok" : "text-bad"}`} aria-hidden="true" />
        {t(prova.ok ? "prova.buona" : "prova.cattiva")}
      </p>
      <table className="w-full">
        <thead>
          <tr className="text-sm text-ink-3">
            <th scope="col" className="text-start font-medium">
              {t("prova.voce")}
            </th>
            <th scope="col" className="text-end font-medium">
              {t("prova.copia")}
            </th>
            <th scope="col" className="text-end font-medium">
              {t("prova.ora")}
            </th>
          </tr>
        </thead>
        <tbody>
          {prova.conti.map((conto) => (
            <tr key={conto.voce} className="h-8 border-t border-line">
              <th scope="row" className="text-start font-normal">
                {t(`prova.voci.${conto.voce as Voce}`)}
              </th>
              <td className="amount">{conto.copia}</td>
              <td className="amount">{conto.ora}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {prova.findings.length > 0 ? <ProblemList problems={prova.findings} /> : null}
    </div>
  );
}
