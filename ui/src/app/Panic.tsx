/** The engine broke a promise: what was typed stays below, and here stands what helps whoever helps. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { call, type Failure, onPanic, query } from "../ipc/client";
import { Button } from "../shared/Button";
import { Dialog } from "../shared/Dialog";
import { sayFailure } from "../shared/toast";

export function Panic() {
  const { t } = useTranslation("app");
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => onPanic(setFailure), []);
  const { data } = useQuery(query("app_state", {}));
  const close = () => setFailure(null);
  return (
    <Dialog
      title={t("error_title")}
      isOpen={failure !== null}
      onClose={close}
      actions={
        <>
          <Button onPress={() => void call("app_open_backups", {}).catch(sayFailure)}>{t("error_backups")}</Button>
          <Button look="primary" autoFocus onPress={close}>
            {t("error_back")}
          </Button>
        </>
      }
    >
      <div role="alert" className="flex flex-col gap-2">
        <p className="text-ink-2">{t("error_engine")}</p>
        <p className="font-medium tabular-nums select-text">
          {t("error_reference", { reference: failure?.args.reference ?? "" })}
        </p>
        {data ? <p className="break-all text-ink-3 select-text">{t("error_log", { path: data.log_path })}</p> : null}
      </div>
    </Dialog>
  );
}
